/** "1 change", "2 changes". */
export const count = (value: number, one: string, many: string): string =>
  `${String(value)} ${value === 1 ? one : many}`;

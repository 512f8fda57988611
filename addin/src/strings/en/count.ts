import { formatNumber } from "../../format";

/** "1 change", "2 changes". English has two forms, and 1 alone takes the first (CLDR plural rules for en). */
export const count = (value: number, one: string, many: string): string =>
  `${formatNumber(value)} ${value === 1 ? one : many}`;

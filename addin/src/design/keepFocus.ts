/** The browser takes the focus away from what it moves in a list; this gives it back where it was. */
export function keepFocus(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement) requestAnimationFrame(() => active.focus());
}

/** The list with one item moved by one place; the same list where there is no such place. */
export function movedBy<T>(items: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const item = items[index];
  const other = items[index + by];
  if (item === undefined || other === undefined) return items;
  return items.with(index, other).with(index + by, item);
}

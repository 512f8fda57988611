/** What a key means in the review. */
export type ReviewCommand =
  "next" | "previous" | "accept" | "reject" | "edit" | "undo" | "nextFinding" | "help";

export const reviewKeys: Readonly<Record<string, ReviewCommand>> = {
  j: "next",
  k: "previous",
  a: "accept",
  r: "reject",
  e: "edit",
  u: "undo",
  f: "nextFinding",
  "?": "help",
};

// Nobody types in a tick box.
const typing =
  'input:not([type="checkbox"]), textarea, select, [contenteditable=""], [contenteditable="true"]';
const elsewhere = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/**
 * The command of a key press, or undefined. Single letters must never act while somebody types, in a dialog or a menu,
 * with a modifier held, or through an input method (WCAG 2.2, 2.1.4).
 */
export function commandOf(event: KeyboardEvent): ReviewCommand | undefined;
export function commandOf<T>(
  event: KeyboardEvent,
  commands: Readonly<Record<string, T>>,
): T | undefined;
export function commandOf(
  event: KeyboardEvent,
  commands: Readonly<Record<string, unknown>> = reviewKeys,
): unknown {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return undefined;
  // A web component's inner input hides behind its host: look along the whole path.
  const path = event.composedPath();
  const busy = path.some(
    (node) => node instanceof Element && (node.matches(typing) || node.matches(elsewhere)),
  );
  // Arrows belong to the tabs while the focus is there.
  const tabs = path.some((node) => node instanceof Element && node.matches('[role="tablist"]'));
  if (busy || (tabs && event.key.startsWith("Arrow"))) return undefined;
  return commands[event.key.toLowerCase()];
}

/** The item after (or before) the selected one; at the ends it stays. Without a selection: the first. */
export function neighbour(
  ids: readonly string[],
  selected: string | undefined,
  by: 1 | -1,
): string | undefined {
  const at = selected === undefined ? -1 : ids.indexOf(selected);
  if (at < 0) return ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))];
}

/** The next row that has a finding, round to the start. */
export function nextWithFinding(
  rows: readonly { readonly id: string; readonly doubtful: boolean }[],
  selected: string | undefined,
): string | undefined {
  const at = rows.findIndex((row) => row.id === selected);
  const around = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return around.find((row) => row.doubtful)?.id;
}

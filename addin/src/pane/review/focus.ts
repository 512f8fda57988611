/** Whether the screen may move the focus: never out of a box in which somebody types, a dialog, or what is beside the pane. */
export function focusIsFree(): boolean {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return true;
  return focused.closest("main") !== null && !focused.matches("input, textarea, select");
}

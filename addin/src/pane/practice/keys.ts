/** What a key means in a practice. */
export type PracticeCommand = "next" | "previous" | "wrong" | "right" | "goOn";

const commands: Readonly<Record<string, PracticeCommand>> = {
  j: "next",
  arrowdown: "next",
  k: "previous",
  arrowup: "previous",
  w: "wrong",
  r: "right",
  enter: "goOn",
};

const elsewhere = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]';
const pressed = "button, a[href]";

/** The command of a key press, or undefined: a letter only where the person has left the single keys on (WCAG 2.2, 2.1.4), never while somebody types, with a modifier held, or for the Enter that presses a button. */
export function practiceCommandOf(
  event: KeyboardEvent,
  letters = true,
): PracticeCommand | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return undefined;
  if (event.key.length === 1 && !letters) return undefined;
  const command = commands[event.key.toLowerCase()];
  const taken = command === "goOn" ? `${elsewhere}, ${pressed}` : elsewhere;
  return event.composedPath().some((node) => node instanceof Element && node.matches(taken))
    ? undefined
    : command;
}

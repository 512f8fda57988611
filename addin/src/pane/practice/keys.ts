import { commandOf } from "../review/keys";

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

const pressed = "button, a[href]";

/**
 * The command of a key press, or undefined, as in the review: a letter only where the person has left the single keys on (WCAG 2.2, 2.1.4), and never the
 * Enter that presses a button.
 */
export function practiceCommandOf(
  event: KeyboardEvent,
  letters = true,
): PracticeCommand | undefined {
  if (event.key.length === 1 && !letters) return undefined;
  const command = commandOf(event, commands);
  const presses =
    command === "goOn" &&
    event.composedPath().some((node) => node instanceof Element && node.matches(pressed));
  return presses ? undefined : command;
}

import { direction } from "../../strings/current";

/** What a key means while candidates are kept or dropped. */
export type TriageCommand =
  | "keep"
  | "drop"
  | "undo"
  | "Angle"
  | "Depth"
  | "Assignee"
  | "Due"
  | "reword"
  | "next"
  | "previous"
  | "open"
  | "list";

/** The arrows that go on and back: on is where the lines of the page run to. */
export const [forward, backward] =
  direction() === "rtl"
    ? (["ArrowLeft", "ArrowRight"] as const)
    : (["ArrowRight", "ArrowLeft"] as const);

export const triageKeys: Readonly<Record<string, TriageCommand | "help">> = {
  k: "keep",
  d: "drop",
  u: "undo",
  a: "Angle",
  e: "Depth",
  g: "Assignee",
  t: "Due",
  w: "reword",
  [forward.toLowerCase()]: "next",
  arrowdown: "next",
  [backward.toLowerCase()]: "previous",
  arrowup: "previous",
  n: "open",
  l: "list",
  "?": "help",
};

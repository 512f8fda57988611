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

export const triageKeys: Readonly<Record<string, TriageCommand | "help">> = {
  k: "keep",
  d: "drop",
  u: "undo",
  a: "Angle",
  e: "Depth",
  g: "Assignee",
  t: "Due",
  w: "reword",
  arrowright: "next",
  arrowdown: "next",
  arrowleft: "previous",
  arrowup: "previous",
  n: "open",
  l: "list",
  "?": "help",
};

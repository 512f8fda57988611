import { minutes } from "./minutes";

/** The words of the tab Map. */
export const map = {
  steps: "Steps of one run",
  step: (index: number) => `Step ${String(index)}`,
  what: "What is done",
  who: "Who does it",
  input: "From what",
  output: "What comes out",
  examples: {
    what: "Write the update",
    who: "Account manager",
    input: "Project data",
    output: "Status update",
  },
  minutes: "Minutes",
  add: "Add a step",
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} is removed.`,
  movedTo: (name: string, index: number, of: number) =>
    `${name} is now ${String(index)} of ${String(of)}.`,
  often: "How often",
  times: "Times a month",
  timesHint: "For each of them. Once a quarter is 0.33.",
  subjects: "For how many",
  subject: "What one of them is called",
  subjectHint: "Such as client. Empty where it is done once for all.",
  totals: (run: string, month: string) => `${minutes(run)} a run, ${minutes(month)} a month`,
  perSubject: (value: string, subject: string) => `${minutes(value)} a month for one ${subject}`,
  runs: (value: string) => `${value} ${value === "1" ? "run" : "runs"} a month`,
  save: "Save the map",
  unsaved: "Not saved yet",
  saved: "The map is saved.",
  same: "Nothing has changed since it was saved.",
};

import { count } from "../count";

/** The words of the tab Test. */
export const test = {
  version: "Version",
  try: "Try the examples",
  trying: "Trying the examples…",
  done: (passed: number, all: number) => `${String(passed)} of ${String(all)} examples passed.`,
  bar: (examples: number, share: string) =>
    `The bar: ${count(examples, "example", "examples")} or more with expected facts, ${share} of all pass.`,
  passes: "Reaches the bar",
  fails: "Does not reach the bar",
  made: (origin: string, when: string, name: string) => `Made with ${origin}, ${when}, by ${name}.`,
  reopened: "It counts for this version and this model. With another, the test is open again.",
  never: (drafter: string) => `These examples were not tried with ${drafter} yet.`,
  passed: "Passed",
  failed: "Failed",
  facts: (said: number, all: number) => `${String(said)} of ${count(all, "fact", "facts")} said`,
  missing: "Not said",
  said: "Said, but must not be",
  blocking: "Would stop the signing",
  text: "The draft",
  noDraft: "No draft came",
  noVersion: "There is no version yet. Add one in Design.",
};

import { count } from "./count";

/** The words about practising, and about who has. */
export const training = {
  title: "Practice",
  lead: (example: string) =>
    `A text of "${example}" with errors planted in it. Nothing of it leaves.`,
  needed: "This workflow asks for a practice first",
  neededAction: "Practise now",
  counter: (answered: number, all: number) => `${String(answered)} of ${String(all)} answered`,
  keys: "Arrows move, W is wrong, R is right, Enter goes on.",
  keysOff: "Arrows move, Enter goes on. Letters are turned off in the review.",
  text: "Text",
  record: "Record",
  wrong: "Wrong",
  right: "Right",
  mark: (text: string) => `Is this right? ${text}`,
  verdicts: {
    Caught: "Caught",
    Missed: "Missed",
    Right: "Right, as you said",
    FalseAlarm: "This one is right",
  },
  planted: (wrong: string, right: string) => `It says "${wrong}", the truth is "${right}".`,
  says: (label: string, value: string) => `The record says: ${label}: ${value}.`,
  kinds: {
    Number: "A wrong number",
    Date: "A wrong date",
    Name: "A wrong name",
    Polarity: "The opposite of what is so",
  },
  finish: "Show my score",
  unanswered: (left: number) =>
    `${count(left, "sentence is", "sentences are")} still to be answered.`,
  score: "Your score",
  caught: (caught: number, planted: number) =>
    `${String(caught)} of ${count(planted, "error", "errors")} caught`,
  alarms: (alarms: number, clean: number) =>
    `${String(alarms)} of ${count(clean, "right sentence", "right sentences")} marked as wrong`,
  seconds: (seconds: number) =>
    seconds < 60
      ? count(seconds, "second", "seconds")
      : count(Math.round(seconds / 60), "minute", "minutes"),
  bar: (practices: number, caught: number, alarms: number) =>
    `Enough is: in the last ${String(practices)} practices together at least ${String(caught)} % of the errors caught, and at most ${String(alarms)} % of the right sentences marked as wrong.`,
  trained: "You have practised enough",
  trainedBody: "You can review this workflow.",
  notYet: "One more time",
  notYetBody: (left: number) =>
    left > 0
      ? `${count(left, "more practice", "more practices")} at least.`
      : "Your last practices together do not reach the bar yet.",
  again: "Practise again",
  done: "Done",
  backToReview: "Back to the review",
  tab: {
    required: "Reviewers have to practise before they review.",
    optional: "Reviewers may practise; the gate does not ask for it.",
    impossible: "Candidates of a filter are not practised on: no errors are planted among them.",
    noVersion: "Write a version first: people practise on its examples.",
    people: "Who has practised",
    none: "Nobody has practised on this version yet.",
    trained: (when: string, version: number) => `Trained ${when}, on version ${String(version)}`,
    untrained: "Not trained yet",
    practices: (practices: number) => count(practices, "practice", "practices"),
  },
  gate: "Reviewers have to practise first",
};

import type { Change, ChangeDecision } from "../../api/types";
import { count } from "./count";

type Kind = Change["kind"];

const list = new Intl.ListFormat("en-GB");

/** The words of the review. */
export const review = {
  title: "Check the draft",
  counter: (decided: number, changes: number) =>
    `${String(decided)} of ${count(changes, "change", "changes")} decided`,
  findings: (settled: number, findings: number) =>
    findings === 0
      ? "no findings"
      : `${String(settled)} of ${count(findings, "finding", "findings")} settled`,
  tabs: "Parts of the review",
  changes: "Changes",
  facts: "Facts",
  empty: "The draft changes nothing.",
  change: (index: number, total: number) => `Change ${String(index)} of ${String(total)}`,
  author: (author: string) => `by ${author}`,
  kinds: { Inserted: "New", Replaced: "Changed", Deleted: "Deleted" } satisfies Record<
    Kind,
    string
  >,
  inserted: "inserted",
  deleted: "deleted",
  endOf: (what: string) => `end of ${what}`,
  proposed: "Not taken",
  since: "Changed since the last draft",
  cites: "Comes from",
  uncited: "No field of the record stands behind this.",
  accept: "Accept",
  reject: "Reject",
  edit: "Edit",
  acceptMeans: {
    Inserted: "Accept: the sentence comes in",
    Replaced: "Accept: the new words stand",
    Deleted: "Accept: the sentence goes",
  } satisfies Record<Kind, string>,
  rejectMeans: {
    Inserted: "Reject: it stays out",
    Replaced: "Reject: the old words stay",
    Deleted: "Reject: it stays",
  } satisfies Record<Kind, string>,
  means: (accept: string, reject: string) => `${accept}. ${reject}.`,
  noEdit:
    "A deletion has no words to edit. Accept it and the sentence goes, reject it and it stays.",
  acceptChange: (index: number) => `Accept change ${String(index)}`,
  rejectChange: (index: number) => `Reject change ${String(index)}`,
  editChange: (index: number) => `Edit change ${String(index)}`,
  undoChange: (index: number) => `Undo the decision on change ${String(index)}`,
  editLabel: (index: number) => `Text of change ${String(index)}`,
  save: "Save",
  editHint: "Ctrl+Enter saves, Escape cancels",
  original: "Before your edit",
  practice: {
    found: "This was a practice error, and you found it.",
    missed: "This was a practice error. Everybody misses some.",
    wrong: (planted: string, drafted: string) =>
      `We had put “${planted}” where the draft says “${drafted}”.`,
    record: (label: string, value: string) => `The record says, under ${label}: ${value}.`,
    now: "It is out again, and the sentence stands as it was drafted. Please decide it once more.",
    yours: (text: string) => `You wrote: “${text}”`,
  },
  decision: {
    Undecided: "Undecided",
    Accepted: "Accepted",
    Rejected: "Rejected",
    Edited: "Edited",
  } satisfies Record<ChangeDecision, string>,
  decisionBy: (decision: string, name: string) => `${decision} by ${name}`,
  carriedOver: (decision: string) => `${decision} in the round before`,
  allTitle: (accept: boolean, changes: number) =>
    `${accept ? "Accept" : "Reject"} ${count(changes, "change", "changes")} at once?`,
  allFindings: (findings: number) =>
    `${count(findings, "finding stands", "findings stand")} in them: look at ${findings === 1 ? "it" : "those"} first.`,
  allBody: "You can still take back each one.",
  acceptAll: "Accept all undecided",
  rejectAll: "Reject all undecided",
  keptFinding: "In words that stay as they are",
  expected: (expected: string) => `Expected: ${expected}`,
  correct: "Correct it",
  useSuggestion: (text: string) => `Use “${text}”`,
  toSign: "Continue to sign",
  undecidedLeft: (left: number) => `${count(left, "change", "changes")} undecided`,
  blockingLeft: (left: number) => count(left, "blocking finding", "blocking findings"),
  revise: "Ask for a revision",
  loop: (used: number, budget: number) =>
    budget === 0
      ? "no revision planned"
      : used >= budget
        ? "no revision left"
        : `${count(budget - used, "revision", "revisions")} left`,
  reviseTitle: "What should be different?",
  reviseBody:
    "Name what to change. The next draft is written from the same record, with your words.",
  reviseAction: "Ask for the revision",
  rejectHandoff: "Reject the handoff",
  rejectTitle: "Reject this handoff?",
  rejectBody: "Nothing of it will be released. The author sees your reason.",
  manual: "Finish by hand",
  manualTitle: "Finish it by hand?",
  manualBody:
    "The draft is dropped and a person writes the text. The reason helps to improve the workflow.",
  passOn: "Pass on to…",
  passOnTitle: "Who reviews it instead?",
  passOnBody:
    "Your decisions on changes stay. Your confirmations and your signature go: whoever takes over looks for themselves.",
  passOnTo: "Person",
  passOnNobody:
    "Nobody else can take it over: whoever can review is the author, reviews it already, or has passed it on before.",
  passOnAction: "Pass it on",
  spentBody: "That another one is needed is noted for the workflow’s designer. You can:",
  waysOut: [
    "Edit the sentences that are not right yourself, then sign.",
    "Finish by hand: the draft is dropped and a person writes the text.",
    "Ask the designer to adjust the workflow, so that the next draft is right sooner.",
  ] as const,
  reason: "Reason",
  comment: "What to change",
  reasonMissing: "Say why in a few words.",
  keys: "Keyboard shortcuts",
  readOnlyTitle: (names: readonly string[]) =>
    `${list.format(names)} ${names.length === 1 ? "reviews" : "review"} this`,
  switchTo: (name: string) => `Switch to ${name}`,
  keysOn: "Use these keys",
  keysNote: "Keys wait while you type.",
  keyList: [
    ["J", "Next change or finding"],
    ["K", "Previous change or finding"],
    ["A", "Accept"],
    ["R", "Reject"],
    ["E", "Edit"],
    ["U", "Undo the decision"],
    ["F", "Next finding"],
    ["?", "Show all keys"],
  ] as const,
};

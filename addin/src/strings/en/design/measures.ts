import { formatNumber } from "../../../format";
import { count } from "../count";

/** The words of the tab Measures. */
export const measures = {
  questions: {
    SavesTime: "Does it save time?",
    DraftIsGood: "Is the draft good?",
    PeopleReview: "Do people really review?",
    IsUsed: "Is it used?",
    WritingAtOncePays: "Does writing at once pay?",
  },
  verdicts: { Yes: "yes", No: "no", Unclear: "unclear", TooFew: "too few to tell" },
  warnings: {
    BrokenLoop: "The loop is broken",
    LosingTime: "It costs time",
    RushedReviews: "Reviews are rushed",
  },
  answers: "What it brings",
  answersLead: "From timestamps and edits. Numbers have their interval at 95 %.",
  minutes: "Minutes of people's work a run",
  minutesLead: "By hand from the map; with the handoff as measured.",
  byHand: "By hand",
  withVersion: (version: number) => `With version ${String(version)}`,
  minutesSaid: (minutes: number, runs?: number) =>
    runs === undefined
      ? `${formatNumber(minutes)} min`
      : `${formatNumber(minutes)} min, ${count(runs, "run", "runs")}`,
  noMinutes: "No run has been measured yet.",
  empty: "No handoff of this workflow has been finished yet: there is nothing to tell.",
  review: "Do people really look?",
  loops: "Is the draft good at once?",
  trust: "What each version has earned",
  escaped: "Errors found after release",
  foundOf: (found: number, all: number) => `${String(found)} of ${String(all)} found`,
  brokenTitle: "The loop is broken",
  broken: "Drafts often need a second revision. Change the input, the contract or the model.",
  loopsSaid: (looped: number, finished: number) =>
    `${String(looped)} of ${count(finished, "finished handoff", "finished handoffs")} asked for a second revision.`,
  level: (value: number, origin: string) => `Version ${String(value)}, ${origin}`,
  clean: (clean: number, faulty: number) => `${String(clean)} clean, ${String(faulty)} not clean`,
  inARow: (value: number) => `${String(value)} clean in a row`,
  noTrust: "Nothing was reviewed in full yet.",
  noEscaped: "None was reported.",
  receptions: {
    Accepted: "accepted",
    CorrectionNeeded: "needed a correction",
    Complaint: "brought a complaint",
  },
};

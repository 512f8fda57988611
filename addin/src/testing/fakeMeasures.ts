import type { Measures } from "../api/types";

const share = (hits: number, of: number) => ({ hits, of, value: hits / of });
const estimate = (mean: number, runs: number) => ({
  mean,
  interval: { low: mean - 2, high: mean + 2 },
  runs,
});

const versionOf = (version: number | undefined, minutes: number, runs: number) => ({
  version: version ?? null,
  runs: { started: runs + 1, open: 1, released: runs, rejected: 0, reverted: 0, ended: runs },
  beforeAfter: {
    baselineMinutes: 65,
    remainingByHandMinutes: 25,
    measuredMinutes: estimate(minutes, runs),
    savedMinutes: estimate(65 - minutes, runs),
    moreRuns: 0,
    faster: runs,
    slower: 0,
    signTest: 0.01,
    clockWentBack: 0,
    inputUntold: 0,
  },
  minutes: { input: estimate(4, runs), review: estimate(6, runs), elapsed: estimate(240, runs) },
  loops: { loops: estimate(0.2, runs), loopedTwice: 0, crossings: estimate(2.4, runs) },
  edits: {
    wordsDrafted: 180 * runs,
    wordsChanged: 11 * runs,
    changedShare: estimate(0.06, runs),
    accepted: 7 * runs,
    edited: runs,
    rejected: 0,
    thrownAway: share(0, runs),
  },
  reviews: {
    rushed: share(0, runs),
    found: share(7, 8),
    reduced: 0,
    glassBroken: 0,
    isRushed: false,
  },
  outcomes: {
    receivedWell: runs - 1,
    corrected: 1,
    complainedOf: 0,
    escaped: share(1, runs),
    faulty: share(1, runs),
  },
  answers: [],
});

const week = (monday: string, version: number, released: number, savedMinutes: number | null) => ({
  week: monday,
  version,
  started: released,
  released,
  rejected: 0,
  reverted: 0,
  savedMinutes,
  inputMinutes: 4,
  reviewMinutes: 6,
  changedShare: 0.06,
  loops: 0.2,
  rushed: 0,
  escaped: version === 1 ? 1 : 0,
});

/** Seven weeks: the second version came in the fifth; in the fourth nobody ran it. */
const weeks = [
  week("2026-10-05", 1, 1, 20),
  week("2026-10-12", 1, 2, 22),
  week("2026-10-19", 1, 2, 26),
  week("2026-11-02", 2, 2, 33),
  week("2026-11-09", 1, 1, 25),
  week("2026-11-09", 2, 2, 34),
  week("2026-11-16", 2, 3, 36),
];

/** The measures of a workflow that was adjusted once. */
export const measuresOf = (key: string): Measures => ({
  key,
  name: key,
  version: 2,
  answers: [
    {
      question: "SavesTime",
      verdict: "Yes",
      sentence: "It saves 30 minutes a run (27.5 to 32.5, 12 runs), 240 a month.",
    },
    {
      question: "DraftIsGood",
      verdict: "Yes",
      sentence: "People change 6 % of the words drafted (4 to 8 %, 12 runs).",
    },
    {
      question: "PeopleReview",
      verdict: "Unclear",
      sentence:
        "0 of 12 reviews were faster than anybody reads; 7 of 8 planted errors were found, too few to tell how well people look: 21 more.",
    },
    {
      question: "IsUsed",
      verdict: "TooFew",
      sentence: "Too few to tell whether it is used: 3 more runs.",
      moreRuns: 3,
    },
  ],
  flags:
    key === "client-email"
      ? [
          {
            warning: "RushedReviews",
            sentence:
              "4 of 12 reviews were signed faster than anybody reads: say in the gate what has to be looked at.",
          },
        ]
      : [],
  all: versionOf(undefined, 35, 12),
  versions: [versionOf(1, 41, 5), versionOf(2, 31, 7)],
  adoption: {
    months: 1.5,
    started: 13,
    released: 12,
    rejected: 0,
    reverted: 0,
    share: share(12, 13),
  },
  weeks,
});

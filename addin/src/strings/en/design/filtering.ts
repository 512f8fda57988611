import { formatFixed, formatNumber } from "../../../format";
import { count } from "../count";

const share = (value: number) => formatFixed(value, 2);

/** The words about how well a filter chooses. */
export const filtering = {
  title: "Back-test on items with known answers",
  lead: "Whoever ranks in a run ranks the labelled examples; each threshold shows what it would hand over.",
  run: "Run the back-test",
  running: "Ranking the examples…",
  done: "The back-test is here.",
  never:
    "It is run when you ask for it and kept nowhere: a new model or new criteria ask for a new one.",
  noLabels:
    "No example has labelled items yet. Mark in Design which items of an example are right ones.",
  meets: "It meets the bar for what is handed over.",
  fails: "It does not meet the bar for what is handed over.",
  basis: (items: number, records: number, relevant: number, origin: string) =>
    `${count(items, "item", "items")} of ${count(records, "labelled example", "labelled examples")}, ${String(relevant)} of them right. Ranked by ${origin}.`,
  precision: "Precision",
  recall: "Recall",
  f1: "F1",
  precisionIs: "Precision: what share of what is handed over is right.",
  recallIs: "Recall: what share of what is right is handed over.",
  threshold: "Threshold",
  handedOver: "Handed over",
  right: "Right",
  chosen: (value: number) => `Chosen: ${formatNumber(value)}`,
  best: (threshold: number, f1: number) =>
    `The greatest F1, ${share(f1)}, is at a threshold of ${formatNumber(threshold)}.`,
  average: (value: number) => `Average precision ${share(value)}.`,
  here: (label: string, value: string, bar: string) => `${label} ${value}, the bar is ${bar}`,
  showAll: (rest: number) => `Show ${String(rest)} more thresholds`,
  share,
  none: "–",
  bars: {
    title: "The two bars in real runs",
    lead: (runs: number, version: number) =>
      `${count(runs, "released run", "released runs")} of version ${String(version)}.`,
    handedOver: "Handed over: kept by people",
    final: "In the end: accepted by who received it",
    said: (right: number, of: number, bar: string) =>
      `${String(right)} of ${String(of)}, the bar is ${bar}`,
    met: "Met",
    missed: "Not met",
    unknown: "Nothing is known yet",
  },
};

/** The words of the tab Playbook. */
export const playbook = {
  download: "Download as Word",
  empty:
    "There is no version yet. Add one in Design: the playbook is made from it and from its runs.",
  made: (version: number) =>
    `Of version ${String(version)}, made from what is stored at this moment.`,
  nothing: "Nothing is known of this yet.",
};

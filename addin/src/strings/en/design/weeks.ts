import { formatNumber } from "../../../format";

/** The words about the course of time on the tab Measures. */
export const weeks = {
  title: "Week by week",
  lead: "What a run takes of people’s time, and how many there were.",
  download: "Download CSV",
  empty: "No run has been started yet.",
  minutes: "Minutes a run",
  withHandoff: "With the handoff",
  byHand: (minutes: number) => `By hand: ${formatNumber(minutes)}`,
  runs: "Runs started a week",
  week: "Week of",
  started: "Started",
  released: "Released",
  minutesShort: "Minutes a run",
  reviewShort: "Review, min",
  loops: "Revisions a run",
  escaped: "Errors found later",
  none: "–",
};

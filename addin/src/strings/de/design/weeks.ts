import { formatNumber } from "../../../format";

/** The words about the course of time on the tab Measures. */
export const weeks = {
  title: "Woche für Woche",
  lead: "Wie viel Zeit ein Durchlauf Menschen kostet, und wie viele es waren.",
  download: "CSV herunterladen",
  empty: "Noch wurde kein Durchlauf begonnen.",
  minutes: "Minuten je Durchlauf",
  withHandoff: "Mit der Übergabe",
  byHand: (minutes: number) => `Von Hand: ${formatNumber(minutes)}`,
  runs: "Begonnene Durchläufe je Woche",
  week: "Woche ab",
  started: "Begonnen",
  released: "Herausgegeben",
  minutesShort: "Minuten je Durchlauf",
  reviewShort: "Prüfung, min",
  loops: "Überarbeitungen je Durchlauf",
  escaped: "Später gefundene Fehler",
  none: "–",
};

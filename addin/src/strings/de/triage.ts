import type { PickDepth, PickPart } from "../../api/types";
import { formatFixed, formatNumber } from "../../format";
import { count } from "./count";

/** The words of the screen on which candidates are kept or dropped. */
export const triage = {
  title: "Behalten oder verwerfen",
  counts: (kept: number, dropped: number, left: number) =>
    `${formatNumber(kept)} behalten, ${formatNumber(dropped)} verworfen, ${formatNumber(left)} offen`,
  pace: (seconds: number, target: number) =>
    `${formatNumber(Math.round(seconds * 10) / 10)}\u00a0s je Eintrag, Ziel ${formatNumber(target)}\u00a0s`,
  from: (candidates: number, total: number, threshold: number) =>
    `${count(candidates, "Kandidat", "Kandidaten")} aus ${count(total, "Eintrag", "Einträgen")}, bewertet mit mindestens ${formatNumber(threshold)}`,
  saving: (steps: number) =>
    `${count(steps, "Entscheidung wird", "Entscheidungen werden")} gespeichert.`,
  views: "Wie die Kandidaten gezeigt werden",
  one: "Einzeln",
  all: "Alle",
  facts: "Fakten",
  empty:
    "Nichts hat die Schwelle erreicht. Senken Sie die Schwelle oder erledigen Sie es von Hand.",
  place: (index: number, total: number) =>
    `Kandidat ${formatNumber(index)} von ${formatNumber(total)}`,
  score: "Bewertung",
  scoreSaid: (score: number) => formatFixed(score, 2),
  why: "Warum",
  evidence: "Gestützt auf",
  rest: "Außerdem im Datensatz",
  inText: "Im Text",
  showAll: "Alles zeigen",
  state: {
    Undecided: "Offen",
    Accepted: "Behalten",
    Edited: "Behalten, umformuliert",
    Rejected: "Verworfen",
  },
  stateBy: (state: string, name: string) => `${state} von ${name}`,
  keep: "Behalten",
  drop: "Verwerfen",
  undo: "Rückgängig",
  reword: "Umformulieren",
  kept: (name: string) => `Behalten: ${name}.`,
  dropped: (name: string) => `Verworfen: ${name}.`,
  undone: (name: string) => `Wieder offen: ${name}.`,
  said: (part: string, value: string) => `${part}: ${value}.`,
  previous: "Voriger Kandidat",
  next: "Nächster Kandidat",
  parts: {
    Angle: "Blickwinkel",
    Depth: "Umfang",
    Assignee: "Wer es macht",
    Due: "Fällig am",
  } satisfies Record<PickPart, string>,
  depths: { Short: "Kurz", Standard: "Normal", Deep: "Ausführlich" } satisfies Record<
    PickDepth,
    string
  >,
  notSaid: "nicht gesagt",
  needed: "fehlt noch",
  needs: (parts: readonly string[]) => `Es fehlt: ${parts.join(", ")}`,
  choose: (part: string, name: string) => `${part} für ${name}`,
  clear: "Nicht gesagt",
  nobody: "Niemand heißt so.",
  find: "Person suchen",
  day: "Anderer Tag",
  take: "Übernehmen",
  past: "Dieser Tag ist vorbei.",
  quick: {
    tomorrow: "Morgen",
    friday: "Freitag",
    week: "In einer Woche",
    fortnight: "In zwei Wochen",
  },
  peopleFailed: "Die Personen konnten nicht geladen werden.",
  cameBackTitle: "Nicht gespeichert",
  showIt: "Anzeigen",
  undecided: (left: number) => `${count(left, "Kandidat", "Kandidaten")} offen`,
  incomplete: (candidates: number) =>
    `${count(candidates, "behaltenem Kandidaten", "behaltenen Kandidaten")} fehlt etwas`,
  pickList: "Behaltene als CSV herunterladen",
  keyList: [
    ["K", "Behalten"],
    ["D", "Verwerfen"],
    ["U", "Rückgängig"],
    ["A", "Blickwinkel"],
    ["E", "Umfang"],
    ["G", "Wer es macht"],
    ["T", "Fälligkeit"],
    ["W", "Wortlaut ändern"],
    ["→ ↓", "Nächster Kandidat"],
    ["← ↑", "Voriger Kandidat"],
    ["N", "Nächster, der offen oder unvollständig ist"],
    ["L", "Einzeln oder alle"],
    ["1 bis 9", "Eine der gezeigten Möglichkeiten nehmen"],
    ["?", "Alle Tasten zeigen"],
  ] as const,
};

import { formatNumber } from "../../format";
import { count } from "./count";

/** The words about practising, and about who has. */
export const training = {
  title: "Übung",
  lead: (example: string) =>
    `Ein Text zu „${example}“, in den Fehler eingebaut sind. Nichts davon geht hinaus.`,
  needed: "Dieser Workflow verlangt zuerst eine Übung",
  neededAction: "Jetzt üben",
  counter: (answered: number, all: number) =>
    `${formatNumber(answered)} von ${formatNumber(all)} beantwortet`,
  keys: "Pfeiltasten bewegen, W heißt falsch, R heißt richtig, Eingabe geht weiter.",
  keysOff:
    "Pfeiltasten bewegen, Eingabe geht weiter. Buchstaben sind in der Prüfung ausgeschaltet.",
  text: "Text",
  record: "Datensatz",
  wrong: "Falsch",
  right: "Richtig",
  mark: (text: string) => `Stimmt das? ${text}`,
  verdicts: {
    Caught: "Gefunden",
    Missed: "Übersehen",
    Right: "Richtig, wie Sie sagten",
    FalseAlarm: "Das hier stimmt",
  },
  planted: (wrong: string, right: string) => `Da steht „${wrong}“, richtig ist „${right}“.`,
  says: (label: string, value: string) => `Im Datensatz steht: ${label}: ${value}.`,
  kinds: {
    Number: "Eine falsche Zahl",
    Date: "Ein falsches Datum",
    Name: "Ein falscher Name",
    Polarity: "Das Gegenteil dessen, was gilt",
  },
  finish: "Mein Ergebnis zeigen",
  unanswered: (left: number) => `${count(left, "Satz ist", "Sätze sind")} noch nicht beantwortet.`,
  score: "Ihr Ergebnis",
  caught: (caught: number, planted: number) =>
    `${formatNumber(caught)} von ${count(planted, "Fehler", "Fehlern")} gefunden`,
  alarms: (alarms: number, clean: number) =>
    `${formatNumber(alarms)} von ${count(clean, "richtigen Satz", "richtigen Sätzen")} als falsch markiert`,
  seconds: (seconds: number) =>
    seconds < 60
      ? count(seconds, "Sekunde", "Sekunden")
      : count(Math.round(seconds / 60), "Minute", "Minuten"),
  bar: (practices: number, caught: number, alarms: number) =>
    `Genug ist: in den letzten ${formatNumber(practices)} Übungen zusammen mindestens ${formatNumber(caught)}\u00a0% der Fehler gefunden und höchstens ${formatNumber(alarms)}\u00a0% der richtigen Sätze als falsch markiert.`,
  trained: "Sie haben genug geübt",
  trainedBody: "Sie können diesen Workflow prüfen.",
  notYet: "Noch einmal",
  notYetBody: (left: number) =>
    left > 0
      ? `Mindestens noch ${count(left, "Übung", "Übungen")}.`
      : "Ihre letzten Übungen reichen zusammen noch nicht.",
  again: "Noch einmal üben",
  done: "Fertig",
  backToReview: "Zurück zur Prüfung",
  tab: {
    required: "Wer prüft, muss vorher üben.",
    optional: "Wer prüft, kann üben; die Freigaberegeln verlangen es nicht.",
    impossible:
      "An den Kandidaten eines Filters wird nicht geübt: Unter ihnen sind keine Fehler eingebaut.",
    noVersion: "Schreiben Sie zuerst eine Version: Geübt wird an ihren Beispielen.",
    people: "Wer geübt hat",
    none: "An dieser Version hat noch niemand geübt.",
    trained: (when: string, version: number) => `Geübt ${when}, an Version ${String(version)}`,
    untrained: "Noch nicht genug geübt",
    practices: (practices: number) => count(practices, "Übung", "Übungen"),
  },
  gate: "Wer prüft, muss vorher üben",
};

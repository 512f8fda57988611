import { formatNumber } from "../../../format";
import { minutes } from "./minutes";

/** The words of the tab Map. */
export const map = {
  steps: "Schritte eines Durchlaufs",
  step: (index: number) => `Schritt ${formatNumber(index)}`,
  what: "Was getan wird",
  who: "Wer es tut",
  input: "Woraus",
  output: "Was herauskommt",
  examples: {
    what: "Statusmeldung schreiben",
    who: "Kundenbetreuung",
    input: "Projektdaten",
    output: "Statusmeldung",
  },
  minutes: "Minuten",
  add: "Schritt hinzufügen",
  up: (name: string) => `${name} nach oben`,
  down: (name: string) => `${name} nach unten`,
  remove: (name: string) => `${name} entfernen`,
  removed: (name: string) => `${name} ist entfernt.`,
  movedTo: (name: string, index: number, of: number) =>
    `${name} ist jetzt ${formatNumber(index)} von ${formatNumber(of)}.`,
  often: "Wie oft",
  times: "Mal im Monat",
  timesHint: "Je Gegenstand. Einmal im Quartal ist 0,33.",
  subjects: "Für wie viele",
  subject: "Wie einer davon heißt",
  subjectHint: "Etwa Kunde. Leer, wenn es einmal für alle getan wird.",
  totals: (run: string, month: string) =>
    `${minutes(run)} je Durchlauf, ${minutes(month)} im Monat`,
  perSubject: (value: string, subject: string) => `${minutes(value)} im Monat je ${subject}`,
  runs: (value: string) => `${value} ${value === "1" ? "Durchlauf" : "Durchläufe"} im Monat`,
  save: "Prozess speichern",
  unsaved: "Noch nicht gespeichert",
  saved: "Der Prozess ist gespeichert.",
  same: "Seit dem Speichern hat sich nichts geändert.",
};

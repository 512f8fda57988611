import { formatNumber } from "../../format";
import { count } from "./count";

const rows = (value: number) => count(value, "Zeile", "Zeilen");

/** The words about filling a list from a file, and about long lists. */
export const filling = {
  action: "Aus einer Datei füllen",
  title: (label: string) => `${label} aus einer Datei füllen`,
  lead: "Eine Tabelle (CSV, Excel), eine Mail oder ein Mailverlauf (.eml, Text) oder ein Dokument (.docx). Gespeichert wird nichts, bevor Sie es übergeben.",
  columns: (names: string) => `Eine Tabelle nennt ihre Spalten in der ersten Zeile: ${names}.`,
  choose: "Datei auswählen",
  another: "Andere Datei auswählen",
  drop: "oder hier ablegen",
  reading: (name: string) => `${name} wird gelesen …`,
  found: (found: number, name: string) => `${rows(found)} in ${name}`,
  foundNone: (name: string) => `In ${name} steht keine Zeile.`,
  matched: "Spalten",
  heading: "In der Datei",
  field: "Kommt in das Feld",
  leftOut: "bleibt weg",
  firstRows: (shown: number, all: number) =>
    shown < all ? `Die ersten ${formatNumber(shown)} von ${rows(all)}` : "Die Zeilen",
  unfit: (found: number) => `${rows(found)} ${found === 1 ? "passt" : "passen"} nicht`,
  unfitLead:
    "Sie werden so übernommen, wie sie dastehen; das Formular zeigt, was zu berichtigen ist.",
  unfitRow: (row: number, detail: string) => `Zeile ${formatNumber(row)}: ${detail}`,
  more: (rest: number) => `und ${formatNumber(rest)} weitere`,
  allFit: "Alle Zeilen passen.",
  leaveOut: (found: number) =>
    found === 1 ? "Die Zeile weglassen, die nicht passt" : "Die Zeilen weglassen, die nicht passen",
  replace: "Vorhandene Zeilen ersetzen",
  take: (found: number) => `${rows(found)} übernehmen`,
  taken: (found: number) => `${rows(found)} übernommen.`,
  tooMany: (most: number) => `Die Liste fasst höchstens ${formatNumber(most)}.`,
  wrongKind: (name: string) =>
    `${name} ist weder Tabelle noch Mail noch Dokument. Speichern Sie die Datei als .csv, .xlsx, .eml, .txt oder .docx und wählen Sie sie erneut aus.`,
  tooLarge: "Die Datei ist größer als 20\u00a0MB. Nehmen Sie nur den Teil, auf den es ankommt.",
  page: (from: number, to: number, all: number) =>
    `${formatNumber(from)} bis ${formatNumber(to)} von ${rows(all)}`,
  pages: (label: string) => `Seiten von ${label}`,
  first: "Erste Zeilen",
  previous: "Zeilen davor",
  next: "Zeilen danach",
  last: "Letzte Zeilen",
  moreProblems: (rest: number) =>
    `${count(rest, "weiterer Eintrag", "weitere Einträge")} nach diesen.`,
};

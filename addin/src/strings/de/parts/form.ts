import type { JournalKind, JournalStep } from "../../../api/types";
import { formatNumber } from "../../../format";
import type { Parts } from "../../types";
import { count } from "../count";
import { filling } from "../filling";

/** What the form says, and the journal below each step. */
export const words = {
  input: {
    title: "Was soll darin stehen?",
    lead: "Nur was Sie hier eingeben, kann im Text landen.",
    saved: (when: string) => `Auf diesem Gerät gespeichert um ${when}`,
    notKept: "Dieser Browser bewahrt Eingaben nicht auf. Machen Sie es in einem Zug fertig.",
    restored: "Ihre früheren Eingaben sind wieder da.",
    example: "Beispiel laden",
    examples: "Ein Beispiel laden",
    exampleLoaded: (name: string) => `„${name}“ ist geladen.`,
    startOver: "Formular leeren",
    cleared: "Das Formular ist leer.",
    required: "Pflichtfeld",
    optional: "optional",
    forExample: (value: string) => `Zum Beispiel: ${value}`,
    yes: "Ja",
    no: "Nein",
    choose: "Auswählen …",
    amount: "Betrag",
    currency: "Währung",
    name: "Name",
    email: "E-Mail",
    characters: (used: number, max: number) =>
      `${formatNumber(used)} von ${formatNumber(max)} Zeichen`,
    other: "Weiteres",
    expected: (expected: string) => `Erwartet: ${expected}.`,
    summaryTitle: (problems: number) =>
      `${count(problems, "Eingabe braucht", "Eingaben brauchen")} noch einen Blick`,
    add: (label: string) => `Zeile zu ${label} hinzufügen`,
    addShort: "Zeile hinzufügen",
    row: (label: string, index: number) => `${label} ${formatNumber(index)}`,
    moveUp: (row: string) => `${row} nach oben`,
    moveDown: (row: string) => `${row} nach unten`,
    remove: (row: string) => `${row} entfernen`,
    removed: (row: string) => `${row} wurde entfernt.`,
    moved: (row: string, to: number) => `${row} ist jetzt Nummer ${formatNumber(to)}.`,
    emptyList: "Hier ist noch nichts.",
    listFull: (max: number) => `Mehr als ${formatNumber(max)} fasst diese Liste nicht.`,
    paste: "Tabelle einfügen",
    pasteFor: (label: string) => `Tabelle in ${label} einfügen`,
    pasteLead:
      "Kopieren Sie Zeilen in Excel, Word oder einer CSV-Datei und fügen Sie sie hier ein.",
    pasteBox: "Tabelle",
    pasteColumns: (columns: string) =>
      `Spalten der Reihe nach: ${columns}. Mit einer Kopfzeile ist die Reihenfolge beliebig.`,
    pasteReplace: "Vorhandene Zeilen ersetzen",
    pastePreview: (rows: number, how: "headers" | "order") =>
      `${count(rows, "Zeile", "Zeilen")} gefunden, zugeordnet nach ${how === "headers" ? "der Kopfzeile" : "der Reihenfolge der Spalten"}.`,
    pasteIgnored: (columns: string) => `Weggelassen: Spalte ${columns}.`,
    pasteUnread: (row: number, label: string, text: string) =>
      `Zeile ${formatNumber(row)}, ${label}: „${text}“ war nicht lesbar. Berichtigen Sie es im Formular.`,
    pasteNothing: "Noch keine Tabelle darin.",
    pasteAction: (rows: number) => `${count(rows, "Zeile", "Zeilen")} übernehmen`,
    reviewers: "Wer prüft",
    reviewersHelp: (needed: number) =>
      needed === 1
        ? "Eine dieser Personen prüft den Text und unterschreibt."
        : `${formatNumber(needed)} verschiedene Personen prüfen den Text und unterschreiben.`,
    ownWork: (stakes: string) => `${stakes}: Hier prüft niemand die eigene Übergabe.`,
    noReviewers:
      "Sonst darf hier niemand prüfen. Bitten Sie die Verwaltung, jemandem diese Rolle zu geben.",
    tooFewReviewers: (needed: number) =>
      `Wählen Sie mindestens ${count(needed, "prüfende Person", "prüfende Personen")}.`,
    ownDocument: "Ihr eigenes Dokument",
    ownDocumentHelp: "Optional. Der Entwurf kommt als nachverfolgte Änderungen hinein.",
    chooseDocument: ".docx-Datei auswählen",
    removeDocument: (name: string) => `${name} entfernen`,
    notDocx:
      "Nur .docx-Dokumente nehmen nachverfolgte Änderungen auf. Speichern Sie es als .docx und wählen Sie es erneut aus.",
    submit: "Entwurf schreiben",
    goOn: "Weiter zum Text",
    submitting: "Wird übergeben …",
  },
  filling,
  journal: {
    label: "Was fiel Ihnen auf?",
    kinds: {
      Hard: "Schwer",
      Slow: "Langsam",
      Struggled: "KI hakte",
      Faster: "Schneller",
    } satisfies Record<JournalKind, string>,
    steps: {
      Input: "Eingabe",
      Draft: "Entwurf",
      Review: "Prüfung",
      Sign: "Unterschrift",
      Done: "Fertig",
    } satisfies Record<JournalStep, string>,
    note: (kind: string) => `${kind}. Ein paar Worte, wenn Sie mögen`,
    send: "Notieren",
    undo: "Doch nicht",
    noted: (kind: string) => `Notiert: ${kind}. Danke.`,
    failed: "Es wurde nicht notiert.",
  },
} satisfies Parts["form"];

import { formatNumber } from "../../../format";
import type { Parts } from "../../types";
import { count } from "../count";
import { tracked } from "../tracked";

/** What the workbench says: its bar, and the document beside the pane. */
export const words = {
  workbench: {
    workflows: "Workflows",
    administration: "Verwaltung",
    areas: "Dokument und Aufgabenbereich",
    document: "Dokument",
    pane: "Aufgabenbereich",
    mail: "Mail",
    mailEditor: "Mail im jetzigen Stand",
    switchPerson: "Person wechseln",
    switchHint:
      "Lokale Personen dieses Servers. Ohne Kennwort: Das ist ein Probebetrieb auf Ihrem eigenen Rechner.",
    theme: "Farbschema",
    themes: { light: "Hell", dark: "Dunkel", system: "Wie das System" },
    emptyTitle: "Hier erscheint Ihr Dokument",
    emptyBody:
      "Wählen Sie nebenan einen Workflow, oder öffnen Sie einen echten Statusbericht und sehen Sie zu.",
    emptyAction: "Beispielbericht öffnen",
    outlineTitle: "Was geschrieben wird",
    outlineWords: (min: number, max: number) =>
      `${formatNumber(min)} bis ${formatNumber(max)} Wörter`,
    outlineParagraphs: (min: number, max: number) =>
      min === max
        ? count(min, "Absatz", "Absätze")
        : `${formatNumber(min)} bis ${formatNumber(max)} Absätze`,
    documentLoading: "Das Dokument wird geladen",
    documentFailed: "Das Dokument konnte nicht gezeigt werden",
    unreadable: {
      title: "Das Dokument konnte nicht gezeigt werden",
      body: "Die Datei selbst ist unbeschädigt. Machen Sie im Aufgabenbereich weiter, oder laden Sie sie herunter und öffnen Sie sie in Word.",
    },
    documentLabel: "Dokument mit nachverfolgten Änderungen",
    legendPending: (pending: number) =>
      pending === 0
        ? "Keine Änderung ist offen"
        : `${count(pending, "Änderung", "Änderungen")} offen`,
    comment: (author: string, text: string) => `Kommentar von ${author}: ${text}`,
    to: "An",
    subject: "Betreff",
    noRecipient: "Im Datensatz steht keine Empfangsadresse",
    writing: "Der Entwurf wird geschrieben",
  },
  tracked,
} satisfies Parts["workbench"];

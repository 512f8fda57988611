import type { Phase } from "../../../api/types";
import { formatNumber } from "../../../format";
import { count } from "../count";

/** The words of the tab Pilot. */
export const pilot = {
  start: "Pilot beginnen",
  startTitle: "Wer probiert es aus?",
  startBody:
    "Solange kann nur diese Person die Version nutzen. Wählen Sie, wer diese Arbeit am häufigsten macht.",
  person: "Wer es ausprobiert",
  days: "Tage",
  daysHint: "14 bis 21.",
  daysWrong: "Geben Sie eine ganze Zahl von 14 bis 21 ein.",
  started: "Der Pilot läuft.",
  running: (name: string, day: number, of: number) =>
    `${name} probiert es aus: Tag ${formatNumber(day)} von ${formatNumber(of)}`,
  over: (name: string) => `${name} probiert es aus; die geplante Zeit ist um`,
  ends: (date: string) => `Geplantes Ende: ${date}.`,
  ended: (name: string, date: string) => `${name} hat es bis ${date} ausprobiert`,
  endedEarly: (reason: string) => `Vorzeitig beendet: ${reason}`,
  end: "Pilot beenden",
  endTitle: "Den Pilot beenden?",
  endBody: "Was daraus zu lernen war, bleibt: Journal, Messwerte und die Version.",
  endEarly: "Warum er vorzeitig endet",
  endDone: "Der Pilot ist beendet.",
  live: "In Betrieb nehmen",
  liveTitle: "Für alle freischalten?",
  liveBody: (value: number) =>
    `Version ${String(value)} wird die, die alle beginnen. Die Version davor wird stillgelegt.`,
  liveDone: "Sie ist in Betrieb.",
  lacking: "Es fehlt noch etwas, siehe oben.",
  meanwhile: (name: string) =>
    `${name} kann sie weiter nutzen, und die Verwaltung kann sie für alle freischalten, auch ohne das, was fehlt.`,
  anyway: "Ohne das in Betrieb nehmen",
  anywayTitle: "Trotz dessen, was fehlt, in Betrieb nehmen?",
  anywayBody:
    "Das wird mit Ihrem Namen und Grund festgehalten. Der Test der Beispiele kann nicht entfallen.",
  retire: "Stilllegen",
  retireOf: (value: number) => `Version ${String(value)} stilllegen`,
  retireTitle: (value: number) => `Version ${String(value)} stilllegen?`,
  retireBody: "Niemand beginnt sie mehr. Was begonnen ist, geht weiter.",
  retired: "Die Version ist stillgelegt.",
  reason: "Grund",
  lacks: "Bevor alle sie nutzen können:",
  versions: "Versionen",
  since: (date: string, name: string) => `seit ${date}, von ${name}`,
  grounds: {
    Method: "",
    Sample: "kam mit dem Produkt",
    Override: "durch Entscheidung der Verwaltung",
    Replaced: "eine neuere Version trat an ihre Stelle",
    TestFailed: "ihr Test ist nicht bestanden oder wieder offen",
  },
  journal: "Journal",
  journalLead: "Was beim Arbeiten auffiel, das Neueste zuerst.",
  journalEmpty: "Noch ist nichts notiert. Ein Tippen unten im Aufgabenbereich genügt.",
  filter: "Anzeigen",
  all: "Alle",
  openHandoff: "Übergabe öffnen",
  openOf: (name: string, when: string) => `Übergabe von ${name} öffnen, ${when}`,
  at: (step: string, value: number) => `bei ${step}, Version ${String(value)}`,
  adjustments: "Änderungen und worauf sie antworten",
  adjustmentsLead: "Jede Änderung einer genutzten Version sagt, was sie beheben soll.",
  adjustmentsEmpty: "Seit Beginn des Piloten wurde keine Version geändert.",
  fromTo: (from: number, to: number) => `Version ${String(from)} zu ${String(to)}`,
  results: {
    counts: (rate: { before: number; runsBefore: number; after: number; runsAfter: number }) =>
      `${formatNumber(rate.before)} in ${count(rate.runsBefore, "Durchlauf", "Durchläufen")} davor, ${formatNumber(rate.after)} in ${count(rate.runsAfter, "Durchlauf", "Durchläufen")} danach.`,
    Helped: "Es hat geholfen.",
    Worse: "Es kommt häufiger vor.",
    TooFewToTell: "Zu wenige Durchläufe, um es zu sagen.",
    needs: (runs: number) =>
      runs === 1
        ? `Zu wenige: Noch ${count(runs, "Durchlauf", "Durchläufe")} ohne das würde zeigen, dass es geholfen hat.`
        : `Zu wenige: Noch ${count(runs, "Durchlauf", "Durchläufe")} ohne das würden zeigen, dass es geholfen hat.`,
  },
  causes: {
    Journal: (entries: number) =>
      `antwortet auf ${count(entries, "Eintrag", "Einträge")} im Journal`,
    Findings: (check: string | undefined) =>
      check === undefined
        ? "antwortet auf Befunde einer Prüfung"
        : `antwortet auf Befunde von „${check}“`,
    Edits: "antwortet auf Formulierungen, die die Prüfenden geändert haben",
    Loops: "antwortet auf angeforderte Überarbeitungen",
    EscapedErrors: "antwortet auf Fehler, die nach der Herausgabe auffielen",
  },
  timeLine: "Zeitverlauf",
  timeLineLead: "Geplant und wie es kam.",
  phases: {
    Design: "Gestalten und testen",
    Pilot: "Pilot",
    Adjust: "Anpassen und einführen",
  } satisfies Record<Phase, string>,
  planned: (from: string, to: string) => `geplant ${from} bis ${to}`,
  actual: (from: string, to: string) => `es wurde ${from} bis ${to}`,
  runningSince: (from: string) => `läuft seit ${from}`,
  notYet: "nicht begonnen",
};

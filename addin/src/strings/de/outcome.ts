import type { CheckKind, OutcomeReport } from "../../api/types";

type Reception = OutcomeReport["reception"];

/** The words about what became of a text after it left, and about reduced reviews. */
export const outcome = {
  heading: "Wie es ankam",
  none: "Noch hat niemand gesagt, wie es ankam.",
  accepted: "Es wurde angenommen",
  wrong: "Etwas stimmte nicht",
  recording: "Wird festgehalten …",
  receptions: {
    Accepted: "Angenommen",
    CorrectionNeeded: "Korrektur nötig",
    Complaint: "Beschwerde",
  } satisfies Record<Reception, string>,
  dialogTitle: "Etwas stimmte nicht",
  dialogBody: "Ab jetzt werden Texte dieses Workflows wieder vollständig geprüft.",
  reception: "Was geschehen ist",
  catcher: "Was es hätte bemerken müssen",
  catcherChoose: "Auswählen",
  catcherMissing: "Sagen Sie, was es hätte bemerken müssen.",
  items: "Punkte der Checkliste",
  checks: "Automatische Prüfungen",
  nothing: "Dafür gibt es nichts",
  untraced: "Ein Flow hat es gemeldet. Was es hätte bemerken müssen, ist nicht gesagt.",
  shouldHaveCaught: (what: string) => `Hätte auffallen müssen bei: ${what}`,
  nothingCovers: "Keine der Freigaberegeln deckt das ab.",
  sentence: "Welcher Satz",
  noSentence: "Kein einzelner Satz",
  reason: "Was nicht stimmte",
  action: "Festhalten",
  check: (kind: CheckKind) =>
    ({
      WordCount: "Anzahl der Wörter",
      ParagraphCount: "Anzahl der Absätze",
      ListItems: "Jeder Listeneintrag des Datensatzes steht im Text",
      MustMention: "Jeder Pflichtfakt steht im Text",
      Dates: "Datumsangaben stimmen mit dem Datensatz überein",
      Numbers: "Zahlen stammen aus dem Datensatz",
      ForbiddenPhrases: "Verbotene Wendungen",
      Seams: "Die Abschnitte der KI lesen sich wie Ihre",
      Style: "Stilvorgaben",
      SecondReading: "Zweitleser",
    })[kind],
  extentTitle: (isReduced: boolean) =>
    isReduced ? "Verkürzte Prüfung" : "Wieder vollständige Prüfung",
};

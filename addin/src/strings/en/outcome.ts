import type { CheckKind, OutcomeReport } from "../../api/types";

type Reception = OutcomeReport["reception"];

/** The words about what became of a text after it left, and about reduced reviews. */
export const outcome = {
  heading: "How it was received",
  none: "Nobody has said yet how it was received.",
  accepted: "It was accepted",
  wrong: "Something was wrong with it",
  recording: "Recording…",
  receptions: {
    Accepted: "Accepted",
    CorrectionNeeded: "Correction needed",
    Complaint: "Complaint",
  } satisfies Record<Reception, string>,
  dialogTitle: "Something was wrong with it",
  dialogBody: "From now on texts of this workflow are reviewed in full again.",
  reception: "What happened",
  catcher: "What should have caught it",
  catcherChoose: "Choose",
  catcherMissing: "Say what should have caught it.",
  items: "Items of the checklist",
  checks: "Automatic checks",
  nothing: "Nothing covers this",
  untraced: "A flow reported it. What should have caught it is not said.",
  shouldHaveCaught: (what: string) => `Should have been caught by: ${what}`,
  nothingCovers: "Nothing of the gate covers this.",
  sentence: "Which sentence",
  noSentence: "Not one sentence",
  reason: "What was wrong",
  action: "Record it",
  check: (kind: CheckKind) =>
    ({
      WordCount: "Number of words",
      ParagraphCount: "Number of paragraphs",
      ListItems: "Every list item of the record is in the text",
      MustMention: "Every fact that must be mentioned is in the text",
      Dates: "Dates agree with the record",
      Numbers: "Numbers come from the record",
      ForbiddenPhrases: "Forbidden phrases",
      Seams: "The AI's sections read like yours",
      Style: "Style guide",
      SecondReading: "Second reader",
    })[kind],
  extentTitle: (isReduced: boolean) => (isReduced ? "Reduced review" : "Full review again"),
};

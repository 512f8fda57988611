import type { Change, Finding, HandoffView } from "../../api/types";

/** One row of the review: a change, or a finding in words that no change has. */
export type Entry =
  | {
      readonly kind: "change";
      readonly id: string;
      readonly section: string;
      readonly change: Change;
    }
  | {
      readonly kind: "finding";
      readonly id: string;
      readonly section: string;
      readonly finding: Finding;
    };

const hasPlace = (finding: Finding) => finding.changeId == null && finding.quote != null;

/** What the checks say of the text as a whole, or of something that is not in it. */
export const generalFindings = (view: HandoffView): Finding[] =>
  view.findings.filter((finding) => finding.changeId == null && !hasPlace(finding));

/** The sentence of the draft in which a finding's words stand. */
function sentenceOf(view: HandoffView, { quote, start, length }: Finding): number {
  const sentences = view.draft?.sentences ?? [];
  return sentences.findIndex((each) => each.text.slice(start, start + length) === quote);
}

/** The change before which a finding in kept words stands: by its sentence, else by its paragraph. */
function follower(view: HandoffView, finding: Finding): number {
  const at = sentenceOf(view, finding);
  const sentences = view.draft?.sentences ?? [];
  const after = new Set(sentences.slice(at + 1).map((sentence) => sentence.id));
  const { paragraph } = finding;
  const index = view.changes.findIndex((change) =>
    at >= 0 ? after.has(change.id) : paragraph != null && change.paragraph > paragraph,
  );
  return index < 0 ? view.changes.length : index;
}

/** The changes in the order of the document, and among them the findings that no change has. */
export function reviewOrder(view: HandoffView): Entry[] {
  const placed = view.findings
    .filter(hasPlace)
    .map((finding) => ({ finding, before: follower(view, finding) }));
  const findingsBefore = (at: number): Entry[] =>
    placed
      .filter(({ before }) => before === at)
      .map(({ finding, before }) => {
        const own = view.draft?.sentences[sentenceOf(view, finding)];
        const near = view.changes[before] ?? view.changes.at(-1);
        const section = own?.section ?? near?.section ?? "";
        return { kind: "finding", id: finding.id, section, finding };
      });
  return [
    ...view.changes.flatMap((change, at): Entry[] => [
      ...findingsBefore(at),
      { kind: "change", id: change.id, section: change.section, change },
    ]),
    ...findingsBefore(view.changes.length),
  ];
}

/** Whether a finding of a row holds the signature back. */
const blocks = (view: HandoffView, entry: Entry): boolean =>
  entry.kind === "finding"
    ? entry.finding.severity === "Blocking"
    : view.findings.some(
        ({ changeId, severity }) => changeId === entry.id && severity === "Blocking",
      );

/** Whether the checks say something of a row. */
export const doubtful = (entry: Entry): boolean =>
  entry.kind === "finding" || entry.change.findings.length > 0;

/** Where somebody is needed next: at an undecided change, at the row that blocks, or at the signature. */
export type Stage = "open" | "sign" | { readonly row: string };

export function stageOf(view: HandoffView): Stage {
  if (view.changes.some((change) => change.decision === "Undecided")) return "open";
  const row = reviewOrder(view).find((entry) => blocks(view, entry));
  return row ? { row: row.id } : "sign";
}

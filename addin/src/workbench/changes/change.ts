/** What a tracked change does. */
export type ChangeKind = "Inserted" | "Deleted" | "MovedFrom" | "MovedTo" | "Formatted";

/** What of the document it does it to. */
export type ChangePlace =
  "Text" | "ParagraphMark" | "Paragraph" | "Table" | "Row" | "Cell" | "Section";

/** A comment whose words overlap those of a change. */
export interface ChangeComment {
  readonly author: string;
  readonly text: string;
}

/** One tracked change of a document (ECMA-376 Part 1, 17.13.5). */
export interface TrackedChange {
  /** Its number among all changes of the document, in reading order; unlike `w:id` surely unique. */
  readonly key: number;
  /** The `w:id` of the elements that make it up: more than one where formatting was tracked run by run. */
  readonly ids: readonly string[];
  readonly kind: ChangeKind;
  readonly place: ChangePlace;
  readonly author: string;
  /** RFC 3339, or undefined: `w:date` is optional. */
  readonly date: string | undefined;
  /** The words it is about, white space as it stands. */
  readonly text: string;
  /** For formatting: what is different, in words. */
  readonly about: readonly string[];
  readonly comments: readonly ChangeComment[];
  /** The name that the two ends of a move share. */
  readonly move: string | undefined;
  /** The key of the change in which this one stands: somebody deleted in what another one inserted. */
  readonly within: number | undefined;
  /** Whether it is in the document's body, and not in a header, footer or note: ids are only unique per part. */
  readonly inBody: boolean;
}

/** The other end of a move: from where it came, or where it went. */
export const counterparts = (
  changes: readonly TrackedChange[],
  { kind, move }: TrackedChange,
): TrackedChange[] =>
  changes.filter((each) => move !== undefined && each.move === move && each.kind !== kind);

/** The author of the comments that the automatic checks leave: they are findings. */
export const checksAuthor = "HandoffOffice checks";

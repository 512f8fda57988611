import type { Change, HandoffView } from "../api/types";
import { groupBy } from "../components/groupBy";

/** The words that a change proposes: the reviewer's before the draft's, and none where a sentence goes. */
export const proposedText = (change: Change): string =>
  change.kind === "Deleted" ? "" : (change.editedText ?? change.text);

/** The words that stand where a change is: what it proposes, or what was there before where that was rejected. */
export const standingText = (change: Change): string =>
  change.decision === "Rejected" ? (change.original ?? "") : proposedText(change);

/**
 * The text as it would leave, one string a paragraph. The sentences of a draft are all of them, also those that stay as
 * they were; a deletion that was rejected is none of them, and stands before what follows it among the changes.
 */
export function remainingText(view: HandoffView): string[] {
  // The draft has not the sentences that its author wrote beside it.
  if (view.parallel)
    return groupBy(view.text ?? [], (sentence) => sentence.paragraph).map(([, paragraph]) =>
      paragraph.map((sentence) => sentence.text).join(" "),
    );
  const sentences = view.draft?.sentences ?? [];
  const drafted = new Set(sentences.map((sentence) => sentence.id));
  const pending = view.changes.filter((change) => !drafted.has(change.id));
  const place = new Map(view.changes.map((change, index) => [change.id, index]));
  const text: { paragraph: string; words: string }[] = [];
  const put = (paragraph: string, words: string) => {
    if (words !== "") text.push({ paragraph, words });
  };
  // A deletion counts paragraphs as the text under review does, a sentence as the draft does.
  const putDeleted = (before: number) => {
    while (pending[0] && (place.get(pending[0].id) ?? 0) < before) {
      const [change] = pending.splice(0, 1);
      if (change) put(`deleted ${String(change.paragraph)}`, standingText(change));
    }
  };
  for (const sentence of sentences) {
    const change = view.changes.find((each) => each.id === sentence.id);
    putDeleted(place.get(sentence.id) ?? 0);
    put(
      `${sentence.section} ${String(sentence.paragraph)}`,
      change ? standingText(change) : sentence.text,
    );
  }
  putDeleted(Infinity);
  return groupBy(text, ({ paragraph }) => paragraph).map(([, own]) =>
    own.map(({ words }) => words).join(" "),
  );
}

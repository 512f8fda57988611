import type { Change } from "../api/types";

export type Segment = Change["segments"][number];

/** Two texts in one, in whole words: what they begin and end with alike is kept, the rest goes and comes. */
export function segmentsOf(original: string, revised: string): Segment[] {
  const words = (text: string) => [...text.matchAll(/\S+\s*/gu)].map(([word]) => word);
  const [old, now] = [words(original), words(revised)];
  const longest = Math.min(old.length, now.length);
  let start = 0;
  while (start < longest && old[start] === now[start]) start++;
  let end = 0;
  while (end < longest - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const cut = (text: string[]) => text.slice(start, text.length - end).join("");
  const segments: Segment[] = [
    { kind: "Kept", text: old.slice(0, start).join("") },
    { kind: "Deleted", text: cut(old) },
    { kind: "Inserted", text: cut(now) },
    { kind: "Kept", text: old.slice(old.length - end).join("") },
  ];
  return segments.filter((segment) => segment.text !== "");
}

/** The words that a change proposes, the reviewer's before the draft's; none where they go. */
const proposed = (change: Change) =>
  change.kind === "Deleted" ? "" : (change.editedText ?? change.text);

/** The change with what follows from its words: how they differ, and which tracked changes show it. */
export function withRedline(change: Change, index: number): Change {
  const segments = segmentsOf(change.original ?? "", proposed(change));
  const open = segments.filter((segment) => segment.kind !== "Kept");
  return {
    ...change,
    segments,
    previous: change.previous && {
      ...change.previous,
      segments: segmentsOf(change.previous.text, proposed(change)),
    },
    revisionIds:
      change.decision === "Undecided" ? open.map((_, at) => String(1000 + index * 10 + at)) : [],
  };
}

/** The words that stand where the change is: what is proposed, or the original where that was rejected. */
export const standingText = (change: Change): string =>
  change.decision === "Rejected" ? (change.original ?? "") : proposed(change);

/** A change as the first draft makes them; the rest is the caller's. */
export const newChange = (
  change: Pick<Change, "id" | "section" | "paragraph" | "text"> & Partial<Change>,
): Change => ({
  kind: "Inserted",
  author: "HandoffOffice (rules, no AI)",
  original: null,
  segments: [],
  reason: null,
  carriedOver: false,
  revisionIds: [],
  decision: "Undecided",
  citations: [],
  findings: [],
  ...change,
});

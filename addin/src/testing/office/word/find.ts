import { markWithin } from "./split";
import type { Leaf, Step } from "./steps";
import type { Mark } from "./xml";

/** How words are searched; any case and parts of words too, unless asked. */
export interface SearchOptions {
  readonly matchCase: boolean;
  readonly matchWholeWord: boolean;
}

/** New marks around each place of the searched words: within one paragraph each, deleted text as any other. */
export function find(
  steps: readonly Step[],
  words: string,
  options: SearchOptions,
): { start: Mark; end: Mark }[] {
  return linesOf(steps).flatMap((leaves) =>
    matchesIn(leaves, words, options)
      // From behind: marks in a text leave the text before them as it is.
      .toReversed()
      .map(([from, to]) => {
        const end = markAfter(leaves, to);
        return { start: markBefore(leaves, from), end };
      })
      .toReversed(),
  );
}

/** The leaves of each paragraph. */
function linesOf(steps: readonly Step[]): Leaf[][] {
  const lines: Leaf[][] = [[]];
  for (const step of steps)
    if (step.kind === "end") lines.push([]);
    else if (step.kind === "leaf" && step.text !== "") lines.at(-1)?.push(step);
  return lines;
}

function matchesIn(
  leaves: readonly Leaf[],
  words: string,
  { matchCase, matchWholeWord }: SearchOptions,
): [from: number, to: number][] {
  const fold = (text: string) => (matchCase ? text : text.toLowerCase());
  const text = fold(leaves.map((leaf) => leaf.text).join(""));
  const found: [number, number][] = [];
  for (
    let at = text.indexOf(fold(words));
    at >= 0;
    at = text.indexOf(fold(words), at + words.length)
  ) {
    const around = (text[at - 1] ?? "") + (text[at + words.length] ?? "");
    if (!matchWholeWord || !/[\p{L}\p{N}_]/u.test(around)) found.push([at, at + words.length]);
  }
  return found;
}

function markBefore(leaves: readonly Leaf[], offset: number): Mark {
  let left = offset;
  for (const leaf of leaves) {
    if (left < leaf.text.length) return markWithin(leaf, left);
    left -= leaf.text.length;
  }
  throw new Error("The text is shorter than the match.");
}

function markAfter(leaves: readonly Leaf[], offset: number): Mark {
  let left = offset;
  for (const leaf of leaves) {
    if (left <= leaf.text.length) return markWithin(leaf, left);
    left -= leaf.text.length;
  }
  throw new Error("The text is shorter than the match.");
}

import { Span } from "./place";
import type { WordDocument } from "./wordDocument";
import { after, attr, before, descendants, makeMark } from "./xml";

/** What stands between the two ends of a bookmark (ECMA-376 Part 1, 17.13.6.2); names differ in more than case. */
export function bookmark(document: WordDocument, name: string): Span | undefined {
  for (const story of document.stories) {
    const start = [...descendants(story, "bookmarkStart")].find(
      (each) => attr(each, "name")?.toLowerCase() === name.toLowerCase(),
    );
    const end = [...descendants(story, "bookmarkEnd")].find(
      (each) => start && attr(each, "id") === attr(start, "id"),
    );
    if (!start || !end) continue;
    const [from, to] = [makeMark(start), makeMark(end)];
    after(start, from);
    before(end, to);
    return new Span(document, from, to);
  }
  return undefined;
}

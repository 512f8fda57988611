import type { Element } from "@xmldom/xmldom";
import { storyOf, Span, type Place } from "./place";
import type { WordDocument } from "./wordDocument";
import { after, attr, before, descendants, detach, makeMark, type Mark } from "./xml";

/** The names of the bookmarks that begin in a place; Word hides those whose name begins with an underscore. */
export function bookmarksIn(place: Place, hidden: boolean): string[] {
  const { start, end } = place.edges();
  const story = storyOf(start);
  const names = [...descendants(story, "bookmarkStart")]
    .filter((each) => isBetween(start, each, end))
    .map((each) => attr(each, "name") ?? "")
    .filter((name) => hidden || !name.startsWith("_"));
  for (const mark of [start, end]) detach(mark);
  return names;
}

const following = 4;

const isBetween = (start: Mark, each: Element, end: Mark) =>
  (start.compareDocumentPosition(each) & following) !== 0 &&
  (each.compareDocumentPosition(end) & following) !== 0;

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

import type { Element, Node } from "@xmldom/xmldom";
import {
  deleteBlock,
  guard,
  insertRunsTracked,
  insertTracked,
  isBlock,
  markParagraph,
  settleAll,
} from "./edit";
import { Refusal } from "./errors";
import { Package } from "./package";
import { Span, type Place, type Where } from "./place";
import { Control, Paragraph, Story } from "./places";
import { markAtEdge, splitAt, splitParagraph } from "./split";
import { paragraphsOf } from "./steps";
import { freshIds, takeComments, takeRelated, takeStyles } from "./taking";
import type { WordDocument } from "./wordDocument";
import {
  after,
  append,
  before,
  child,
  children,
  closest,
  descendants,
  detach,
  isElement,
  isMark,
  isWord,
  make,
  nodesOf,
  parentOf,
  serialize,
  shallow,
} from "./xml";
import type { Mark } from "./xml";

/**
 * Inserts the body of a package in flat form. With tracking off, its tracked changes come in as they are, with their authors and
 * dates (office-js#6903 shows it). With tracking on, everything comes in as the user's insertion, and what is replaced as the
 * user's deletion, also where both say the same (office-js#334, #559). Definitions of numbering do not come along.
 */
export function insertOoxml(place: Place, ooxml: string, where: Where): Span {
  if (!(where === "Before" || where === "After")) guardPlace(place);
  const given = blocksFrom(ooxml, place.document);
  const blocks = place.document.tracking.on ? settleAll(given) : given;
  if (blocks.length === 0) throw new Refusal("InvalidArgument");
  const span = hasBlocks(place, where)
    ? placeBlocks(place, blocks, where)
    : placeInLine(place.markFor(where), blocks, place.document);
  place.document.forgetIds();
  return span;
}

/** Refuses before anything has come in. */
function guardPlace(place: Place): void {
  const { start, end } = place.edges();
  try {
    for (const mark of [start, end]) guard(mark);
  } finally {
    detach(start);
    detach(end);
  }
}

/** The blocks of a package, made ready for the document: what they refer to comes with them. */
function blocksFrom(ooxml: string, document: WordDocument): Element[] {
  const source = Package.fromFlat(ooxml);
  const main = source.related("", "officeDocument");
  const body = main === undefined ? undefined : child(source.root(main), "body");
  const owner = document.root.ownerDocument;
  if (main === undefined || !body || !owner) throw new Refusal("InvalidArgument");
  const blocks = children(body)
    .filter((each) => !isWord(each, "sectPr"))
    .map((each) => owner.importNode(each, true));
  takeStyles(source, main, blocks, document);
  takeComments(source, main, blocks, document);
  takeRelated(source, main, blocks, document);
  freshIds(blocks, document);
  return blocks;
}

/** Whether a place takes blocks as they are; another one takes them into its line. */
function hasBlocks(place: Place, where: Where): boolean {
  if (place instanceof Story) return true;
  if (place instanceof Control) return !place.isInline;
  return place instanceof Paragraph && !(where === "Start" || where === "End");
}

function placeBlocks(place: Place, blocks: readonly Element[], where: Where): Span {
  const { document } = place;
  if (!(place instanceof Story || place instanceof Control || place instanceof Paragraph))
    throw new Error("The place takes no blocks.");
  const [first, last] = insertAmong(place, blocks, where);
  const { tracking } = document;
  if (tracking.on) for (const block of blocks) insertTracked(block, tracking);
  closeHolder(parentOf(last), last);
  return new Span(document, edge(first, "start"), edge(last, "end"));
}

/** Puts blocks where they belong, and takes away what they replace. */
function insertAmong(
  place: Story | Control | Paragraph,
  blocks: readonly Element[],
  where: Where,
): [Element, Element] {
  const { tracking } = place.document;
  const old = place instanceof Paragraph ? [place.element] : place.blocks;
  const [first, last] = [blocks[0], blocks.at(-1)];
  const outer = where === "Before" || where === "After";
  const target = outer && !(place instanceof Story) ? [place.element] : old;
  const [front, back] = [target[0], target.at(-1)];
  if (!first || !last) throw new Error("There is a block to insert.");
  for (const each of outer ? [parentOf(place.element)] : [place.element]) guard(each);
  if (!front || !back) append(place instanceof Control ? place.content : place.element, ...blocks);
  else if (where === "Start" || where === "Before") before(front, ...blocks);
  else after(back, ...blocks);
  if (where === "Replace") for (const block of old) deleteBlock(block, tracking);
  return [first, last];
}

/** A cell, a body and a control around blocks end with a paragraph. */
function closeHolder(holder: Element, last: Element): void {
  const isLast = children(holder).filter(isBlock).at(-1) === last;
  if (isLast && isWord(last, "tbl")) after(last, make(last, "p"));
}

function edge(block: Element, side: "start" | "end"): Mark {
  const paragraphs = isWord(block, "p") ? [block] : [...descendants(block, "p")];
  const paragraph = side === "start" ? paragraphs[0] : paragraphs.at(-1);
  if (!paragraph) throw new Refusal("InvalidArgument");
  return markAtEdge(paragraph, side);
}

/**
 * Puts blocks into a line: the content of one paragraph without its mark; of several, the first joins what is before the mark,
 * the last what is behind it.
 */
function placeInLine(mark: Mark, blocks: readonly Element[], document: WordDocument): Span {
  guard(mark);
  const { tracking } = document;
  const [first, ...others] = blocks;
  if (!first) throw new Error("There is a block to insert.");
  splitAt(mark, "ins", "del", "moveFrom", "moveTo");
  const start = shallow(mark);
  before(mark, start);
  if (tracking.on)
    for (const block of blocks) if (isWord(block, "p")) insertRunsTracked(block, tracking);
  if (others.length === 0 && isWord(first, "p")) before(mark, ...contentOf(first));
  else placeAcross(mark, blocks, document);
  return new Span(document, start, mark);
}

const contentOf = (paragraph: Element) => nodesOf(paragraph).filter((node) => !isWord(node, "pPr"));

function placeAcross(mark: Mark, blocks: readonly Element[], document: WordDocument): void {
  const { tracking } = document;
  const head = splitParagraph(mark);
  const tail = parentOf(mark);
  const [first, last] = [blocks[0], blocks.at(-1)];
  const inner = blocks.filter(
    (block) => !(isWord(block, "p") && (block === first || block === last)),
  );
  if (first && isWord(first, "p")) append(head, ...contentOf(first));
  before(tail, ...inner);
  if (tracking.on) {
    markParagraph(head, "ins", tracking);
    for (const block of inner) insertTracked(block, tracking);
  }
  if (last && last !== first && isWord(last, "p")) before(mark, ...contentOf(last));
}

/** A place as a package in flat form: the document's parts, with the blocks of the place in the body. */
export function ooxmlOf(place: Place): string {
  const { document } = place;
  const wrapper = shallow(document.root);
  const blocks = blocksOf(place);
  const section = child(document.body, "sectPr")?.cloneNode(true);
  append(wrapper, make(document.body, "body", {}, [...blocks, ...(section ? [section] : [])]));
  return document.parts.flat({ [document.main]: serialize(wrapper) });
}

function blocksOf(place: Place): Node[] {
  if (place instanceof Story) return place.blocks.map((each) => each.cloneNode(true));
  if (place instanceof Paragraph) return [place.element.cloneNode(true)];
  if (place instanceof Control && !place.isInline) return [place.element.cloneNode(true)];
  const steps = place.steps();
  const kept = new Set<Node>(steps.flatMap((step) => (step.kind === "leaf" ? [step.node] : [])));
  return paragraphsAround(place).map(
    (paragraph) => cloneOf(paragraph, kept) ?? make(paragraph, "p"),
  );
}

/** The paragraphs that a piece of text stands in. */
function paragraphsAround(place: Place): Element[] {
  const found = paragraphsOf(place.steps());
  if (found.length > 0) return found;
  const { start, end } = place.edges();
  const around = closest(start, "p");
  detach(start);
  detach(end);
  return around ? [around] : [];
}

/** A copy with only those pieces of text; runs and changes that hold none are left out. */
function cloneOf(node: Node, kept: ReadonlySet<Node>): Node | undefined {
  if (isMark(node)) return undefined;
  if (isWord(node, "pPr", "rPr", "sdtPr")) return node.cloneNode(true);
  if (kept.has(node)) return node.cloneNode(true);
  if (!isElement(node)) return undefined;
  const copies = nodesOf(node)
    .map((each) => cloneOf(each, kept))
    .filter((each) => each !== undefined);
  if (!isWord(node, "p") && !copies.some((each) => !isWord(each, "rPr", "sdtPr"))) return undefined;
  const copy = shallow(node);
  append(copy, ...copies);
  return copy;
}

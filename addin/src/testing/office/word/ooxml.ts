import type { Element, Node } from "@xmldom/xmldom";
import {
  deleteBlock,
  guard,
  insertRunsTracked,
  insertTracked,
  isBlock,
  markParagraph,
  settle,
} from "./edit";
import { Refusal } from "./errors";
import { Package } from "./package";
import { Control, Paragraph, Span, Story, type Place, type Where } from "./places";
import { markAtEdge, splitAt, splitParagraph } from "./split";
import { paragraphsOf } from "./steps";
import type { WordDocument } from "./wordDocument";
import {
  after,
  append,
  attr,
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
  relationshipNamespace,
  serialize,
  setAttr,
  shallow,
} from "./xml";
import type { Mark } from "./xml";

const revisions = ["ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"];

/**
 * Inserts the body of a package in flat form. With tracking off, its tracked changes come in as they are, with their authors and
 * dates (office-js#6903 shows it). With tracking on, everything comes in as the user's insertion, and what is replaced as the
 * user's deletion, also where both say the same (office-js#334, #559).
 */
export function insertOoxml(place: Place, ooxml: string, where: Where): Span {
  const blocks = blocksFrom(ooxml, place.document);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) throw new Refusal("InvalidArgument");
  const { tracking } = place.document;
  if (tracking.on) for (const block of blocks) settle(block);
  const span = hasBlocks(place, where)
    ? placeBlocks(place, blocks, where)
    : placeInLine(place.markFor(where), blocks, place.document);
  place.document.forgetIds();
  return span;
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

const below = (blocks: readonly Element[], ...names: readonly string[]): Element[] =>
  blocks.flatMap((block) => [
    ...(isWord(block, ...names) ? [block] : []),
    ...descendants(block, ...names),
  ]);

function takeStyles(
  source: Package,
  main: string,
  blocks: readonly Element[],
  document: WordDocument,
): void {
  const [from, to] = [
    source.related(main, "styles"),
    document.parts.related(document.main, "styles"),
  ];
  if (from === undefined || to === undefined) return;
  const styles = document.parts.root(to);
  const known = new Set(children(styles, "style").map((each) => attr(each, "styleId")));
  const wanted = new Set(
    below(blocks, "pStyle", "rStyle", "tblStyle").map((each) => attr(each, "val")),
  );
  for (const style of children(source.root(from), "style")) {
    const id = attr(style, "styleId");
    if (wanted.has(id) && !known.has(id)) append(styles, importInto(styles, style));
  }
}

function importInto(part: Element, node: Element): Node {
  const owner = part.ownerDocument;
  if (!owner) throw new Error("The part has no document.");
  return owner.importNode(node, true);
}

const commentMarks = ["commentRangeStart", "commentRangeEnd", "commentReference"];

function takeComments(
  source: Package,
  main: string,
  blocks: readonly Element[],
  document: WordDocument,
): void {
  const from = source.related(main, "comments");
  const given = from === undefined ? [] : children(source.root(from), "comment");
  for (const mark of below(blocks, ...commentMarks))
    if (!given.some((each) => attr(each, "id") === attr(mark, "id"))) detach(mark);
  const into = given.length > 0 ? commentsRoot(document) : undefined;
  for (const comment of given) {
    const id = attr(comment, "id") ?? "";
    const marks = below(blocks, ...commentMarks).filter((each) => attr(each, "id") === id);
    if (!into || marks.length === 0) continue;
    const fresh = freshCommentId(into);
    const taken = importInto(into, comment);
    if (isElement(taken)) setAttr(taken, "id", fresh);
    append(into, taken);
    // In two steps: a new id may be one that another comment of the package still has.
    for (const mark of marks) setAttr(mark, "id", `new-${fresh}`);
  }
  for (const mark of below(blocks, ...commentMarks))
    setAttr(mark, "id", (attr(mark, "id") ?? "").replace("new-", ""));
}

const comments = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/** The comments of a document; the part is made where there is none. */
export function commentsRoot(document: WordDocument): Element {
  const name = document.parts.related(document.main, "comments");
  if (name !== undefined) return document.parts.root(name);
  const made = document.main.replace(/[^/]+$/, "comments.xml");
  const { prefix, namespaceURI } = document.root;
  const tag = prefix ? `${prefix}:comments` : "comments";
  document.parts.add(
    made,
    comments,
    `<${tag} xmlns${prefix ? `:${prefix}` : ""}="${namespaceURI ?? ""}"/>`,
  );
  document.parts.relate(document.main, `${relationshipNamespace}/comments`, made);
  return document.parts.root(made);
}

export function freshCommentId(root: Element): string {
  const ids = children(root, "comment").map((each) => Number(attr(each, "id")));
  return String(Math.max(-1, ...ids) + 1);
}

/** Pictures, hyperlinks and the like: what an `r:` attribute leads to comes along. */
function takeRelated(
  source: Package,
  main: string,
  blocks: readonly Element[],
  document: WordDocument,
): void {
  const related = new Map(source.relationships(main).map((each) => [each.id, each]));
  for (const element of blocks.flatMap((block) => [block, ...everything(block)]))
    for (const attribute of [...element.attributes]) {
      if (attribute.namespaceURI !== relationshipNamespace) continue;
      const found = related.get(attribute.value);
      if (!found) throw new Refusal("InvalidArgument");
      const target = found.external ? found.target : takePart(source, found.target, document);
      attribute.value = document.parts.relate(document.main, found.type, target, found.external);
    }
}

function* everything(element: Element): Generator<Element> {
  for (const node of nodesOf(element))
    if (isElement(node)) {
      yield node;
      yield* everything(node);
    }
}

function takePart(source: Package, name: string, document: WordDocument): string {
  let free = name;
  for (let number = 1; document.parts.has(free); number++)
    free = name.replace(/(\.\w+)?$/, `-${number}$1`);
  const type = source.contentType(name) ?? "application/octet-stream";
  document.parts.add(free, type, source.bytes(name));
  return free;
}

/** A tracked change or a control whose id the document has already gets another. */
function freshIds(blocks: readonly Element[], document: WordDocument): void {
  const used = new Set(
    document.stories.flatMap((story) =>
      [...descendants(story, ...revisions)].map((each) => attr(each, "id")),
    ),
  );
  for (const each of below(blocks, ...revisions))
    if (used.has(attr(each, "id"))) setAttr(each, "id", document.newId());
  const controls = new Set(
    document.stories.flatMap((story) => [...descendants(story, "sdt")].map(controlId)),
  );
  for (const each of below(blocks, "sdt")) {
    const id = child(child(each, "sdtPr"), "id");
    if (id && controls.has(controlId(each))) setAttr(id, "val", document.newId());
  }
}

const controlId = (control: Element) => attr(child(child(control, "sdtPr"), "id"), "val");

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

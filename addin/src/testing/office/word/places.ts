import type { Element } from "@xmldom/xmldom";
import { deleteBetween, deleteBlock, guard, isBlock, writeText } from "./edit";
import { Refusal } from "./errors";
import { markAtEdge, markWithin } from "./split";
import { between, stepsIn, textOf, type Leaf, type Step, type TextVersion } from "./steps";
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
  isAttached,
  isWord,
  make,
  makeMark,
  parentOf,
  prepend,
} from "./xml";
import type { Mark } from "./xml";
import type { WordDocument } from "./wordDocument";

export type Where = "Replace" | "Start" | "End" | "Before" | "After";
export type RangeWhere = "Whole" | "Start" | "End" | "Before" | "After" | "Content";

/** A piece of a document: what `Body`, `Paragraph`, `ContentControl` and `Range` of Word have in common. */
export abstract class Place {
  constructor(readonly document: WordDocument) {}

  /** What stands in it. */
  abstract steps(): Step[];

  /** Whether it is still in the document. */
  abstract readonly stands: boolean;

  /** New marks where its content begins and ends. */
  abstract edges(): { start: Mark; end: Mark };

  /** A new mark before or after all of it. */
  abstract beside(side: "Before" | "After"): Mark;

  /** Empties it. */
  abstract clear(): void;

  /** Takes it away, with its content. */
  abstract delete(): void;

  text(version: TextVersion = "All"): string {
    return textOf(this.steps(), version);
  }

  /** A new mark where something is inserted; what is replaced is gone then. */
  markFor(where: Where): Mark {
    if (where === "Before" || where === "After") return this.beside(where);
    if (where === "Replace") this.clear();
    const { start, end } = this.edges();
    const [wanted, other] = where === "Start" ? [start, end] : [end, start];
    detach(other);
    return wanted;
  }

  /** The part of it that `getRange` names. */
  range(where: RangeWhere): this | Span {
    if (where === "Whole" && !(this instanceof Span)) return this;
    // Each span has marks of its own: it is released by itself.
    if (where === "Whole" || where === "Content") return Span.of(this.document, this.edges());
    return Span.at(
      this.document,
      where === "Before" || where === "After" ? this.beside(where) : this.markFor(where),
    );
  }

  insertText(text: string, where: Where): Span {
    const end = this.markFor(where);
    const start = makeMark(end);
    before(end, start);
    writeText(end, text, this.document.tracking);
    return new Span(this.document, start, end);
  }

  /** Where each of the searched words stands: within one paragraph each, deleted text as any other. */
  search(words: string, matchCase: boolean, matchWholeWord: boolean): Span[] {
    return linesOf(this.steps()).flatMap((leaves) =>
      matchesIn(leaves, words, matchCase, matchWholeWord)
        // From behind: marks in a text leave the text before them as it is.
        .toReversed()
        .map(([from, to]) => {
          const end = markAfter(leaves, to);
          return new Span(this.document, markBefore(leaves, from), end);
        })
        .toReversed(),
    );
  }

  /** The control around it. */
  abstract around(): Element | undefined;

  /** Controls within it. */
  controls(): Element[] {
    const steps = this.steps();
    const closed = new Set(steps.flatMap((step) => (step.kind === "close" ? [step.control] : [])));
    return steps.flatMap((step) =>
      step.kind === "open" && closed.has(step.control) ? [step.control] : [],
    );
  }
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
  matchCase: boolean,
  wholeWord: boolean,
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
    if (!wholeWord || !/[\p{L}\p{N}_]/u.test(around)) found.push([at, at + words.length]);
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

/** The body, a header, or a cell of a table. */
export class Story extends Place {
  constructor(
    document: WordDocument,
    readonly element: Element,
  ) {
    super(document);
  }

  get stands() {
    return isAttached(this.element);
  }

  /** `Word.BodyType`. */
  get type(): "MainDoc" | "Header" | "TableCell" {
    return isWord(this.element, "tc")
      ? "TableCell"
      : isWord(this.element, "hdr")
        ? "Header"
        : "MainDoc";
  }

  get blocks(): Element[] {
    return children(this.element).filter(isBlock);
  }

  steps() {
    return stepsIn(this.element);
  }

  edges() {
    return edgesOf(this.element);
  }

  beside(side: "Before" | "After"): Mark {
    const { start, end } = this.edges();
    detach(side === "Before" ? end : start);
    return side === "Before" ? start : end;
  }

  clear() {
    clearBlocks(this.document, this.blocks);
  }

  delete() {
    this.clear();
  }

  around() {
    return closest(this.element, "sdt");
  }
}

export class Paragraph extends Place {
  constructor(
    document: WordDocument,
    readonly element: Element,
  ) {
    super(document);
  }

  get stands() {
    return isAttached(this.element);
  }

  /** Its style by its name, as `Paragraph.style` has it; the default one where it names none. */
  get style(): string {
    return styleName(this.document, attr(child(child(this.element, "pPr"), "pStyle"), "val"));
  }

  steps() {
    return stepsIn(this.element);
  }

  edges() {
    return { start: markAtEdge(this.element, "start"), end: markAtEdge(this.element, "end") };
  }

  beside(side: "Before" | "After"): Mark {
    if (side === "Before") return markAtEdge(this.element, "start");
    const steps = stepsIn(storyOf(this.element));
    const paragraphs = steps.flatMap((step) => (step.kind === "end" ? [step.paragraph] : []));
    const next = paragraphs[paragraphs.indexOf(this.element) + 1];
    if (!next) throw new Refusal("GeneralException");
    return markAtEdge(next, "start");
  }

  clear() {
    clearLine(this);
  }

  delete() {
    guard(this.element);
    deleteBlock(this.element, this.document.tracking);
  }

  around() {
    return closest(this.element, "sdt");
  }
}

/** A structured document tag (ECMA-376 Part 1, 17.5.2): around blocks, or within a line. */
export class Control extends Place {
  constructor(
    document: WordDocument,
    readonly element: Element,
  ) {
    super(document);
  }

  get stands() {
    return isAttached(this.element);
  }

  get content(): Element {
    const content = child(this.element, "sdtContent");
    if (!content) throw new Error("A control has a content.");
    return content;
  }

  /** Whether it stands within a line. */
  get isInline(): boolean {
    return closest(this.element, "p", "tc", "body", "hdr")?.localName === "p";
  }

  get blocks(): Element[] {
    return children(this.content).filter(isBlock);
  }

  steps() {
    return stepsIn(this.element);
  }

  edges() {
    const { content } = this;
    if (!this.isInline) return edgesOf(content);
    const [start, end] = [makeMark(content), makeMark(content)];
    prepend(content, start);
    append(content, end);
    return { start, end };
  }

  beside(side: "Before" | "After"): Mark {
    if (this.isInline) {
      const mark = makeMark(this.element);
      if (side === "Before") before(this.element, mark);
      else after(this.element, mark);
      return mark;
    }
    const sibling = children(parentOf(this.element)).filter(isBlock);
    const next = sibling[sibling.indexOf(this.element) + (side === "Before" ? -1 : 1)];
    if (!next) throw new Refusal("GeneralException");
    const edges = edgesOf(next);
    detach(side === "Before" ? edges.start : edges.end);
    return side === "Before" ? edges.end : edges.start;
  }

  clear() {
    guard(this.element);
    if (this.isInline) clearLine(this);
    else clearBlocks(this.document, this.blocks);
  }

  delete() {
    this.clear();
    this.unwrap();
  }

  /** Takes the control away and leaves its content. */
  unwrap() {
    before(this.element, ...children(this.content));
    detach(this.element);
  }

  around() {
    return closest(this.element, "sdt");
  }
}

/** What stands between two marks. */
export class Span extends Place {
  constructor(
    document: WordDocument,
    readonly start: Mark,
    readonly end: Mark,
  ) {
    super(document);
  }

  static of(document: WordDocument, { start, end }: { start: Mark; end: Mark }): Span {
    return new Span(document, start, end);
  }

  /** A place without width. */
  static at(document: WordDocument, mark: Mark): Span {
    const end = makeMark(mark);
    after(mark, end);
    return new Span(document, mark, end);
  }

  get stands() {
    return isAttached(this.start) && isAttached(this.end);
  }

  steps() {
    return between(stepsIn(storyOf(this.start)), this.start, this.end);
  }

  edges() {
    const [start, end] = [makeMark(this.start), makeMark(this.end)];
    after(this.start, start);
    before(this.end, end);
    return { start, end };
  }

  beside(side: "Before" | "After"): Mark {
    const mark = makeMark(this.start);
    if (side === "Before") before(this.start, mark);
    else after(this.end, mark);
    return mark;
  }

  clear() {
    deleteBetween(this.start, this.end, this.document.tracking);
  }

  delete() {
    this.clear();
  }

  around() {
    const around = closest(this.start, "sdt");
    return around && closest(this.end, "sdt") === around ? around : outerOf(this.start, this.end);
  }

  /** Its marks go; nobody asks for it any more. */
  release() {
    detach(this.start);
    detach(this.end);
  }
}

/** The nearest control that both marks stand in. */
function outerOf(start: Mark, end: Mark): Element | undefined {
  const ends = new Set<Element>();
  for (let at = closest(end, "sdt"); at; at = closest(at, "sdt")) ends.add(at);
  for (let at = closest(start, "sdt"); at; at = closest(at, "sdt")) if (ends.has(at)) return at;
  return undefined;
}

/** The root of the part that something stands in. */
export function storyOf(element: Element): Element {
  return element.parentElement ? storyOf(element.parentElement) : element;
}

/** The body, the header or the cell that something stands in. */
export function bodyAround(element: Element): Element {
  return closest(element, "tc", "body", "hdr") ?? storyOf(element);
}

function edgesOf(holder: Element): { start: Mark; end: Mark } {
  const paragraphs = isWord(holder, "p") ? [holder] : [...descendants(holder, "p")];
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (!first || !last) {
    const made = make(holder, "p");
    append(holder, made);
    return { start: markAtEdge(made, "start"), end: markAtEdge(made, "end") };
  }
  return { start: markAtEdge(first, "start"), end: markAtEdge(last, "end") };
}

function clearLine(place: Place): void {
  const { start, end } = place.edges();
  deleteBetween(start, end, place.document.tracking);
  detach(start);
  detach(end);
}

/** Empties a story or a control of blocks: one empty paragraph stays. */
function clearBlocks(document: WordDocument, blocks: readonly Element[]): void {
  for (const block of blocks) guard(block);
  const [first, ...rest] = blocks;
  for (const block of rest.toReversed()) deleteBlock(block, document.tracking);
  if (!first) return;
  if (isWord(first, "p")) new Paragraph(document, first).clear();
  else deleteBlock(first, document.tracking);
}

/** The name of a style by its id. */
export function styleName(document: WordDocument, id: string | undefined): string {
  const part = document.parts.related(document.main, "styles");
  const styles = part === undefined ? [] : [...descendants(document.parts.root(part), "style")];
  const found = styles.find((each) =>
    id === undefined
      ? attr(each, "default") === "1" && attr(each, "type") === "paragraph"
      : attr(each, "styleId") === id,
  );
  return attr(child(found, "name"), "val") ?? id ?? "Normal";
}

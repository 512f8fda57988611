import type { Element } from "@xmldom/xmldom";
import { deleteBlock, guard, isBlock } from "./edit";
import { Refusal } from "./errors";
import { clearLine, edgesOf, Place, storyOf } from "./place";
import { markAtEdge } from "./split";
import { stepsIn } from "./steps";
import { styleName } from "./styles";
import type { WordDocument } from "./wordDocument";
import {
  after,
  append,
  attr,
  before,
  child,
  children,
  closest,
  detach,
  isAttached,
  isWord,
  makeMark,
  parentOf,
  prepend,
} from "./xml";
import type { Mark } from "./xml";

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

/** The body, the header or the cell that something stands in. */
export function bodyAround(element: Element): Element {
  return closest(element, "tc", "body", "hdr") ?? storyOf(element);
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

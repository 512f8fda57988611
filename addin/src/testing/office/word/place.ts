import type { Element } from "@xmldom/xmldom";
import { deleteBetween, writeText } from "./edit";
import { find, type SearchOptions } from "./find";
import { markAtEdge } from "./split";
import { between, stepsIn, textOf, type Step, type TextVersion } from "./steps";
import type { WordDocument } from "./wordDocument";
import {
  after,
  append,
  before,
  closest,
  descendants,
  detach,
  isAttached,
  isWord,
  make,
  makeMark,
} from "./xml";
import type { Mark } from "./xml";

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

  /** Where each of the searched words stands. */
  search(words: string, options: SearchOptions): Span[] {
    return find(this.steps(), words, options).map((edges) => Span.of(this.document, edges));
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

/** New marks where the first paragraph of something begins, and its last one ends. */
export function edgesOf(holder: Element): { start: Mark; end: Mark } {
  const paragraphs = isWord(holder, "p") ? [holder] : [...descendants(holder, "p")];
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (!first || !last) {
    const made = make(holder, "p");
    append(holder, made);
    return { start: markAtEdge(made, "start"), end: markAtEdge(made, "end") };
  }
  return { start: markAtEdge(first, "start"), end: markAtEdge(last, "end") };
}

/** Deletes what stands within a place, and leaves the place. */
export function clearLine(place: Place): void {
  const { start, end } = place.edges();
  deleteBetween(start, end, place.document.tracking);
  detach(start);
  detach(end);
}

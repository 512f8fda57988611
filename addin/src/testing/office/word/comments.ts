import type { Element } from "@xmldom/xmldom";
import { guard } from "./edit";
import { commentsRoot, freshCommentId } from "./taking";
import { Span, type Place } from "./place";
import { splitAt } from "./split";
import { stepsIn, textOf } from "./steps";
import type { WordDocument } from "./wordDocument";
import {
  after,
  append,
  attr,
  before,
  children,
  descendants,
  detach,
  isAttached,
  isElement,
  make,
  makeMark,
  makeText,
  nodesOf,
  parentOf,
} from "./xml";

const word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
const word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
const extended = {
  type: "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml",
  relationship: "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
};

/** A comment of the document. */
export class Comment {
  constructor(
    readonly document: WordDocument,
    /** The `w:comment`. */
    readonly element: Element,
  ) {}

  get stands() {
    return isAttached(this.element);
  }

  get id(): string {
    return attr(this.element, "id") ?? "";
  }

  get author(): string {
    return attr(this.element, "author") ?? "";
  }

  get date(): Date {
    return new Date(attr(this.element, "date") ?? 0);
  }

  get content(): string {
    return textOf(children(this.element, "p").flatMap(stepsIn));
  }

  set content(text: string) {
    for (const each of children(this.element)) detach(each);
    append(this.element, ...paragraphs(this.element, text));
  }

  /** Whether it was resolved: kept in a part of its own, by the id of its last paragraph ([MS-DOCX], 2.5.4.3). */
  get resolved(): boolean {
    const entry = this.entry();
    return entry !== undefined && ["1", "true"].includes(attr(entry, "done") ?? "0");
  }

  set resolved(resolved: boolean) {
    const root = extendedRoot(this.document);
    const entry = this.entry() ?? root.ownerDocument?.createElementNS(word2012, "w15:commentEx");
    if (!entry) throw new Error("The part has no document.");
    entry.setAttributeNS(word2012, "w15:paraId", this.paragraphId());
    entry.setAttributeNS(word2012, "w15:done", resolved ? "1" : "0");
    if (!entry.parentNode) append(root, entry);
  }

  /** Where it hangs. */
  range(): Span | undefined {
    const of = (name: string) => this.marks(name)[0];
    const [start, end] = [of("commentRangeStart"), of("commentRangeEnd")];
    const [first, last] =
      start && end ? [start, end] : [of("commentReference"), of("commentReference")];
    if (!first || !last) return undefined;
    const [from, to] = [makeMark(first), makeMark(last)];
    after(first, from);
    before(last, to);
    return new Span(this.document, from, to);
  }

  delete(): void {
    for (const each of this.marks("commentRangeStart", "commentRangeEnd")) detach(each);
    for (const each of this.marks("commentReference")) {
      const run = parentOf(each);
      detach(each);
      if (children(run).every(({ localName }) => localName === "rPr")) detach(run);
    }
    detach(this.element);
  }

  private marks(...names: readonly string[]): Element[] {
    return this.document.stories
      .flatMap((story) => [...descendants(story, ...names)])
      .filter((each) => attr(each, "id") === this.id);
  }

  private entry(): Element | undefined {
    const { parts, main } = this.document;
    if (parts.related(main, "commentsExtended") === undefined) return undefined;
    return nodesOf(extendedRoot(this.document))
      .filter(isElement)
      .find((each) => attr(each, "paraId") === attr(this.lastParagraph(), "paraId"));
  }

  private lastParagraph(): Element | undefined {
    return children(this.element, "p").at(-1);
  }

  private paragraphId(): string {
    const last = this.lastParagraph();
    const id = attr(last, "paraId");
    if (id !== undefined) return id;
    const fresh = (0x1000_0000 + Number(this.id)).toString(16).toUpperCase();
    last?.setAttributeNS(word2010, "w14:paraId", fresh);
    return fresh;
  }
}

function extendedRoot({ parts, main }: WordDocument): Element {
  const name = parts.related(main, "commentsExtended");
  if (name !== undefined) return parts.root(name);
  const made = main.replace(/[^/]+$/, "commentsExtended.xml");
  parts.add(made, extended.type, `<w15:commentsEx xmlns:w15="${word2012}"/>`);
  parts.relate(main, extended.relationship, made);
  return parts.root(made);
}

const paragraphs = (like: Element, text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => make(like, "p", {}, [make(like, "r", {}, [makeText(like, "t", line)])]));

/** Hangs a comment of the user's on a place. */
export function insertComment(place: Place, text: string): Comment {
  const { document } = place;
  const { start, end } = place.edges();
  guard(start);
  splitAt(start);
  splitAt(end);
  const root = commentsRoot(document);
  const id = freshCommentId(root);
  const element = make(root, "comment", { id, author: document.user, date: document.stamp() });
  append(element, ...paragraphs(root, text));
  append(root, element);
  before(start, make(start, "commentRangeStart", { id }));
  after(
    end,
    make(end, "commentRangeEnd", { id }),
    make(end, "r", {}, [make(end, "commentReference", { id })]),
  );
  detach(start);
  detach(end);
  return new Comment(document, element);
}

/** The comments that begin, or have their reference, in a place. */
export function commentsIn(place: Place): Comment[] {
  const { document } = place;
  if (document.parts.related(document.main, "comments") === undefined) return [];
  const ids = new Set(place.steps().flatMap((step) => (step.kind === "comment" ? [step.id] : [])));
  return children(commentsRoot(document), "comment")
    .filter((each) => ids.has(attr(each, "id") ?? ""))
    .map((each) => new Comment(document, each));
}

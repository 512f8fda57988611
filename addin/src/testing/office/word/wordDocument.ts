import type { Element } from "@xmldom/xmldom";
import type { Tracking } from "./edit";
import { Refusal } from "./errors";
import { Package } from "./package";
import { markAtEdge, markIn } from "./split";
import { stepsIn, textOf, type Leaf } from "./steps";
import {
  after,
  append,
  attr,
  child,
  descendants,
  detach,
  isAttached,
  isText,
  isWord,
  make,
  makeMark,
  prepend,
  serialize,
} from "./xml";
import type { Mark } from "./xml";

export type TrackingMode = "Off" | "TrackAll" | "TrackMineOnly";

/** Where the person puts the cursor, or what they select: characters of one paragraph. */
export interface SelectionAt {
  /** The body, where nothing else is named. */
  readonly in?:
    | "body"
    | "header"
    | { readonly table: number; readonly row: number; readonly cell: number }
    /** The tag of a content control. */
    | { readonly control: string };
  readonly paragraph?: number;
  readonly offset?: number;
  readonly length?: number;
}

export interface WordDocumentOptions {
  readonly user?: string;
  /** The time of tracked changes and comments that are made. */
  readonly now?: () => Date;
}

/** A .docx as Word has it open. */
export class WordDocument {
  /** Nothing can be written: protected against changes, or opened to be read. */
  protected = false;
  /** How often it was saved. */
  saves = 0;
  /** Documents that were created from this one and opened in a window of their own. */
  readonly opened: Uint8Array[] = [];
  /** Tracked changes that are gone and that Word lists nevertheless (office-js#6661). */
  readonly ghosts = new Set<Element>();
  /** The texts of empty controls; the part that Word keeps them in, its glossary document, is not modelled. */
  readonly placeholders = new Map<Element, string>();
  readonly user: string;
  private readonly now: () => Date;
  private readonly listeners = new Set<() => void>();
  private selected: { readonly start: Mark; readonly end: Mark } | undefined;
  private lastId: number | undefined;
  private mode: TrackingMode;

  constructor(
    readonly parts: Package,
    /** The name of the main part. */
    readonly main: string,
    { user = "Amara Osei", now = () => new Date("2026-11-29T09:00:00Z") }: WordDocumentOptions,
  ) {
    this.user = user;
    this.now = now;
    this.mode = child(this.settings, "trackRevisions") ? "TrackAll" : "Off";
  }

  static async open(bytes: Uint8Array, options: WordDocumentOptions = {}): Promise<WordDocument> {
    const opened = await Package.read(bytes);
    const main = opened.related("", "officeDocument");
    if (main === undefined) throw new Refusal("InvalidArgument");
    return new WordDocument(opened, main, options);
  }

  get root(): Element {
    return this.parts.root(this.main);
  }

  get body(): Element {
    const body = child(this.root, "body");
    if (!body) throw new Error("The document has no body.");
    return body;
  }

  get headers(): Element[] {
    return this.parts
      .relationships(this.main)
      .filter(({ type }) => type.endsWith("/header"))
      .map(({ target }) => this.parts.root(target));
  }

  /** The stories whose content controls and tracked changes are modelled. */
  get stories(): Element[] {
    return [this.body, ...this.headers];
  }

  /** The body's XML, for assertions. */
  get bodyXml(): string {
    return serialize(this.body);
  }

  /** The body's text with everything in it, deleted text too. */
  get text(): string {
    return textOf(stepsIn(this.body));
  }

  /** The .docx as it is now. */
  file(): Promise<Uint8Array> {
    return this.parts.zip();
  }

  save(): void {
    this.saves++;
  }

  get changeTrackingMode(): TrackingMode {
    return this.mode;
  }

  set changeTrackingMode(mode: TrackingMode) {
    this.mode = mode;
    const { settings } = this;
    const present = child(settings, "trackRevisions");
    if (mode === "Off" && present) detach(present);
    else if (mode !== "Off" && settings && !present)
      prepend(settings, make(settings, "trackRevisions"));
  }

  /** How the next edit is written down. */
  get tracking(): Tracking {
    return {
      on: this.mode !== "Off",
      author: this.user,
      attributes: () => ({ id: this.newId(), author: this.user, date: this.stamp() }),
    };
  }

  /** The time now, as a document has it: UTC to the second. */
  stamp(): string {
    return this.now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
  }

  /** An id that no tracked change, comment, bookmark or control of the stories has. */
  newId(): string {
    this.lastId ??= this.stories
      .flatMap((story) => [...descendants(story)])
      .map((each) => Number(attr(each, isWord(each, "id") ? "val" : "id")))
      .filter((id) => Number.isInteger(id) && id < 0x7fff_0000)
      .reduce((highest, id) => Math.max(highest, id), 0);
    this.lastId++;
    return String(this.lastId);
  }

  /** Content has come in, with ids of its own. */
  forgetIds(): void {
    this.lastId = undefined;
  }

  /** Puts the cursor somewhere, as the person does, and tells who listens. */
  select(at: SelectionAt): void {
    const line = linesOf(this.place(at.in ?? "body"))[at.paragraph ?? 0];
    if (!line) throw new Error("There is no such paragraph.");
    const offset = at.offset ?? 0;
    // The end first: the text before a mark stays the same node.
    const end = markAtOffset(line, offset + (at.length ?? 0));
    const start = markAtOffset(line, offset);
    if (start.previousSibling === end) this.selectBetween(end, start);
    else this.selectBetween(start, end);
  }

  selectBetween(start: Mark, end: Mark): void {
    if (this.selected) for (const mark of Object.values(this.selected)) detach(mark);
    this.selected = { start, end };
    for (const listener of this.listeners) listener();
  }

  /** New marks where the selection is; at the start of the document where there is none. */
  selection(): { start: Mark; end: Mark } {
    const { selected } = this;
    if (!selected || !isAttached(selected.start) || !isAttached(selected.end)) {
      const [first] = descendants(this.body, "p");
      if (!first) throw new Error("A document has a paragraph.");
      const start = markAtEdge(first, "start");
      const end = makeMark(start);
      after(start, end);
      return { start, end };
    }
    const start = makeMark(selected.start);
    after(selected.start, start);
    const end = makeMark(selected.end);
    selected.end.parentNode?.insertBefore(end, selected.end);
    return { start, end };
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private get settings(): Element | undefined {
    const name = this.parts.related(this.main, "settings");
    return name === undefined ? undefined : this.parts.root(name);
  }

  private place(where: NonNullable<SelectionAt["in"]>): Element {
    if (where === "body") return this.body;
    const found =
      where === "header"
        ? this.headers[0]
        : "control" in where
          ? this.stories
              .flatMap((story) => [...descendants(story, "sdt")])
              .find((each) => attr(child(child(each, "sdtPr"), "tag"), "val") === where.control)
          : this.cell(where);
    if (!found) throw new Error("The document has no such place.");
    return found;
  }

  private cell({ table, row, cell }: { table: number; row: number; cell: number }) {
    const found = [...descendants(this.body, "tbl")][table];
    const line = found && [...descendants(found, "tr")][row];
    return line && [...descendants(line, "tc")][cell];
  }
}

/** The paragraphs of a place; of a control within a line, the control itself. */
function linesOf(place: Element): Element[] {
  const paragraphs = [...descendants(place, "p")];
  return paragraphs.length === 0 ? [place] : paragraphs;
}

/** A mark after so many characters of a paragraph or of a control. */
function markAtOffset(line: Element, offset: number): Mark {
  let left = offset;
  const leaves = stepsIn(line).filter((step): step is Leaf => step.kind === "leaf");
  for (const { node, text } of leaves) {
    if (isText(node) && left <= text.length) return markIn(node, left);
    left -= text.length;
  }
  if (isWord(line, "p")) return markAtEdge(line, leaves.length === 0 ? "start" : "end");
  const mark = makeMark(line);
  append(child(line, "sdtContent") ?? line, mark);
  return mark;
}

import { strings } from "../../strings";
import type { ChangeComment, ChangeKind, ChangePlace, TrackedChange } from "./change";
import { describeFormat, type FormatNames, type FormatScope } from "./formatWords";
import { CommentHanger, type Draft } from "./hangComments";
import { mark } from "./marks";
import {
  attr,
  childOf,
  childrenOf,
  ensure,
  freeDeleted,
  isElement,
  isWord,
  textOf,
  unwrap,
} from "./wordXml";

/** What a part is read with; the numbering of changes goes on from part to part. */
export interface Reading {
  readonly names: FormatNames;
  /** The comments of the document by their id. */
  readonly comments: ReadonlyMap<string, ChangeComment>;
  readonly changes: TrackedChange[];
  /** Whether the part is the document itself, and not a header, footer or note. */
  readonly inBody: boolean;
}

type Keys = readonly number[];

const wrappers: Readonly<Record<string, ChangeKind>> = {
  ins: "Inserted",
  del: "Deleted",
  moveFrom: "MovedFrom",
  moveTo: "MovedTo",
};

/** Elements around runs that the renderer leaves out together with their words. */
const shells = new Set(["smartTag", "customXml", "bdo", "dir"]);

/** Between rows and cells the renderer knows no content controls. */
const tableParts = new Set(["tbl", "tr", "tc"]);

const authorOf = (element: Element) => attr(element, "author") || strings.tracked.unknownAuthor;

// Word writes local time into w:date and says so nowhere; newer versions add the true instant ([MS-DOCX], w16du).
const dateOf = (element: Element) => attr(element, "dateUtc") ?? attr(element, "date");

/**
 * Reads the tracked changes of one part (ECMA-376 Part 1, 17.13.5) and leaves it in a form that the renderer shows
 * whole: what stood in an element of a change stands free, and each run, paragraph, row, cell and table carries the
 * keys of its changes.
 */
export function readChanges(root: Element, reading: Reading): void {
  new PartReader(reading).within(root, []);
}

class PartReader {
  private readonly comments: CommentHanger;
  private readonly openMoves = new Map<string, string>();
  private lastRunFormat: Draft | undefined;

  constructor(private readonly reading: Reading) {
    this.comments = new CommentHanger(reading.comments);
  }

  /** Everything below an element, with the changes that are around it. */
  within(parent: Element, around: Keys): void {
    for (const child of [...parent.childNodes]) {
      if (isWord(child)) this.visit(child, around);
      // Of two spellings of the same drawing the renderer takes the fallback.
      else if (isElement(child) && child.localName !== "Choice") this.within(child, around);
    }
  }

  private visit(element: Element, around: Keys): void {
    const { localName: name } = element;
    const kind = wrappers[name];
    if (kind) {
      this.within(element, [...around, this.add(element, kind, "Text", [], around)]);
      unwrap(element);
    } else if (shells.has(name)) {
      this.within(element, around);
      unwrap(element);
    } else if (name === "r") this.run(element, around);
    else if (name === "p") this.paragraph(element, around);
    else if (name === "tbl") this.table(element, around);
    else if (name === "tr") this.row(element, around);
    else if (name === "tc") this.cell(element, around);
    else if (name === "sectPr") this.section(element);
    else if (name === "sdt") this.control(element, around);
    else if (/^comment(RangeStart|RangeEnd)$/.test(name)) this.comments.range(element);
    else if (/^move(From|To)Range(Start|End)$/.test(name)) this.moveRange(element);
    // What is left of the property elements belongs to their owner, who has read them.
    else if (!/(Pr|PrEx|Grid)$/.test(name)) this.within(element, around);
  }

  private add(
    element: Element,
    kind: ChangeKind,
    place: ChangePlace,
    about: readonly string[] = [],
    around: Keys = [],
  ): number {
    const { changes, inBody } = this.reading;
    const names = [...this.openMoves].filter(([id]) => id.startsWith(`${kind}:`));
    const key = changes.length;
    changes.push({
      key,
      ids: [attr(element, "id") ?? ""],
      kind,
      place,
      author: authorOf(element),
      date: dateOf(element),
      text: "",
      about,
      comments: [],
      move: names.at(-1)?.[1],
      within: around.at(-1),
      inBody,
    });
    return key;
  }

  private drafts(keys: Keys): Draft[] {
    return keys.flatMap((key) => this.reading.changes[key] ?? []);
  }

  private moveRange(element: Element): void {
    const { localName: name } = element;
    const id = `${name.startsWith("moveFrom") ? "MovedFrom" : "MovedTo"}:${attr(element, "id") ?? ""}`;
    if (name.endsWith("Start")) this.openMoves.set(id, attr(element, "name") ?? "");
    else this.openMoves.delete(id);
  }

  private control(element: Element, around: Keys): void {
    const content = childOf(element, "sdtContent");
    if (!content) return;
    this.within(content, around);
    const parent = element.parentElement?.localName ?? "";
    if (tableParts.has(parent)) element.replaceWith(...content.childNodes);
  }

  private run(run: Element, around: Keys): void {
    const properties = childOf(run, "rPr");
    const change = childOf(properties, "rPrChange");
    const text = textOf(run);
    const keys =
      properties && change ? [...around, this.runFormat(change, properties, around)] : around;
    if (!change && text !== "") this.lastRunFormat = undefined;
    change?.remove();
    const drafts = this.drafts(keys);
    for (const draft of drafts) draft.text += text;
    const reference = childOf(run, "commentReference");
    if (reference) this.comments.reference(attr(reference, "id") ?? "", drafts);
    else if (text !== "") this.comments.read(drafts);
    if (keys.length > 0) {
      freeDeleted(run);
      mark(ensure(run, "rPr"), keys);
    }
    this.within(run, around);
  }

  /** Word tracks formatting run by run; to a reader the same formatting of neighbouring runs is one change. */
  private runFormat(change: Element, properties: Element, around: Keys): number {
    const about = this.describe("run", change, properties);
    const last = this.lastRunFormat;
    if (
      last?.author === authorOf(change) &&
      last.date === dateOf(change) &&
      last.about.join() === about.join()
    ) {
      last.ids = [...last.ids, attr(change, "id") ?? ""];
      return last.key;
    }
    const key = this.add(change, "Formatted", "Text", about, around);
    this.lastRunFormat = this.reading.changes[key];
    return key;
  }

  private describe(scope: FormatScope, change: Element, properties: Element): string[] {
    const before = childrenOf(change)[0];
    return describeFormat(scope, before, properties, this.reading.names);
  }

  /** The tracked change of a property element, which the renderer needs no more. */
  private formatted(
    properties: Element | undefined,
    scope: FormatScope,
    place: ChangePlace,
  ): number[] {
    const change = childOf(properties, `${properties?.localName ?? ""}Change`);
    if (!properties || !change) return [];
    const key = this.add(change, "Formatted", place, this.describe(scope, change, properties));
    change.remove();
    return [key];
  }

  private paragraph(paragraph: Element, around: Keys): void {
    this.lastRunFormat = undefined;
    this.comments.paragraphBegins();
    const first = this.reading.changes.length;
    const properties = childOf(paragraph, "pPr");
    const own = [
      ...this.formatted(properties, "paragraph", "Paragraph"),
      ...this.numbering(childOf(properties, "numPr")),
    ];
    this.within(paragraph, around);
    for (const draft of this.drafts(own)) {
      draft.text = textOf(paragraph);
      this.comments.paragraphEnds(draft);
    }
    const atMark = this.drafts(this.paragraphMark(childOf(properties, "rPr")));
    if (atMark.length > 0) this.comments.read(atMark);
    const section = childOf(properties, "sectPr");
    if (section) this.section(section);
    // All of them, also those whose words the renderer leaves out: it is still known which paragraph they are in.
    const every = this.reading.changes.slice(first).map((change) => change.key);
    if (every.length > 0) mark(ensure(paragraph, "pPr"), every);
  }

  private numbering(numbering: Element | undefined): number[] {
    const inserted = childOf(numbering, "ins");
    // What versions before Word 2007 wrote (ECMA-376 Part 4, numberingChange).
    const changed = childOf(numbering, "numberingChange");
    const numbered = [strings.tracked.format.numbered];
    return [
      ...(inserted ? [this.add(inserted, "Inserted", "Paragraph")] : []),
      ...(changed ? [this.add(changed, "Formatted", "Paragraph", numbered)] : []),
    ];
  }

  /** A paragraph's mark stands at its end, and so do its changes. */
  private paragraphMark(properties: Element | undefined): number[] {
    const marks = (properties ? childrenOf(properties) : []).flatMap((child) => {
      const kind = wrappers[child.localName];
      return kind ? [this.add(child, kind, "ParagraphMark")] : [];
    });
    return [...marks, ...this.formatted(properties, "run", "ParagraphMark")];
  }

  private section(section: Element): void {
    this.formatted(section, "section", "Section");
  }

  private table(table: Element, around: Keys): void {
    const keys = this.formatted(childOf(table, "tblPr"), "table", "Table");
    if (keys.length > 0) mark(ensure(table, "tblPr"), keys);
    // A changed grid has neither author nor date (17.13.5.33); the changes it comes with have.
    childOf(childOf(table, "tblGrid"), "tblGridChange")?.remove();
    this.within(table, around);
  }

  private row(row: Element, around: Keys): void {
    const properties = childOf(row, "trPr");
    const exceptions = childOf(row, "tblPrEx");
    const keys = [
      ...(properties ? childrenOf(properties) : []).flatMap((child) => {
        const kind = wrappers[child.localName];
        return kind ? [this.add(child, kind, "Row")] : [];
      }),
      ...this.formatted(properties, "row", "Row"),
      ...this.formatted(exceptions, "table", "Row"),
    ];
    for (const draft of this.drafts(keys)) draft.text = textOf(row);
    // After the exceptions: of the two the renderer keeps the styles of the later.
    if (keys.length > 0) mark(ensure(row, "trPr", exceptions), keys);
    this.within(row, around);
  }

  private cell(cell: Element, around: Keys): void {
    const properties = childOf(cell, "tcPr");
    const [inserted, deleted, merged] = ["cellIns", "cellDel", "cellMerge"].map((name) =>
      childOf(properties, name),
    );
    const { format } = strings.tracked;
    const how = attr(merged, "vMerge") === "rest" ? format.split : format.merged;
    const keys = [
      ...(inserted ? [this.add(inserted, "Inserted", "Cell")] : []),
      ...(deleted ? [this.add(deleted, "Deleted", "Cell")] : []),
      ...(merged ? [this.add(merged, "Formatted", "Cell", [how])] : []),
      ...this.formatted(properties, "cell", "Cell"),
    ];
    for (const draft of this.drafts(keys)) draft.text = textOf(cell);
    if (keys.length > 0) mark(ensure(cell, "tcPr"), keys);
    this.within(cell, around);
  }
}

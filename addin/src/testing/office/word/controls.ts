import type { Element } from "@xmldom/xmldom";
import { guard, isBlock } from "./edit";
import { Refusal } from "./errors";
import type { Place } from "./place";
import { Control, Paragraph, Story } from "./places";
import { splitAt } from "./split";
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
  ensure,
  make,
  nodesOf,
  parentOf,
  prepend,
  setAttr,
} from "./xml";

const word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";

const properties = (control: Control): Element => ensure(control.element, "sdtPr");

/** A property of `w:sdtPr` that is one value, such as `w:tag`. */
const value = (control: Control, name: string) => attr(child(properties(control), name), "val");

function setValue(control: Control, name: string, text: string): void {
  const parent = properties(control);
  const present = child(parent, name);
  if (present) setAttr(present, "val", text);
  // In the order of the schema the names come before what kind of control it is (ECMA-376 Part 1, 17.5.2.38).
  else prepend(parent, make(parent, name, { val: text }));
}

/** A property in the namespace of Word 2012: how a control looks ([MS-DOCX], 2.5.3). */
const lookOf = (control: Control, name: string) =>
  nodesOf(properties(control)).find(
    (node): node is Element => node.namespaceURI === word2012 && node.localName === name,
  );

function setLook(control: Control, name: string, text: string): void {
  const parent = properties(control);
  const present = lookOf(control, name);
  const element = present ?? parent.ownerDocument?.createElementNS(word2012, `w15:${name}`);
  if (!element) throw new Error("The control stands in no document.");
  element.setAttributeNS(element.namespaceURI, `${element.prefix ?? "w15"}:val`, text);
  if (!present) append(parent, element);
}

const appearances = ["BoundingBox", "Tags", "Hidden"] as const;

function textValue(given: unknown): string {
  if (typeof given !== "string") throw new Refusal("InvalidArgument");
  return given;
}

/** `w:lock`: whether the control can be deleted, and its content edited (ECMA-376 Part 1, 17.18.50). */
export function lockOf(control: Control): { cannotDelete: boolean; cannotEdit: boolean } {
  const lock = value(control, "lock");
  return {
    cannotDelete: lock === "sdtLocked" || lock === "sdtContentLocked",
    cannotEdit: lock === "contentLocked" || lock === "sdtContentLocked",
  };
}

function setLock(control: Control, part: "cannotDelete" | "cannotEdit", given: unknown): void {
  if (typeof given !== "boolean") throw new Refusal("InvalidArgument");
  const lock = lockOf(control);
  lock[part] = given;
  const names = ["unlocked", "sdtLocked", "contentLocked", "sdtContentLocked"];
  setValue(control, "lock", names[(lock.cannotDelete ? 1 : 0) + (lock.cannotEdit ? 2 : 0)] ?? "");
}

/** The properties of a content control as `Word.ContentControl` has them. */
export const controlScalars = {
  id: { get: (control: Control) => Number(value(control, "id") ?? 0) },
  tag: {
    get: (control: Control) => value(control, "tag") ?? "",
    set: (control: Control, given: unknown) => setValue(control, "tag", textValue(given)),
  },
  title: {
    get: (control: Control) => value(control, "alias") ?? "",
    set: (control: Control, given: unknown) => setValue(control, "alias", textValue(given)),
  },
  color: {
    get: (control: Control) => {
      const color = attr(lookOf(control, "color"), "val");
      return color === undefined ? "#000000" : `#${color}`;
    },
    set: (control: Control, given: unknown) => {
      const color = /^#?([0-9a-f]{6})$/i.exec(textValue(given))?.[1];
      if (color === undefined) throw new Refusal("InvalidArgument");
      setLook(control, "color", color);
    },
  },
  appearance: {
    get: (control: Control) => {
      const look = attr(lookOf(control, "appearance"), "val");
      return (
        appearances.find((each) => each.toLowerCase() === look?.toLowerCase()) ?? "BoundingBox"
      );
    },
    set: (control: Control, given: unknown) => {
      const found = appearances.find((each) => each === given);
      if (!found) throw new Refusal("InvalidArgument");
      setLook(control, "appearance", `${found.charAt(0).toLowerCase()}${found.slice(1)}`);
    },
  },
  cannotDelete: {
    get: (control: Control) => lockOf(control).cannotDelete,
    set: (control: Control, given: unknown) => setLock(control, "cannotDelete", given),
  },
  cannotEdit: {
    get: (control: Control) => lockOf(control).cannotEdit,
    set: (control: Control, given: unknown) => setLock(control, "cannotEdit", given),
  },
  placeholderText: {
    get: (control: Control) => control.document.placeholders.get(control.element) ?? "",
    set: (control: Control, given: unknown) =>
      control.document.placeholders.set(control.element, textValue(given)),
  },
  type: {
    get: (control: Control) => (child(properties(control), "text") ? "PlainText" : "RichText"),
  },
};

export const controlId = (control: Element) =>
  Number(attr(child(child(control, "sdtPr"), "id"), "val"));

/** All controls of the document: of its body and its headers. */
export const allControls = (document: WordDocument): Control[] =>
  document.stories
    .flatMap((story) => [...descendants(story, "sdt")])
    .map((element) => new Control(document, element));

/** Puts a new control around a place: around its blocks, or within its line. */
export function insertControl(place: Place, type: "RichText" | "PlainText"): Control {
  const { document } = place;
  const control = make(document.body, "sdt", {}, [
    make(document.body, "sdtPr", {}, [
      make(document.body, "id", { val: document.newId() }),
      ...(type === "PlainText" ? [make(document.body, "text")] : []),
    ]),
    make(document.body, "sdtContent"),
  ]);
  const blocks = blocksIn(place);
  if (blocks) wrapBlocks(blocks, control);
  else wrapLine(place, control);
  return new Control(document, control);
}

/** The blocks of a place that is made of whole ones; undefined of a piece of a line. */
function blocksIn(place: Place): readonly Element[] | undefined {
  if (place instanceof Story) return place.blocks;
  if (place instanceof Paragraph) return [place.element];
  if (place instanceof Control) return place.isInline ? undefined : [place.element];
  const paragraphs = paragraphsOf(place.steps());
  return paragraphs.length > 1 ? paragraphs : undefined;
}

function contentOf(control: Element): Element {
  const content = child(control, "sdtContent");
  if (!content) throw new Error("A control has a content.");
  return content;
}

function wrapBlocks(blocks: readonly Element[], control: Element): void {
  const [first] = blocks;
  if (!first || blocks.some((block) => parentOf(block) !== parentOf(first)))
    throw new Refusal("GeneralException");
  guard(parentOf(first));
  const all = children(parentOf(first)).filter(isBlock);
  const last = blocks.at(-1);
  const wrapped = all.slice(all.indexOf(first), last ? all.indexOf(last) + 1 : undefined);
  before(first, control);
  append(contentOf(control), ...wrapped);
}

function wrapLine(place: Place, control: Element): void {
  const { start, end } = place instanceof Control ? besides(place) : place.edges();
  guard(start);
  for (const mark of [start, end]) splitAt(mark);
  // A change that only begins or ends within the place is cut in two.
  if (parentOf(start) !== parentOf(end))
    for (const mark of [start, end]) splitAt(mark, "ins", "del", "hyperlink", "smartTag");
  if (parentOf(start) !== parentOf(end)) throw new Refusal("GeneralException");
  const content = contentOf(control);
  while (start.nextSibling && start.nextSibling !== end) append(content, start.nextSibling);
  after(start, control);
  detach(start);
  detach(end);
}

const besides = (place: Control) => ({
  start: place.beside("Before"),
  end: place.beside("After"),
});

/** The control around a place. */
export function parentControl(place: Place): Control | undefined {
  const around = place.around();
  return around && new Control(place.document, around);
}

/** Deletes a control, with what is in it or without. */
export function deleteControl(control: Control, keepContent: boolean): void {
  if (lockOf(control).cannotDelete) throw new Refusal("AccessDenied");
  const outer = closest(control.element, "sdt");
  if (outer) guard(outer);
  if (keepContent) control.unwrap();
  else control.delete();
}

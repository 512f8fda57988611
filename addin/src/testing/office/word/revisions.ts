import type { Element } from "@xmldom/xmldom";
import { joinWithNext } from "./edit";
import { remove } from "./split";
import { stepsIn, type Step } from "./steps";
import {
  append,
  attr,
  before,
  child,
  children,
  closest,
  detach,
  isAttached,
  isWord,
  nodesOf,
  parentOf,
  prepend,
  rename,
} from "./xml";

export type RevisionType = "Added" | "Deleted" | "Formatted";

/** A tracked change as Word tells of it: elements of one kind, author and time that follow on each other. */
export interface Revision {
  readonly type: RevisionType;
  readonly author: string;
  readonly date: Date;
  /** `w:ins`, `w:del`, `w:rPrChange` and the like, in order; those of paragraph marks are in a `w:rPr`. */
  readonly elements: readonly Element[];
  readonly text: string;
}

const types: Readonly<Record<string, RevisionType>> = {
  ins: "Added",
  moveTo: "Added",
  del: "Deleted",
  moveFrom: "Deleted",
  rPrChange: "Formatted",
  pPrChange: "Formatted",
};

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

/** The revisions that a step stands in. */
function elementsAt(step: Step): Element[] {
  if (step.kind === "leaf") {
    const around: Element[] = [];
    for (let at = closest(step.run, "ins", "del", "moveTo", "moveFrom"); at;) {
      around.unshift(at);
      at = closest(at, "ins", "del", "moveTo", "moveFrom");
    }
    return [...around, child(child(step.run, "rPr"), "rPrChange")].filter(isDefined);
  }
  if (step.kind !== "end") return [];
  const properties = child(step.paragraph, "pPr");
  const format = properties && child(properties, "rPr");
  return [
    ...(format ? children(format, "ins", "del", "moveTo", "moveFrom") : []),
    properties && child(properties, "pPrChange"),
  ].filter(isDefined);
}

interface Building {
  readonly elements: Element[];
  text: string;
}

const keyOf = (element: Element) =>
  [element.localName, attr(element, "author"), attr(element, "date")].join("|");

/** The tracked changes of steps, in the order in which they begin. Inserted and deleted rows are none here, as in Word. */
export function revisionsOf(steps: readonly Step[]): Revision[] {
  const found: Building[] = [];
  let open = new Map<string, Building>();
  for (const step of steps) {
    if (step.kind !== "leaf" && step.kind !== "end") continue;
    const still = new Map<string, Building>();
    for (const element of elementsAt(step)) {
      const key = keyOf(element);
      const building = open.get(key) ?? still.get(key) ?? { elements: [], text: "" };
      if (building.elements.length === 0) found.push(building);
      if (!building.elements.includes(element)) building.elements.push(element);
      building.text += step.kind === "leaf" ? step.text : "\n";
      still.set(key, building);
    }
    open = still;
  }
  return found.map(({ elements, text }) => ({
    type: types[elements[0]?.localName ?? ""] ?? "Formatted",
    author: attr(elements[0], "author") ?? "",
    date: new Date(attr(elements[0], "date") ?? 0),
    elements,
    text,
  }));
}

/** Whether anything of a change is still in the document. */
export const stands = (revision: Revision): boolean => revision.elements.some(isAttached);

export const hasMoves = (steps: readonly Step[]): boolean =>
  steps.some((step) => elementsAt(step).some((each) => isWord(each, "moveFrom", "moveTo")));

type Decision = "accept" | "reject";

/** What stays of a change: its content, or nothing. */
const keeps = (element: Element, decision: Decision) =>
  isWord(element, "ins", "moveTo") === (decision === "accept");

/** Accepts or rejects a tracked change: afterwards it is none. */
export function settleRevision({ elements }: Revision, decision: Decision): void {
  const rows = new Set(elements.map((element) => rowMark(element)).filter(isDefined));
  for (const element of elements) {
    if (!isAttached(element)) continue;
    if (isWord(element, "rPrChange", "pPrChange")) settleFormat(element, decision);
    else if (isWord(parentOf(element), "rPr")) settleMark(element, keeps(element, decision));
    else if (keeps(element, decision)) unwrap(element);
    else remove(element);
  }
  for (const mark of rows) settleRow(mark, decision);
}

/** The mark of an inserted or deleted row that a change stands in: Word settles the row with its content. */
function rowMark(element: Element): Element | undefined {
  const properties = child(closest(element, "tr"), "trPr");
  return (
    properties && children(properties, "ins", "del").find((each) => keyOf(each) === keyOf(element))
  );
}

function settleRow(mark: Element, decision: Decision): void {
  const row = closest(mark, "tr");
  const table = row && parentOf(row);
  if (keeps(mark, decision)) detach(mark);
  else if (row) detach(row);
  if (table && children(table, "tr").length === 0) remove(table);
}

/** Puts the content of a change in its place, deleted text as text again. */
function unwrap(element: Element): void {
  for (const run of children(element, "r")) {
    for (const text of children(run, "delText")) rename(text, "t");
    for (const code of children(run, "delInstrText")) rename(code, "instrText");
  }
  before(element, ...nodesOf(element));
  detach(element);
}

/** A paragraph's mark stays as any other, or goes, and the paragraph is joined with the next one. */
function settleMark(element: Element, stays: boolean): void {
  const paragraph = closest(element, "p");
  const format = parentOf(element);
  detach(element);
  if (children(format).length === 0) {
    const properties = parentOf(format);
    detach(format);
    if (children(properties).length === 0) detach(properties);
  }
  if (!stays && paragraph) dropMark(paragraph);
}

function dropMark(paragraph: Element): void {
  const isEmpty = stepsIn(paragraph).every(({ kind }) => kind === "mark" || kind === "end");
  const siblings = children(parentOf(paragraph), "p", "tbl", "sdt");
  const next = siblings[siblings.indexOf(paragraph) + 1];
  if (isWord(next ?? null, "p")) joinWithNext(paragraph);
  // Before a table, or at the end, nothing can take its content in.
  else if (isEmpty && siblings.length > 1) detach(paragraph);
}

/** Formatting as it is now, or as it was: a format change holds the properties of before (ECMA-376 Part 1, 17.13.5.31). */
function settleFormat(change: Element, decision: Decision): void {
  const properties = parentOf(change);
  detach(change);
  if (decision === "accept") return;
  const [was] = children(change, "rPr", "pPr");
  const stay = children(properties, "rPr", "sectPr", "ins", "del", "moveFrom", "moveTo");
  for (const each of children(properties)) if (!stay.includes(each)) detach(each);
  const earlier = was ? children(was) : [];
  if (isWord(properties, "pPr")) prepend(properties, ...earlier);
  else append(properties, ...earlier);
}

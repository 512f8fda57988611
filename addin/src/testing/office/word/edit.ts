import type { Element } from "@xmldom/xmldom";
import { Refusal } from "./errors";
import { formatAt, remove, splitAt, splitParagraph } from "./split";
import { runsOf, stepsIn, between } from "./steps";
import type { Step } from "./steps";
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
  isWord,
  make,
  makeMark,
  makeText,
  nodesOf,
  parentOf,
  prepend,
  rename,
} from "./xml";
import type { Mark } from "./xml";

/** How an edit is written down: plainly, or as tracked changes of the user's. */
export interface Tracking {
  readonly on: boolean;
  readonly author: string;
  /** The attributes of a new tracked change. */
  attributes(): Readonly<Record<string, string>>;
}

/** What stands around a tracked change of runs, and what is split where a new one begins within it. */
const revisions = ["ins", "del", "moveFrom", "moveTo"];

/** Refuses a write into a control whose content is locked (ECMA-376 Part 1, 17.5.2.23). */
export function guard(node: Element): void {
  for (let at: Element | null = node; at; at = at.parentElement) {
    if (!isWord(at, "sdt")) continue;
    const lock = attr(child(child(at, "sdtPr"), "lock"), "val");
    if (lock === "contentLocked" || lock === "sdtContentLocked") throw new Refusal("AccessDenied");
  }
}

function newRun(text: string, mark: Mark, format: Element | undefined): Element {
  const content = text
    .split(/(\t)/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece === "\t" ? make(mark, "tab") : makeText(mark, "t", piece)));
  return make(mark, "r", {}, [...(format ? [format] : []), ...content]);
}

const lineEnd = /\r\n|\r|\n/;

/** Writes text at a mark, which stays behind it. A line end begins a new paragraph. */
export function writeText(mark: Mark, text: string, tracking: Tracking): void {
  guard(mark);
  const [first = "", ...rest] = text.split(lineEnd);
  writeLine(mark, first, tracking);
  for (const line of rest) {
    const head = splitParagraph(mark);
    if (tracking.on) markParagraph(head, "ins", tracking);
    writeLine(mark, line, tracking);
  }
}

function writeLine(mark: Mark, line: string, tracking: Tracking): void {
  if (line === "") return;
  const format = formatAt(mark);
  splitAt(mark, ...revisions);
  const run = newRun(line, mark, format);
  before(mark, tracking.on ? make(mark, "ins", tracking.attributes(), [run]) : run);
}

/** Marks a paragraph's mark as inserted or deleted (ECMA-376 Part 1, 17.13.5.15 and 17.13.5.20). */
export function markParagraph(paragraph: Element, kind: "ins" | "del", tracking: Tracking): void {
  const format = ensure(ensure(paragraph, "pPr"), "rPr");
  if (children(format, kind).length === 0)
    prepend(format, make(format, kind, tracking.attributes()));
}

/** Deletes a run; with tracking it stays as a deletion, unless it is the user's own insertion. */
export function deleteRun(run: Element, tracking: Tracking): void {
  const insertion = closest(run, "ins");
  const isOwn = insertion !== undefined && attr(insertion, "author") === tracking.author;
  if (!tracking.on || isOwn) {
    removeRun(run);
    return;
  }
  if (closest(run, "del", "moveFrom")) return;
  for (const text of children(run, "t")) rename(text, "delText");
  for (const code of children(run, "instrText")) rename(code, "delInstrText");
  const previous = run.previousSibling;
  if (isWord(previous, "del") && attr(previous, "author") === tracking.author)
    append(previous, run);
  else {
    const deletion = make(run, "del", tracking.attributes());
    before(run, deletion);
    append(deletion, run);
  }
}

function removeRun(run: Element): void {
  const parent = parentOf(run);
  remove(run);
  if (isWord(parent, ...revisions) && children(parent).length === 0) remove(parent);
}

/** Deletes what stands between two marks of one story; whole paragraph marks between them go too. */
export function deleteBetween(start: Mark, end: Mark, tracking: Tracking): void {
  splitAt(start);
  splitAt(end);
  const steps = stepsBetween(start, end);
  for (const run of runsOf(steps)) guard(run);
  for (const run of runsOf(steps)) deleteRun(run, tracking);
  for (const step of steps)
    if (step.kind === "end")
      if (tracking.on && !isOwnMark(step.paragraph, tracking))
        markParagraph(step.paragraph, "del", tracking);
      else joinWithNext(step.paragraph);
}

/** What stands between two marks of one part. */
export function stepsBetween(start: Mark, end: Mark): Step[] {
  let top: Element = start;
  while (top.parentElement) top = top.parentElement;
  return between(stepsIn(top), start, end);
}

/** Joins a paragraph with the next one, whose properties stay: as it is when the mark between them is deleted. */
export function joinWithNext(paragraph: Element): void {
  let next = paragraph.nextSibling;
  while (next && !isWord(next)) next = next.nextSibling;
  if (!isWord(next, "p")) return;
  const properties = child(next, "pPr");
  const content = nodesOf(paragraph).filter((node) => !isWord(node, "pPr"));
  if (properties) after(properties, ...content);
  else prepend(next, ...content);
  detach(paragraph);
}

/** Whether an element is a block: a paragraph, a table, or a control around such. */
export const isBlock = (node: Element): boolean => isWord(node, "p", "tbl", "sdt");

/** Deletes a block; with tracking its text and its paragraph marks stay as deletions. */
export function deleteBlock(block: Element, tracking: Tracking): void {
  const runs = runsOf(stepsIn(block));
  for (const each of [block, ...runs]) guard(each);
  if (!tracking.on) {
    // A story or a cell has a paragraph at all times.
    const siblings = children(parentOf(block)).filter(isBlock);
    if (siblings.length === 1) before(block, make(block, "p"));
    const marks = marksBelow(block);
    const next = siblings[siblings.indexOf(block) + 1] ?? siblings[siblings.indexOf(block) - 1];
    keepMarks(marks, next ?? previousBlock(block));
    detach(block);
    return;
  }
  for (const run of runs) deleteRun(run, tracking);
  for (const paragraph of isWord(block, "p") ? [block] : descendants(block, "p"))
    if (isInserted(paragraph, tracking)) detachParagraph(paragraph);
    else markParagraph(paragraph, "del", tracking);
  for (const row of descendants(block, "tr"))
    append(ensure(row, "trPr"), make(row, "del", tracking.attributes()));
}

/** Whether the user inserted the paragraph's mark. */
function isOwnMark(paragraph: Element, tracking: Tracking): boolean {
  const insertion = child(child(child(paragraph, "pPr"), "rPr"), "ins");
  return attr(insertion, "author") === tracking.author;
}

/** Whether the user inserted the paragraph, and nothing of others' is in it. */
const isInserted = (paragraph: Element, tracking: Tracking) =>
  isOwnMark(paragraph, tracking) && runsOf(stepsIn(paragraph)).length === 0;

function detachParagraph(paragraph: Element): void {
  const siblings = children(parentOf(paragraph)).filter(isBlock);
  if (siblings.length > 1) detach(paragraph);
}

function previousBlock(block: Element): Element {
  const previous = block.previousSibling;
  if (isWord(previous)) return previous;
  throw new Error("A block that goes leaves another one behind.");
}

const marksBelow = (block: Element): Mark[] =>
  stepsIn(block).flatMap((step) => (step.kind === "mark" ? [step.mark] : []));

/** The marks of a block that goes stand at the front of the block beside it. */
function keepMarks(marks: readonly Mark[], block: Element): void {
  const paragraph = isWord(block, "p") ? block : [...descendants(block, "p")][0];
  if (!paragraph) return;
  const properties = child(paragraph, "pPr");
  if (properties) after(properties, ...marks);
  else prepend(paragraph, ...marks);
}

/** Marks everything in a block as inserted by the user. */
export function insertTracked(block: Element, tracking: Tracking): void {
  for (const paragraph of isWord(block, "p") ? [block] : descendants(block, "p")) {
    insertRunsTracked(paragraph, tracking);
    markParagraph(paragraph, "ins", tracking);
  }
  for (const row of descendants(block, "tr"))
    append(ensure(row, "trPr"), make(row, "ins", tracking.attributes()));
}

/** Wraps each stretch of runs of a paragraph in an insertion. */
export function insertRunsTracked(paragraph: Element, tracking: Tracking): void {
  for (const run of runsOf(stepsIn(paragraph))) {
    const previous = run.previousSibling;
    if (isWord(previous, "ins")) append(previous, run);
    else {
      const insertion = make(run, "ins", tracking.attributes());
      before(run, insertion);
      append(insertion, run);
    }
  }
}

/** Accepts the tracked changes of blocks that come in; what is left of a deleted paragraph stays out. */
export function settleAll(blocks: readonly Element[]): Element[] {
  return blocks.filter((block) => {
    const format = child(child(block, "pPr"), "rPr");
    const isDeleted = format !== undefined && children(format, "del", "moveFrom").length > 0;
    settle(block);
    return !isDeleted || runsOf(stepsIn(block)).length > 0;
  });
}

function settle(block: Element): void {
  for (const each of [...descendants(block, "del", "moveFrom", "rPrChange", "pPrChange")])
    detach(each);
  for (const each of [...descendants(block, "ins", "moveTo")]) {
    before(each, ...nodesOf(each));
    detach(each);
  }
}

/** A new paragraph like the one that it stands beside, with a text. */
export function newParagraph(like: Element, text: string, tracking: Tracking): Element {
  const made = make(like, "p");
  const properties = isWord(like, "p") ? child(like, "pPr")?.cloneNode(true) : undefined;
  if (properties && isWord(properties)) {
    for (const own of children(properties, "sectPr", "pPrChange")) detach(own);
    const format = child(properties, "rPr");
    for (const own of format ? children(format, "ins", "del") : []) detach(own);
    append(made, properties);
  }
  const mark = makeMark(like);
  append(made, mark);
  const run = text === "" ? [] : [newRun(text, mark, undefined)];
  before(mark, ...run);
  detach(mark);
  if (tracking.on) insertTracked(made, tracking);
  return made;
}

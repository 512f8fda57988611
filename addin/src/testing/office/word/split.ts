import type { Element, Text } from "@xmldom/xmldom";
import { Refusal } from "./errors";
import { stepsIn, type Leaf, type Step } from "./steps";
import {
  after,
  append,
  before,
  child,
  children,
  closest,
  detach,
  isMark,
  isText,
  isWord,
  makeMark,
  nodesOf,
  parentOf,
  prepend,
  shallow,
} from "./xml";
import type { Mark } from "./xml";

/** Puts a mark into a text; the text before it stays the node that it was. */
export function markIn(text: Text, offset: number): Mark {
  const mark = makeMark(text);
  if (offset <= 0) before(text, mark);
  else if (offset >= text.length) after(text, mark);
  else {
    text.splitText(offset);
    after(text, mark);
  }
  return mark;
}

/** Puts a mark into a leaf after so many characters; beside it where it is no text. */
export function markWithin({ node }: Leaf, offset: number): Mark {
  if (isText(node)) return markIn(node, offset);
  const mark = makeMark(node);
  if (offset === 0) before(node, mark);
  else after(node, mark);
  return mark;
}

/** Puts a mark where the content of a paragraph begins, or ends. */
export function markAtEdge(paragraph: Element, edge: "start" | "end"): Mark {
  const mark = makeMark(paragraph);
  const properties = child(paragraph, "pPr");
  if (edge === "end") append(paragraph, mark);
  else if (properties) after(properties, mark);
  else prepend(paragraph, mark);
  return mark;
}

function isEmpty(element: Element): boolean {
  if (isWord(element, "t", "delText")) return (element.textContent ?? "") === "";
  return nodesOf(element).every((node) => isMark(node) || isText(node) || isWord(node, "rPr"));
}

/** Takes an element away; the marks in it stay where it was. */
export function remove(element: Element): void {
  before(element, ...marksIn(element));
  detach(element);
}

const marksIn = (element: Element): Mark[] =>
  nodesOf(element).flatMap((node) => (isMark(node) ? [node] : isWord(node) ? marksIn(node) : []));

const dropEmpty = (element: Element) => {
  if (isEmpty(element)) remove(element);
};

/** Splits the element that a mark stands in, so that the mark stands between its two halves. */
function splitParent(mark: Mark): void {
  const parent = parentOf(mark);
  const tail = shallow(parent);
  const format = isWord(parent, "r") ? child(parent, "rPr") : undefined;
  if (format) append(tail, format.cloneNode(true));
  while (mark.nextSibling) append(tail, mark.nextSibling);
  after(parent, mark, tail);
  dropEmpty(parent);
  dropEmpty(tail);
}

/** Splits the run that a mark stands in, and what else of the given names is around it. */
export function splitAt(mark: Mark, ...names: readonly string[]): void {
  while (isWord(mark.parentNode, "t", "delText", "r", ...names)) splitParent(mark);
}

/**
 * Splits the paragraph that a mark stands in. The second half keeps the paragraph's mark; the first half is the new paragraph,
 * which is returned.
 */
export function splitParagraph(mark: Mark): Element {
  splitAt(mark, "ins", "del", "hyperlink", "smartTag");
  const paragraph = parentOf(mark);
  // A control that stands within a line takes no second paragraph.
  if (!isWord(paragraph, "p")) throw new Refusal("GeneralException");
  const head = shallow(paragraph);
  for (const node of nodesOf(paragraph)) {
    if (node === mark) break;
    append(head, node);
  }
  const properties = child(head, "pPr");
  if (properties) {
    const kept = properties.cloneNode(true);
    for (const section of children(properties, "sectPr")) detach(section);
    prepend(paragraph, kept);
  }
  before(paragraph, head);
  return head;
}

/** The properties that a text has which is typed at a mark: those of the run before it in the paragraph, else of the next one. */
export function formatAt(mark: Mark): Element | undefined {
  const paragraph = closest(mark, "p");
  const steps = paragraph ? stepsIn(paragraph) : [];
  const at = steps.findIndex((step) => step.kind === "mark" && step.mark === mark);
  const isLeaf = (step: Step): step is Leaf => step.kind === "leaf";
  const leaf = steps.slice(0, at).findLast(isLeaf) ?? steps.slice(at).find(isLeaf);
  const copy = leaf && child(leaf.run, "rPr")?.cloneNode(true);
  if (!copy || !isWord(copy)) return undefined;
  for (const change of children(copy, "rPrChange", "ins", "del")) detach(change);
  return copy;
}

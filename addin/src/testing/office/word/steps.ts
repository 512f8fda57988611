import type { Element, Node } from "@xmldom/xmldom";
import { child, children, closest, isMark, isText, isWord, nodesOf } from "./xml";
import type { Mark } from "./xml";

/** Something in a run that a reader sees, or that stands for it: a piece of text, a tab, a picture. */
export interface Leaf {
  readonly kind: "leaf";
  readonly node: Node;
  readonly run: Element;
  readonly text: string;
}

/** What stands in a story, in its order. Of a paragraph its mark comes last, as `end`. */
export type Step =
  | Leaf
  | { readonly kind: "end"; readonly paragraph: Element }
  | { readonly kind: "mark"; readonly mark: Mark }
  | { readonly kind: "open" | "close"; readonly control: Element }
  | { readonly kind: "comment"; readonly id: string };

const signs: Readonly<Record<string, string>> = {
  tab: "\t",
  br: "\v",
  cr: "\v",
  noBreakHyphen: "\u2011",
  softHyphen: "\u00AD",
};

function* ofRun(run: Element): Generator<Step> {
  for (const node of nodesOf(run)) {
    if (isMark(node)) yield { kind: "mark", mark: node };
    else if (isWord(node, "t", "delText")) yield* ofText(node, run);
    else if (isWord(node, "commentReference")) yield commentStep(node);
    else if (!isText(node) && !isWord(node, "rPr"))
      yield {
        kind: "leaf",
        node,
        run,
        text: isWord(node) ? (signs[node.localName ?? ""] ?? "") : "",
      };
  }
}

function* ofText(element: Element, run: Element): Generator<Step> {
  for (const node of nodesOf(element))
    if (isMark(node)) yield { kind: "mark", mark: node };
    else if (isText(node)) yield { kind: "leaf", node, run, text: node.data };
}

const commentStep = (element: Element): Step => ({
  kind: "comment",
  id: element.getAttributeNS(element.namespaceURI, "id") ?? "",
});

function* below(parent: Element): Generator<Step> {
  for (const node of nodesOf(parent)) {
    if (isMark(node)) yield { kind: "mark", mark: node };
    else if (isWord(node)) yield* of(node);
  }
}

function* of(element: Element): Generator<Step> {
  const name = element.localName ?? "";
  if (name === "r") yield* ofRun(element);
  else if (name === "p") {
    yield* below(element);
    yield { kind: "end", paragraph: element };
  } else if (name === "sdt") {
    const content = child(element, "sdtContent");
    yield { kind: "open", control: element };
    if (content) yield* below(content);
    yield { kind: "close", control: element };
  } else if (name === "commentRangeStart") yield commentStep(element);
  else if (!name.endsWith("Pr")) yield* below(element);
}

/** Everything in an element, or in what stands below it, in order. */
export const stepsIn = (element: Element): Step[] => [...of(element)];

/** What stands between two marks. */
export function between(steps: readonly Step[], start: Mark, end: Mark): Step[] {
  const at = (mark: Mark) => steps.findIndex((step) => step.kind === "mark" && step.mark === mark);
  return steps.slice(at(start) + 1, at(end));
}

export const runsOf = (steps: readonly Step[]): Element[] => [
  ...new Set(steps.flatMap((step) => (step.kind === "leaf" ? [step.run] : []))),
];

export const paragraphsOf = (steps: readonly Step[]): Element[] => [
  ...new Set(
    steps.flatMap((step) => {
      const paragraph =
        step.kind === "leaf"
          ? closest(step.run, "p")
          : step.kind === "end"
            ? step.paragraph
            : undefined;
      return paragraph ? [paragraph] : [];
    }),
  ),
];

/** Which text of a document with tracked changes: what is there, before them, after them. */
export type TextVersion = "All" | "Original" | "Current";

const inserting = ["ins", "moveTo"];
const deleting = ["del", "moveFrom"];

function isIn(step: Step, version: TextVersion): boolean {
  if (version === "All") return true;
  const gone = version === "Original" ? inserting : deleting;
  if (step.kind === "leaf") return closest(step.run, ...gone) === undefined;
  if (step.kind !== "end") return false;
  const properties = child(child(step.paragraph, "pPr"), "rPr");
  return !properties || children(properties, ...gone).length === 0;
}

/**
 * The text of steps; a paragraph's mark is a line end, but for the last one. Text that is deleted and not yet accepted is
 * there too, as in Word (office-js#1267, #5874).
 */
export function textOf(steps: readonly Step[], version: TextVersion = "All"): string {
  const texts = steps
    .filter((step) => isIn(step, version))
    .map((step) => (step.kind === "leaf" ? step.text : step.kind === "end" ? "\n" : ""));
  const last = steps.findLast(({ kind }) => kind === "leaf" || kind === "end");
  const text = texts.join("");
  return last?.kind === "end" && text.endsWith("\n") ? text.slice(0, -1) : text;
}

import type { FieldProblem, TemplateField } from "../api/types";
import { pointerOf, tokensOf, within } from "./pointers";

/** The server may point into the request body (`/record/client`); the form knows fields by the record (`/client`). */
export function normalisePointer(pointer: string, fields: readonly TemplateField[]): string {
  const tokens = tokensOf(pointer);
  const wrapped = tokens[0] === "record" && !fields.some((field) => field.name === "record");
  return pointerOf(...(wrapped ? tokens.slice(1) : tokens));
}

/** The problems that a field shows, given which fields were left already. All of them once a submit was tried. */
export function visibleProblems(
  problems: readonly FieldProblem[],
  touched: ReadonlySet<string>,
  tried: boolean,
): FieldProblem[] {
  if (tried) return [...problems];
  return problems.filter((problem) =>
    [...touched].some(
      // A cell's problem needs that cell to be left; a list's own problem (too few) needs any of its cells.
      (left) => within(problem.pointer, left) || within(left, problem.pointer),
    ),
  );
}

/** The element id of the control for a pointer. */
export const controlId = (pointer: string): string =>
  `field${pointer.replaceAll(/[^\w/-]/g, "_").replaceAll("/", "-")}`;

/** Asks whatever holds a control that is not drawn, such as a page of a long list, to draw it; its detail is the pointer. */
export const revealEvent = "handoffoffice:reveal";

const nearest = (tokens: readonly string[]): readonly [HTMLElement, number] | undefined => {
  for (let length = tokens.length; length > 0; length--) {
    const element = document.getElementById(controlId(pointerOf(...tokens.slice(0, length))));
    if (element) return [element, length];
  }
  return undefined;
};

/** Focuses the control that a problem belongs to: the cell, or the nearest thing around it. */
export function focusPointer(pointer: string): void {
  const tokens = tokensOf(pointer);
  const found = nearest(tokens);
  if (!found) return;
  if (found[1] < tokens.length)
    found[0].dispatchEvent(new CustomEvent(revealEvent, { detail: pointer }));
  const [element] = nearest(tokens) ?? found;
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
}

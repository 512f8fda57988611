import type { RenderedDocument } from "../renderDocx";
import { counterparts } from "./change";

type Light = "selected" | "current" | "paired" | "focused";

function turn(root: ParentNode, light: Light, elements: readonly HTMLElement[]): void {
  for (const element of root.querySelectorAll(`.${light}`)) element.classList.remove(light);
  for (const element of elements) element.classList.add(light);
}

const elementsOfKey = (rendered: RenderedDocument | undefined, key: number | undefined) =>
  key === undefined ? [] : (rendered?.elements.get(key) ?? []);

/** Marks what the review has selected. */
export const lightSelected = (root: ParentNode, elements: readonly HTMLElement[]): void =>
  turn(root, "selected", elements);

/** Marks the change whose card is open, and the other end of a move. */
export function lightCurrent(
  root: ParentNode,
  rendered: RenderedDocument | undefined,
  key: number | undefined,
): void {
  turn(root, "current", elementsOfKey(rendered, key));
  const change = key === undefined ? undefined : rendered?.changes[key];
  const others = change ? counterparts(rendered?.changes ?? [], change) : [];
  turn(
    root,
    "paired",
    others.flatMap((other) => elementsOfKey(rendered, other.key)),
  );
}

/** Shows the keyboard's focus at the words whose hidden handle has it. */
export function lightFocused(
  root: ParentNode,
  rendered: RenderedDocument | undefined,
  key: number | undefined,
): void {
  turn(root, "focused", elementsOfKey(rendered, key));
}

export function scrollTo(element: HTMLElement | undefined): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}

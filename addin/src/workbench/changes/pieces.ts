import { strings } from "../../strings";
import type { ChangeKind, TrackedChange } from "./change";

const words = strings.tracked;
const longest = 120;

/** What the change is, in two or three words. */
export const titleOf = ({ kind, place }: TrackedChange): string => words.titles[kind][place];

/** One sentence with everything that the eye sees. */
export function labelOf(change: TrackedChange): string {
  const text = change.about.length > 0 ? change.about.join(", ") : change.text.trim();
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return words.label(titleOf(change), change.author, short);
}

/** Lines of an icon on a field of 16 by 16. */
const icons = {
  Inserted: "M8 3v10M3 8h10",
  Deleted: "M3 8h10",
  MovedFrom: "M2 3v10M5 8h9M11 5l3 3-3 3",
  MovedTo: "M2 8h9M8 5l3 3-3 3M14 3v10",
  Formatted: "M3 13 7.5 3h1L13 13M4.8 9h6.4",
} satisfies Record<ChangeKind, string>;

function icon(kind: ChangeKind): SVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", icons[kind]);
  svg.append(path);
  return svg;
}

function button(change: TrackedChange, className: string): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `${className} ${change.kind}`;
  element.setAttribute("aria-haspopup", "dialog");
  element.setAttribute("aria-label", labelOf(change));
  element.title = labelOf(change);
  return element;
}

/** Before the first words of a change. A move says what it is; of the others the words themselves tell. */
export function handle(change: TrackedChange): HTMLElement {
  if (change.kind === "MovedFrom" || change.kind === "MovedTo") return chip(change);
  return button(change, "handle");
}

/** A small label with what happened. */
export function chip(change: TrackedChange): HTMLElement {
  const element = button(change, "chip");
  const about =
    change.place === "Text" || change.about.length === 0 ? [titleOf(change)] : change.about;
  element.append(icon(change.kind), about.join(", "));
  return element;
}

/** A paragraph's mark, which is seen only where it was changed. */
export function pilcrow(change: TrackedChange): HTMLElement {
  const element = button(change, "pilcrow");
  element.append("¶");
  return element;
}

/** What has no words says itself what it is: the setup of a section, the formatting of a table. */
export function note(change: TrackedChange): HTMLElement {
  const element = button(change, "chip");
  element.append(icon(change.kind), `${titleOf(change)}: ${change.about.join(", ")}`);
  return element;
}

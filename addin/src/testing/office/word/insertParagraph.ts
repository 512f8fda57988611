import type { Element } from "@xmldom/xmldom";
import { guard, isBlock, newParagraph } from "./edit";
import { Refusal } from "./errors";
import type { Place, Where } from "./place";
import { Control, Paragraph, Story } from "./places";
import { after, append, before, children, closest, detach, parentOf } from "./xml";

/** A new paragraph in a place, or beside it, formatted like the one that it stands next to. */
export function insertParagraph(place: Place, text: string, where: Where): Paragraph {
  const { document } = place;
  const inside = where === "Start" || where === "End";
  const anchor = inside ? innerBlock(place, where) : outerBlock(place, where);
  guard(inside && !(place instanceof Story) ? anchor.parent : (anchor.block ?? anchor.parent));
  const made = newParagraph(anchor.block ?? anchor.parent, text, document.tracking);
  if (!anchor.block) append(anchor.parent, made);
  else if (where === "Start" || where === "Before") before(anchor.block, made);
  else after(anchor.block, made);
  return new Paragraph(document, made);
}

interface Anchor {
  readonly parent: Element;
  readonly block: Element | undefined;
}

function innerBlock(place: Place, where: Where): Anchor {
  // A control within a line holds no paragraph.
  if (!(place instanceof Story) && !(place instanceof Control && !place.isInline))
    throw new Refusal("GeneralException");
  const parent = place instanceof Control ? place.content : place.element;
  const blocks = children(parent).filter(isBlock);
  return { parent, block: where === "Start" ? blocks[0] : blocks.at(-1) };
}

function outerBlock(place: Place, where: Where): Anchor {
  const block =
    place instanceof Paragraph || (place instanceof Control && !place.isInline)
      ? place.element
      : paragraphAt(place, where);
  return { parent: parentOf(block), block };
}

function paragraphAt(place: Place, where: Where): Element {
  const { start, end } = place.edges();
  const paragraph = closest(where === "Before" ? start : end, "p");
  detach(start);
  detach(end);
  if (!paragraph) throw new Refusal("GeneralException");
  return paragraph;
}

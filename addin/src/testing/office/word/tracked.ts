import type { Element } from "@xmldom/xmldom";
import { Refusal } from "./errors";
import type { Faults } from "./faults";
import { Span, storyOf, type Place, type RangeWhere } from "./place";
import { Paragraph } from "./places";
import { hasMoves, revisionsOf, settleRevision, stands, type Revision } from "./revisions";
import { markAtEdge, markWithin } from "./split";
import { stepsIn, type Leaf } from "./steps";
import type { WordDocument } from "./wordDocument";
import {
  after,
  append,
  before,
  closest,
  detach,
  isAttached,
  isText,
  isWord,
  makeMark,
  parentOf,
  prepend,
} from "./xml";

/** A tracked change as Word lists it. */
export class TrackedChange {
  constructor(
    readonly document: WordDocument,
    readonly revision: Revision,
    /** It is listed, and is not in the document (office-js#6661). */
    readonly isGhost = false,
  ) {}

  get stands() {
    return this.isGhost || stands(this.revision);
  }

  /** A property of it; Word finds none of a ghost's. */
  read<T>(of: (revision: Revision) => T): T {
    if (this.isGhost) throw new Refusal("ItemNotFound");
    return of(this.revision);
  }

  settle(decision: "accept" | "reject", faults: Faults): void {
    if (this.isGhost) throw new Refusal("GeneralException");
    const [first] = this.revision.elements;
    const paragraph = first && closest(first, "p");
    settleRevision(this.revision, decision);
    if (faults.shows("ghostChanges") && paragraph && isAttached(paragraph))
      this.document.ghosts.add(paragraph);
  }

  range(where: RangeWhere, faults: Faults): Place {
    if (this.isGhost) throw new Refusal("GeneralException");
    const standing = this.revision.elements.filter(isAttached);
    const [first, final] = [standing[0], standing.at(-1)];
    if (!first || !final) throw new Refusal("ItemNotFound");
    const end = markOf(final, "end");
    const start = markOf(first, "start");
    if (faults.shows("rangesDifferOnWeb")) oneLonger(end);
    const span = new Span(this.document, start, end);
    const range = span.range(where);
    span.release();
    return range;
  }

  /** The next one of the same story. */
  next(): TrackedChange | undefined {
    const [first] = this.revision.elements;
    if (!first) return undefined;
    const all = revisionsOf(stepsIn(storyOf(first)));
    const at = all.findIndex((each) => each.elements.includes(first));
    const found = all[at + 1];
    return found && new TrackedChange(this.document, found);
  }
}

/** A mark where a change begins or ends: inside it, so that what is in between is the change. */
function markOf(element: Element, edge: "start" | "end") {
  const holder = parentOf(element);
  if (isWord(holder, "rPr") || isWord(holder, "pPr")) return besideFormat(element, edge);
  const mark = makeMark(element);
  if (edge === "end") append(element, mark);
  else prepend(element, mark);
  return mark;
}

/** Of a paragraph's mark the end of the paragraph; of formatting the run, or the paragraph, that has it. */
function besideFormat(element: Element, edge: "start" | "end") {
  const run = closest(element, "r");
  if (run) {
    const mark = makeMark(run);
    if (edge === "end") after(run, mark);
    else before(run, mark);
    return mark;
  }
  const paragraph = closest(element, "p");
  if (!paragraph) throw new Refusal("ItemNotFound");
  return markAtEdge(paragraph, isWord(element, "pPrChange") ? edge : "end");
}

/** Moves a mark one character on, where the paragraph has one there. */
function oneLonger(mark: Element): void {
  const paragraph = closest(mark, "p");
  const steps = paragraph ? stepsIn(paragraph) : [];
  const at = steps.findIndex((step) => step.kind === "mark" && step.mark === mark);
  const next = steps
    .slice(at)
    .find((step): step is Leaf => step.kind === "leaf" && step.text !== "" && isText(step.node));
  if (!next) return;
  const further = markWithin(next, 1);
  before(further, mark);
  detach(further);
}

/** The tracked changes of a place, as Word lists them. */
export function trackedChangesIn(place: Place, faults: Faults): TrackedChange[] {
  const { document } = place;
  if (
    faults.shows("movesBreakListing") &&
    document.stories.some((story) => hasMoves(stepsIn(story)))
  )
    throw new Refusal("GeneralException");
  const steps = place.steps();
  const listed = revisionsOf(steps).map((revision) => new TrackedChange(document, revision));
  if (!faults.shows("ghostChanges")) return listed;
  return [...listed, ...ghostsIn(place, listed)];
}

/** Changes that are listed and gone: of those that were settled, and one in a paragraph that has none. */
function ghostsIn(place: Place, listed: readonly TrackedChange[]): TrackedChange[] {
  const ghost = () =>
    new TrackedChange(
      place.document,
      { type: "Added", author: "", date: new Date(0), elements: [], text: "" },
      true,
    );
  const settled = [...place.document.ghosts].filter((paragraph) =>
    place.steps().some((step) => step.kind === "end" && step.paragraph === paragraph),
  );
  if (settled.length > 0) return settled.map(ghost);
  return place instanceof Paragraph && listed.length === 0 ? [ghost()] : [];
}

import type { Element } from "@xmldom/xmldom";
import { NotModelled } from "../strict";
import { bookmarksIn } from "./bookmarks";
import { commentsIn, insertComment } from "./comments";
import { deleteControl, insertControl, controlScalars, parentControl } from "./controls";
import { Refusal } from "./errors";
import type { Faults } from "./faults";
import { Collection, modelled, reads, writes, type Args } from "./members";
import { insertOoxml, ooxmlOf } from "./ooxml";
import { Place, Span, storyOf, type RangeWhere, type Where } from "./place";
import { bodyAround, Control, Paragraph, Story } from "./places";
import { paragraphsOf, stepsIn } from "./steps";
import { styleId } from "./styles";
import { insertParagraph } from "./insertParagraph";
import { trackedChangesIn } from "./tracked";
import {
  after,
  attr,
  child,
  children,
  closest,
  detach,
  ensure,
  makeMark,
  parentOf,
  setAttr,
} from "./xml";
import type { WordDocument } from "./wordDocument";

/** The longest text that Word searches for (office-js#31, #168). */
const longestSearch = 255;

const searchOptions = ["matchCase", "matchWholeWord"];

function search(place: Place, args: Args): Collection {
  const words = args.text(0);
  const options = args.options(1);
  if (words === "" || words.length > longestSearch)
    throw new Refusal("SearchStringInvalidOrTooLong");
  for (const [name, value] of options)
    if (value === true && !searchOptions.includes(name))
      throw new NotModelled(`search with ${name} is not modelled.`);
  return new Collection(
    place.search(words, {
      matchCase: options.get("matchCase") === true,
      matchWholeWord: options.get("matchWholeWord") === true,
    }),
  );
}

/** Where a class lets something be inserted. */
interface Wheres {
  readonly text: readonly Where[];
  readonly paragraph: readonly Where[];
  readonly range: readonly RangeWhere[];
}

function insertText(place: Place, args: Args, wheres: Wheres, faults: Faults): Span {
  const where = args.choice(1, wheres.text);
  const text = args.text(0);
  const loses =
    faults.shows("whiteSpaceAtRunBoundaries") &&
    place.document.tracking.on &&
    isAtBoundary(place, where);
  return place.insertText(loses ? text.replace(/ $/, "") : text, where);
}

/** Whether an insertion stands between two runs. */
function isAtBoundary(place: Place, where: Where): boolean {
  const { start, end } = place.edges();
  const mark = where === "End" || where === "After" ? end : start;
  const paragraph = closest(mark, "p");
  const steps = paragraph ? stepsIn(paragraph) : [];
  const at = steps.findIndex((step) => step.kind === "mark" && step.mark === mark);
  const previous = steps.slice(0, at).findLast(({ kind }) => kind === "leaf");
  const next = steps.slice(at).find(({ kind }) => kind === "leaf");
  detach(start);
  detach(end);
  return previous?.kind === "leaf" && next?.kind === "leaf" && previous.run !== next.run;
}

const version = (args: Args) => args.choice(0, ["Original", "Current"] as const, true);

/** What all of `Body`, `Range`, `Paragraph` and `ContentControl` have. */
const common = (wheres: Wheres, faults: Faults) => ({
  insertText: writes((place: Place, args) => insertText(place, args, wheres, faults)),
  insertOoxml: writes((place: Place, args) =>
    insertOoxml(place, args.text(0), args.choice(1, wheres.text)),
  ),
  insertParagraph: writes((place: Place, args) =>
    insertParagraph(place, args.text(0), args.choice(1, wheres.paragraph)),
  ),
  getRange: reads((place: Place, args) => place.range(args.choice(0, wheres.range, true))),
  getOoxml: reads((place: Place) => ooxmlOf(place)),
  getReviewedText: reads((place: Place, args) => place.text(version(args))),
  getTrackedChanges: reads((place: Place) => new Collection(trackedChangesIn(place, faults))),
  getComments: reads((place: Place) => new Collection(commentsIn(place))),
  search: reads(search),
  clear: writes((place: Place) => place.clear()),
  select: reads((place: Place, args) => select(place, args)),
});

function select(place: Place, args: Args): void {
  const mode = args.choice(0, ["Select", "Start", "End"] as const, true);
  const { start, end } = place.edges();
  if (mode === "Select") place.document.selectBetween(start, end);
  else {
    const [kept, other] = mode === "Start" ? [start, end] : [end, start];
    const twin = makeMark(kept);
    after(kept, twin);
    detach(other);
    place.document.selectBetween(kept, twin);
  }
}

const insertContentControl = writes((place: Place, args) => {
  const type = args.choice(
    0,
    ["RichText", "PlainText", "CheckBox", "DropDownList", "ComboBox"] as const,
    true,
  );
  if (type !== "RichText" && type !== "PlainText")
    throw new NotModelled(`insertContentControl("${type}") is not modelled.`);
  return insertControl(place, type);
});

const wrapping = { insertContentControl };

const inParagraph = {
  contentControls: (place: Place) => new Collection(controlsIn(place)),
  parentContentControl: parentControl,
  parentContentControlOrNullObject: parentControl,
};

const links = {
  ...inParagraph,
  paragraphs: (place: Place) =>
    new Collection(paragraphsAround(place).map((each) => new Paragraph(place.document, each))),
};

/** The controls in a place; in a control's own place not itself. */
const controlsIn = (place: Place) =>
  place
    .controls()
    .filter((each) => !(place instanceof Control && each === place.element))
    .map((each) => new Control(place.document, each));

/** The paragraphs that a place touches: of a cursor the one that it stands in. */
function paragraphsAround(place: Place) {
  const found = paragraphsOf(place.steps());
  if (found.length > 0 && !(place instanceof Control && place.isInline)) return found;
  const { start, end } = place.edges();
  const around = closest(start, "p");
  detach(start);
  detach(end);
  return around ? [around] : [];
}

/** A table, as far as it is asked where something stands. */
class Table {
  constructor(
    readonly document: WordDocument,
    readonly element: Element,
  ) {}
}

class Cell extends Table {}

/** The body, the header or the cell around a place, and the table. */
const aroundLinks = {
  parentBody: (place: Place) => new Story(place.document, bodyAround(anchorOf(place))),
  parentTableOrNullObject: (place: Place) => {
    const table = closest(anchorOf(place), "tbl");
    return table && new Table(place.document, table);
  },
  parentTableCellOrNullObject: (place: Place) => {
    const cell = closest(anchorOf(place), "tc");
    return cell && new Cell(place.document, cell);
  },
};

const anchorOf = (place: Place): Element =>
  place instanceof Span
    ? place.start
    : place instanceof Story || place instanceof Paragraph || place instanceof Control
      ? place.element
      : place.edges().start;

const indexOf = (element: Element | undefined, name: string) =>
  element ? children(parentOf(element), name).indexOf(element) : -1;

/** The paragraph before or after one, in its story. */
function neighbour(document: WordDocument, paragraph: Element, step: 1 | -1) {
  const all = stepsIn(storyOf(paragraph)).flatMap((each) =>
    each.kind === "end" ? [each.paragraph] : [],
  );
  const found = all[all.indexOf(paragraph) + step];
  return found && new Paragraph(document, found);
}

const text = { get: (place: Place) => place.text() };

/** The style of all paragraphs of a place, by its name; empty where they differ, as in Word. */
const style = {
  get: (place: Place) => {
    const names = new Set(
      paragraphsAround(place).map((each) => new Paragraph(place.document, each).style),
    );
    return names.size === 1 ? [...names].join("") : "";
  },
  set: (place: Place, name: unknown) => {
    const id = styleId(place.document, name);
    for (const paragraph of paragraphsAround(place))
      setAttr(ensure(ensure(paragraph, "pPr"), "pStyle"), "val", id);
  },
};

/** A built-in style by its name in the interface, which no language changes: its id is that name. */
const styleBuiltIn = {
  get: ({ element }: Paragraph) => attr(child(child(element, "pPr"), "pStyle"), "val") ?? "Normal",
  set: ({ element }: Paragraph, name: unknown) =>
    setAttr(ensure(ensure(element, "pPr"), "pStyle"), "val", String(name)),
};

const inner: readonly Where[] = ["Replace", "Start", "End"];
const all: readonly Where[] = ["Replace", "Start", "End", "Before", "After"];
const beside: readonly Where[] = ["Before", "After"];
const whole: readonly RangeWhere[] = ["Whole", "Start", "End", "After", "Content"];

/** `Body`, `Range`, `Paragraph` and `ContentControl`. */
export const placeClasses = (faults: Faults) => ({
  "Word.Body": modelled(Story, {
    scalars: { text, style, type: { get: ({ type }: Story) => type } },
    links,
    methods: {
      ...common({ text: inner, paragraph: ["Start", "End"], range: whole }, faults),
      ...wrapping,
    },
  }),
  "Word.Range": modelled(Place, {
    scalars: { text, style, isEmpty: { get: (place) => place.text() === "" } },
    links: { ...links, ...aroundLinks },
    methods: {
      ...common({ text: all, paragraph: beside, range: whole }, faults),
      ...wrapping,
      insertComment: writes((place, args) => insertComment(place, args.text(0))),
      delete: writes((place) => place.delete()),
      getBookmarks: reads((place, args) => bookmarksIn(place, args.flag(0))),
    },
  }),
  "Word.Paragraph": modelled(Paragraph, {
    scalars: { text, style, styleBuiltIn },
    links: { ...inParagraph, ...aroundLinks },
    methods: {
      ...common({ text: inner, paragraph: beside, range: whole }, faults),
      ...wrapping,
      delete: writes((place) => place.delete()),
      getNext: reads(({ document, element }) => neighbour(document, element, 1)),
      getNextOrNullObject: reads(({ document, element }) => neighbour(document, element, 1)),
      getPrevious: reads(({ document, element }) => neighbour(document, element, -1)),
      getPreviousOrNullObject: reads(({ document, element }) => neighbour(document, element, -1)),
    },
  }),
  "Word.ContentControl": modelled(Control, {
    scalars: { text, style, ...controlScalars },
    links: { ...links, ...aroundLinks },
    methods: {
      ...common(
        {
          text: inner,
          paragraph: ["Start", "End", "Before", "After"],
          range: ["Whole", "Start", "End", "Before", "After", "Content"],
        },
        faults,
      ),
      delete: writes((control, args) => deleteControl(control, args.flag(0))),
    },
  }),
  "Word.Table": modelled(Table, {
    scalars: { rowCount: { get: ({ element }) => children(element, "tr").length } },
    links: {
      parentBody: ({ document, element }) => new Story(document, bodyAround(parentOf(element))),
    },
  }),
  "Word.TableCell": modelled(Cell, {
    scalars: {
      rowIndex: { get: ({ element }) => indexOf(closest(element, "tr"), "tr") },
      cellIndex: { get: ({ element }) => indexOf(element, "tc") },
    },
    links: { body: ({ document, element }) => new Story(document, element) },
  }),
});

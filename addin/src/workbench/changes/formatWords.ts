import { formatNumber } from "../../format";
import { strings } from "../../strings";
import { currentLocale } from "../../strings/current";
import { attr, childOf, childrenOf, localNameOf, toggled } from "./wordXml";

const words = strings.tracked.format;

/** What the words need from the rest of the document. */
export interface FormatNames {
  /** A style's name by its id. */
  readonly style: (id: string) => string;
}

type Described = string | readonly string[] | undefined;
type Describe = (
  before: Element | undefined,
  after: Element | undefined,
  names: FormatNames,
) => Described;
type Sentence = (before?: string, after?: string) => string;

const inPoints = (twips: string) => `${formatNumber(Number(twips) / 20)} pt`;
const inCentimetres = (twips: string) =>
  `${formatNumber(Math.round((Number(twips) / 1440) * 254) / 100)} cm`;
const inHalfPoints = (halves: string) => formatNumber(Number(halves) / 2);

const onOff =
  (say: (on: boolean) => string): Describe =>
  (before, after) => {
    const on = toggled(after) ?? false;
    return on === (toggled(before) ?? false) ? undefined : say(on);
  };

/** The value of an attribute, before and after, in a sentence; undefined where it stayed. */
const value =
  (
    say: Sentence,
    name = "val",
    show: (raw: string, names: FormatNames) => string = (raw) => raw,
  ): Describe =>
  (before, after, names) => {
    const [old, now] = [attr(before, name), attr(after, name)];
    if (old === now) return undefined;
    return say(
      old === undefined ? undefined : show(old, names),
      now === undefined ? undefined : show(now, names),
    );
  };

const fixed =
  (said: string): Describe =>
  () =>
    said;

const all =
  (...describers: Describe[]): Describe =>
  (before, after, names) =>
    describers.flatMap((describe) => describe(before, after, names) ?? []);

/** Names of languages as the person's browser knows them; the tag where it does not. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([currentLocale()], { type: "language" }).of(tag) ?? tag;
  } catch (error) {
    // A malformed tag is the document's, and shown as it stands.
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

const color = (raw: string) => (raw === "auto" ? words.automatic : `#${raw.toUpperCase()}`);
const styleName = (id: string, names: FormatNames) => names.style(id);
const mute: Describe = () => undefined;

const run: Readonly<Record<string, Describe>> = {
  b: onOff(words.bold),
  i: onOff(words.italic),
  strike: onOff(words.strike),
  dstrike: onOff(words.doubleStrike),
  caps: onOff(words.caps),
  smallCaps: onOff(words.smallCaps),
  vanish: onOff(words.hidden),
  outline: onOff(words.outline),
  shadow: onOff(words.shadow),
  emboss: onOff(words.emboss),
  imprint: onOff(words.imprint),
  rtl: onOff(words.rightToLeft),
  u: (before, after) => {
    const [old, now] = [attr(before, "val") ?? "none", attr(after, "val") ?? "none"];
    return old === now ? undefined : words.underline(now !== "none");
  },
  sz: value(words.fontSize, "val", inHalfPoints),
  rFonts: value(words.font, "ascii"),
  color: value(words.color, "val", color),
  highlight: value(words.highlight),
  rStyle: value(words.style, "val", styleName),
  lang: value(words.language, "val", languageName),
  spacing: value(words.characterSpacing, "val", inPoints),
  position: value(words.position, "val", (raw) => `${inHalfPoints(raw)} pt`),
  vertAlign: (_, after) =>
    ({ superscript: words.superscript, subscript: words.subscript })[attr(after, "val") ?? ""] ??
    words.baseline,
  shd: fixed(words.shading),
  bdr: fixed(words.border),
};

const indent = all(
  ...(["left", "start"] as const).map((side) => value(words.indentLeft, side, inCentimetres)),
  ...(["right", "end"] as const).map((side) => value(words.indentRight, side, inCentimetres)),
  value(words.firstLine, "firstLine", inCentimetres),
  value(words.hanging, "hanging", inCentimetres),
);

/** 240ths of a line where the rule is "auto", otherwise twips (ECMA-376 Part 1, 17.3.1.33). */
const lineSpacing: Describe = (before, after) => {
  const show = (element: Element | undefined) => {
    const line = attr(element, "line");
    if (line === undefined) return undefined;
    return (attr(element, "lineRule") ?? "auto") === "auto"
      ? formatNumber(Math.round(Number(line) / 2.4) / 100)
      : inPoints(line);
  };
  const [old, now] = [show(before), show(after)];
  return old === now ? undefined : words.lineSpacing(old, now);
};

const numbering: Describe = (before, after) => {
  const level = (element: Element | undefined) =>
    Number(attr(childOf(element, "ilvl"), "val") ?? 0);
  const list = (element: Element | undefined) => attr(childOf(element, "numId"), "val") ?? "0";
  if (list(after) === "0") return list(before) === "0" ? undefined : words.notNumbered;
  if (list(before) !== list(after)) return words.numbered;
  return level(before) === level(after)
    ? undefined
    : words.listLevel(level(before) + 1, level(after) + 1);
};

const align: Describe = (_, after) => words.align[attr(after, "val") ?? ""] ?? words.alignAsStyle;

const paragraph: Readonly<Record<string, Describe>> = {
  pStyle: value(words.style, "val", styleName),
  jc: align,
  ind: indent,
  spacing: all(
    value(words.spaceBefore, "before", inPoints),
    value(words.spaceAfter, "after", inPoints),
    lineSpacing,
  ),
  numPr: numbering,
  keepNext: onOff(words.keepNext),
  keepLines: onOff(words.keepLines),
  pageBreakBefore: onOff(words.pageBreakBefore),
  widowControl: onOff(words.widowControl),
  contextualSpacing: onOff(words.contextualSpacing),
  bidi: onOff(words.rightToLeft),
  outlineLvl: fixed(words.outlineLevel),
  pBdr: fixed(words.border),
  shd: fixed(words.shading),
  tabs: fixed(words.tabs),
  // The mark's own formatting and the section have changes of their own.
  rPr: mute,
  sectPr: mute,
};

const pageSize: Describe = (before, after) => {
  const turned = (element: Element | undefined) => attr(element, "orient") === "landscape";
  if (turned(before) !== turned(after)) return turned(after) ? words.landscape : words.portrait;
  const show = (element: Element | undefined) =>
    element &&
    `${inCentimetres(attr(element, "w") ?? "0")} × ${inCentimetres(attr(element, "h") ?? "0")}`;
  return words.pageSize(show(before), show(after));
};

const section: Readonly<Record<string, Describe>> = {
  pgSz: pageSize,
  pgMar: fixed(words.margins),
  cols: (before, after) => {
    const [old, now] = [attr(before, "num") ?? "1", attr(after, "num") ?? "1"];
    return old === now ? undefined : words.columns(old, now);
  },
  titlePg: onOff(words.titlePage),
  pgNumType: fixed(words.pageNumbers),
  lnNumType: fixed(words.lineNumbers),
  type: fixed(words.sectionStart),
  pgBorders: fixed(words.border),
  // A tracked section does not say which headers it had (ECMA-376 Part 1, 17.13.5.32).
  headerReference: mute,
  footerReference: mute,
};

const table: Readonly<Record<string, Describe>> = {
  tblStyle: value(words.style, "val", styleName),
  tblW: value(words.tableWidth, "w", inCentimetres),
  tblInd: fixed(words.tableIndent),
  tblLook: fixed(words.tableLook),
  tblLayout: fixed(words.tableLayout),
  tblBorders: fixed(words.border),
  tblCellMar: fixed(words.cellMargins),
  shd: fixed(words.shading),
  jc: align,
};

const row: Readonly<Record<string, Describe>> = {
  trHeight: value(words.rowHeight, "val", inCentimetres),
  cantSplit: onOff(words.cantSplit),
  tblHeader: onOff(words.headerRow),
  jc: align,
  ins: mute,
  del: mute,
  cnfStyle: mute,
};

const cell: Readonly<Record<string, Describe>> = {
  tcW: value(words.cellWidth, "w", inCentimetres),
  vAlign: (_, after) => words.verticalAlign[attr(after, "val") ?? "top"],
  shd: fixed(words.shading),
  tcBorders: fixed(words.border),
  tcMar: fixed(words.cellMargins),
  vMerge: (_, after) => (after ? words.merged : words.split),
  gridSpan: fixed(words.span),
  textDirection: fixed(words.textDirection),
  cellIns: mute,
  cellDel: mute,
  cellMerge: mute,
  cnfStyle: mute,
};

const vocabularies = { run, paragraph, section, table, row, cell };
/** What the properties are of. */
export type FormatScope = keyof typeof vocabularies;

/** Twins for complex scripts: they change together with the property that is named. */
const twins = new Set(["bCs", "iCs", "szCs"]);

/** An element with its attributes in order, so that two spellings of the same thing compare equal. */
function canonical(element: Element | undefined): string {
  if (!element) return "";
  const attributes = [...element.attributes].flatMap((each) => {
    const name = localNameOf(each);
    return name === undefined || name.startsWith("rsid") ? [] : `${name}=${each.value}`;
  });
  return `${element.localName}(${attributes.sort().join(",")})[${childrenOf(element).map(canonical).join()}]`;
}

/** What differs between two property elements, each in a few words; never empty, since somebody tracked it. */
export function describeFormat(
  scope: FormatScope,
  before: Element | undefined,
  after: Element | undefined,
  names: FormatNames,
): string[] {
  const known = vocabularies[scope];
  const of = (element: Element | undefined) =>
    (element ? childrenOf(element) : []).filter((child) => !child.localName.endsWith("Change"));
  const tags = new Set([...of(after), ...of(before)].map((child) => child.localName));
  const said = [...tags].flatMap((tag): Described[] => {
    const [old, now] = [childOf(before, tag), childOf(after, tag)];
    if (canonical(old) === canonical(now)) return [];
    const describe = known[tag];
    if (describe) return [describe(old, now, names)];
    return twins.has(tag) ? [] : [words.other];
  });
  const clean = said.flat().filter((each) => each !== undefined);
  return clean.length > 0 ? [...new Set(clean)] : [words.other];
}

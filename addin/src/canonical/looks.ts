import { addressOf, pictureOf } from "./address";
import { fold, lower } from "./characters";
import { alike, black, colourOfAttribute } from "./colour";
import { declarationsOf } from "./declarations";
import { most } from "./length";
import { Look, traits } from "./look";
import { blocks, fallback, paired } from "./names";
import { type Sheets } from "./sheet";
import { type List } from "./stack";
import { Style } from "./style";
import { attribute, type Token } from "./tokenizer";

/** How elements look by their names, attributes and styles. See HtmlLooks of the server. */

const linkBlue = 0x0000ee;
const fontSizes = [10000, 13000, 16000, 18000, 24000, 32000, 48000];
const listKinds = paired(
  "1: decimal: lower-alpha:a lower-latin:a upper-alpha:A upper-latin:A lower-roman:i upper-roman:I",
  String,
);

/** A whole number of an attribute, or undefined. */
export function numberOf(value: string): number | undefined {
  const number = fold(value);
  if (/^[0-9]{1,6}$/.test(number)) return Number(number);
  return undefined;
}

/** What an element's name, attributes and style make of the look around it. */
export interface Styled {
  readonly look: Look;
  /** Whether it stands on lines of its own. */
  readonly block: boolean;
}

/** A list that begins. */
export function listOf(name: string, token: Token): List {
  let kind = attribute(token, "type");
  for (const one of declarationsOf(attribute(token, "style")))
    if (one.property === "list-style-type") kind = lower(one.value);
  const known = listKinds.get(kind);
  if (known !== undefined) kind = known;
  if (token.attributes.has("reversed")) kind += " reversed";
  let next = numberOf(attribute(token, "start"));
  if (next === undefined) next = 1;
  return { numbered: name === "ol", kind, next };
}

/** What is looked up, or else made and kept. */
function kept<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

/** The looks of a mail's elements. The same tag in the same look is worked out once: a mail says the same of each of its paragraphs. */
export class Looks {
  private readonly known = new Map<Look, Map<Token | string, Styled>>();

  constructor(private readonly sheets: Sheets) {}

  /** The look of an element. It is the parent's own where it is the same. */
  of(parent: Look, name: string, token: Token): Styled {
    return this.kept(parent, token, () => {
      const look = parent.copy();
      byName(look, name, token);
      if (token.attributes.size > 0) byAttributes(look, name, token);
      let display = "";
      const css = attribute(token, "style");
      if (css !== "") {
        const style = new Style(parent, look, declarationsOf(css));
        display = style.display;
        if (this.sheets.couldVanish(style)) look.add(traits.unclear);
      }
      const block = isBlock(name, display);
      if (look.equals(parent)) return { look: parent, block };
      return { look, block };
    });
  }

  /** The same look on a condition of Office. */
  under(look: Look, condition: string): Look {
    return this.kept(look, condition, () => {
      const conditional = look.copy();
      conditional.addOdd(`if ${condition}`);
      return { look: conditional, block: false };
    }).look;
  }

  private kept(parent: Look, key: Token | string, make: () => Styled): Styled {
    return kept(
      kept(this.known, parent, () => new Map<Token | string, Styled>()),
      key,
      make,
    );
  }
}

function isBlock(name: string, display: string): boolean {
  if (/^(|inherit|initial|unset|contents|none)$/.test(display)) return blocks.has(name);
  return !/^(inline|ruby)/.test(display);
}

function byName(look: Look, name: string, token: Token): void {
  const smaller = Math.trunc((look.font * 5) / 6);
  switch (name) {
    case "s":
    case "strike":
    case "del":
      look.add(traits.struck);
      break;
    case "sup":
      look.add(traits.sup);
      look.font = smaller;
      break;
    case "sub":
      look.add(traits.sub);
      look.font = smaller;
      break;
    case "small":
      look.font = smaller;
      break;
    case "big":
      look.font = Math.min(most, Math.trunc((look.font * 6) / 5));
      break;
    case "mark":
      look.ink = black;
      look.paper = 0xffff00;
      break;
    case "pre":
    case "listing":
    case "xmp":
    case "plaintext":
    case "textarea":
      look.preformatted = true;
      break;
    case "svg":
    case "math":
      look.add(traits.drawn);
      break;
    case "template":
    case "datalist":
    case "rp":
      look.add(traits.hidden);
      break;
    case "select":
      look.add(traits.unclear);
      break;
    case "marquee":
      look.add(traits.moved);
      break;
    case "dialog":
    case "details":
      if (!token.attributes.has("open")) look.add(traits.hidden);
      break;
    case "bdo":
      look.add(traits.override);
      break;
    case "table":
      if (look.isOtherInQuirks()) look.add(traits.unclear);
      break;
    default:
      if (fallback.has(name)) look.add(traits.unclear);
  }
}

function byAttributes(look: Look, name: string, token: Token): void {
  const { attributes } = token;
  const value = (key: string): string => attribute(token, key);
  if (attributes.has("href") && name !== "base" && name !== "link" && name !== "area") {
    look.link = addressOf(value("href"));
    if (name === "a") look.ink = linkBlue;
  }
  if (attributes.has("hidden") || attributes.has("popover")) look.add(traits.hidden);
  const direction = lower(value("dir"));
  if (direction === "rtl") look.rtl = true;
  else if (direction === "ltr") look.rtl = false;
  if (value("bgcolor") !== "") {
    const paper = colourOfAttribute(value("bgcolor"));
    if (paper >= 0) look.paper = paper;
    else look.add(traits.unclear);
  }
  if (name === "body")
    for (const key of ["link", "vlink", "alink"]) {
      const link = value(key);
      const colour = colourOfAttribute(link);
      if (link !== "" && (colour < 0 || alike(colour, look.paper)))
        look.addOdd(`${key}:${fold(link)}`);
    }
  if (value("background") !== "") look.addOdd(`background:${pictureOf(value("background"))}`);
  let ink = "";
  if (name === "font") ink = value("color");
  else if (name === "body") ink = value("text");
  if (ink !== "") {
    const colour = colourOfAttribute(ink);
    if (colour >= 0) look.ink = colour;
    else look.add(traits.unclear);
  }
  if (name === "font") byFont(look, token);
}

function byFont(look: Look, token: Token): void {
  const size = numberOf(attribute(token, "size"));
  if (size !== undefined) {
    const font = fontSizes[size - 1];
    if (font !== undefined) look.font = font;
  }
  const face = attribute(token, "face");
  if (face !== "") new Style(look, look, [{ property: "font-family", value: face }]);
}

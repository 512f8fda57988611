import { fold, lower } from "./characters";
import { black, colourOf, transparent, unclear } from "./colour";
import { type Declaration, split } from "./declarations";
import {
  backgroundWords,
  cases,
  defaults,
  displays,
  distances,
  isHarmless,
  sizes,
  symbolFonts,
} from "./properties";
import { defaultFont, most, parseLength, pixels, pixelsOf } from "./length";
import { type Look, traits } from "./look";
import { named } from "./names";

/**
 * What declarations make of the look of an element, as HtmlStyle of the server does. A property that is not known is an oddity, which the
 * form names.
 */

const far = 30000;
const farther = 2000000;
const thinnest = 8000;
const raised = 20000;
const page = 600000;

const keywords = named("auto none inherit initial unset fit-content max-content min-content");

const has = (text: string, part: string): boolean => text.indexOf(part) >= 0;
const isOneOf = (value: string, words: string): boolean => words.split(" ").indexOf(value) >= 0;

/** A style that is being applied to a look, which it changes. */
export class Style {
  /** The `display` that was declared, or empty. */
  display = "";
  /** The colours that were declared for text. */
  readonly inks: number[] = [];
  /** The colours that were declared for what is behind it. */
  readonly papers: number[] = [];
  private clips = false;
  private hasHeight = false;
  private relative = false;
  private offset = false;
  private thin = false;
  private indent = 0;
  private left = 0;

  constructor(
    private readonly parent: Look,
    readonly look: Look,
    declarations: readonly Pick<Declaration, "property" | "value">[],
  ) {
    for (const one of declarations) this.apply(one.property, lower(one.value), one.value);
    if (this.clips && this.thin) look.add(traits.hidden);
    else if (this.clips && this.hasHeight) look.add(traits.unclear);
    // A hanging indent takes back no more than the margin that it hangs in.
    this.hide(this.indent < 0 && this.indent + this.left < -far);
    if (this.relative && this.offset) look.add(traits.moved);
  }

  private odd(property: string, value: string): void {
    this.look.addOdd(`${property}:${fold(value)}`);
  }

  private hide(hidden: boolean): void {
    if (hidden) this.look.add(traits.hidden);
  }

  private apply(property: string, value: string, written: string): void {
    const { look, parent } = this;
    switch (property) {
      case "color":
        this.colour(value);
        break;
      case "background":
      case "background-color":
      case "background-image":
      case "mso-highlight":
        this.background(property, value, written);
        break;
      case "font-size":
        this.fontSize(value);
        break;
      case "font":
        this.font(value);
        break;
      case "font-family":
        this.family(value);
        break;
      case "line-height":
        if (value === "inherit") look.flat = parent.flat;
        else look.flat = isFlat(value);
        break;
      case "display":
        this.display = value;
        this.hide(value === "none");
        if (!displays.has(value)) this.odd(property, value);
        break;
      case "visibility":
        look.unseen =
          isOneOf(value, "hidden collapse") || (isOneOf(value, "inherit unset") && parent.unseen);
        break;
      case "opacity":
        this.opacity(value);
        break;
      case "direction":
        look.rtl = value === "rtl" || (value === "inherit" && parent.rtl);
        break;
      case "text-transform":
        this.textCase(value);
        break;
      default:
        this.place(property, value, written);
    }
  }

  private place(property: string, value: string, written: string): void {
    const { look } = this;
    switch (property) {
      case "mso-hide":
        this.hide(value !== "none");
        break;
      case "unicode-bidi":
        if (isOneOf(value, "bidi-override isolate-override")) look.add(traits.override);
        break;
      case "text-decoration":
      case "text-decoration-line":
        if (has(value, "line-through")) look.add(traits.struck);
        break;
      case "vertical-align":
      case "mso-text-raise":
        this.raise(value);
        break;
      case "position":
        this.relative = value === "relative";
        if (!isOneOf(value, "relative static initial inherit unset")) look.add(traits.moved);
        break;
      case "top":
      case "left":
      case "right":
      case "bottom":
      case "inset":
        if (!isOneOf(value, "auto 0 0px 0pt initial unset")) this.offset = true;
        break;
      case "z-index":
        break;
      case "width":
      case "height":
      case "max-width":
      case "max-height":
        this.size(property, value);
        break;
      case "overflow":
      case "overflow-x":
      case "overflow-y":
        if (has(value, "hidden") || has(value, "clip")) this.clips = true;
        break;
      case "letter-spacing":
      case "word-spacing":
        this.spacing(property, value);
        break;
      case "mso-font-width":
      case "mso-style-textfill-fill-alpha": {
        const share = parseLength(value);
        if (share === undefined || share.thousandths < 50000) this.odd(property, value);
        break;
      }
      case "mso-ansi-font-size":
      case "mso-bidi-font-size": {
        const size = pixelsOf(value, look.font, look.font);
        if (size !== undefined && size < 4000) this.odd(property, value);
        break;
      }
      case "mso-themecolor":
        if (/^(background|light)/.test(value)) this.odd(property, value);
        break;
      case "mso-style-textfill-type":
        if (value !== "solid") this.odd(property, value);
        break;
      case "mso-element":
        if (value !== "para-border-div") this.odd(property, value);
        break;
      case "mso-special-character":
        if (value !== "line-break") this.odd(property, value);
        break;
      default:
        if (distances.has(property)) this.distance(property, value);
        else this.other(property, value, written);
    }
  }

  private other(property: string, value: string, written: string): void {
    const behaves = property === "behavior";
    const draws = behaves && isOneOf(value, 'url(#default#vml) url("#default#vml")');
    const isDefault = property !== "all" && defaults.has(value);
    const loads = has(value, "url(") && !draws;
    if (loads || !(isHarmless(property) || behaves || isDefault)) this.odd(property, written);
  }

  private colour(value: string): void {
    let colour = colourOf(value);
    if (isOneOf(value, "inherit unset currentcolor")) colour = this.parent.ink;
    else if (value === "initial") colour = black;
    if (colour >= 0) {
      this.inks.push(colour);
      this.look.ink = colour;
    } else if (colour === transparent) this.look.add(traits.hidden);
    else this.look.add(traits.unclear);
  }

  private background(property: string, value: string, written: string): void {
    if (
      has(value, "url(") ||
      has(value, "gradient(") ||
      has(value, "image") ||
      has(value, "var(")
    ) {
      if (has(value, "url(cid:") || has(value, 'url("cid:')) this.odd(property, "cid");
      else this.odd(property, written);
    }
    for (const part of split(value, " ")) {
      const colour = colourOf(part);
      if (colour >= 0) {
        this.papers.push(colour);
        this.look.paper = colour;
      }
      if (colour !== unclear || part === "" || backgroundWords.has(part)) continue;
      if (parseLength(part) === undefined) this.look.add(traits.unclear);
    }
  }

  private fontSize(value: string): void {
    const { parent } = this;
    let size = sizes.get(value);
    if (value === "inherit" || value === "unset") size = parent.font;
    else if (value === "smaller") size = Math.trunc((parent.font * 5) / 6);
    else if (value === "larger") size = Math.min(most, Math.trunc((parent.font * 6) / 5));
    else if (size === undefined) size = pixelsOf(value, parent.font, parent.font);
    if (size === undefined) this.look.add(traits.unclear);
    else this.look.font = Math.max(0, size);
  }

  // Of "italic 700 0/0 Arial" the size is what has a unit, or a line height beside it, or is zero.
  private font(value: string): void {
    for (const part of split(value, " ")) {
      const slash = part.indexOf("/");
      let size = part;
      if (slash >= 0) size = part.slice(0, slash);
      const length = parseLength(size);
      if (length !== undefined && (length.unit !== "" || slash > 0 || length.thousandths === 0)) {
        this.fontSize(size);
        this.look.flat = slash > 0 && isFlat(part.slice(slash + 1));
      }
    }
    this.family(value);
    if (has(value, "var(") || has(value, "calc(")) this.look.add(traits.unclear);
  }

  private family(value: string): void {
    if (value === "inherit" || value === "unset") return;
    this.look.symbols = split(value, ",").some((family) => {
      const name = fold(family.replace(/["']/g, " "));
      return symbolFonts.some((symbol) => {
        if (name === symbol) return true;
        return name.slice(-symbol.length - 1) === ` ${symbol}` && /[0-9]/.test(name);
      });
    });
  }

  private opacity(value: string): void {
    const share = parseLength(value);
    if (share === undefined || (share.unit !== "" && share.unit !== "%")) {
      if (!isOneOf(value, "inherit initial unset")) this.look.add(traits.unclear);
      return;
    }
    if (share.unit === "%") this.hide(share.thousandths < 20000);
    else this.hide(share.thousandths < 200);
  }

  private textCase(value: string): void {
    const known = cases.get(value);
    if (known !== undefined) this.look.case = known;
    else if (value === "inherit" || value === "unset") this.look.case = this.parent.case;
    else this.look.case = 0;
  }

  private raise(value: string): void {
    if (value === "super") this.look.add(traits.sup);
    else if (value === "sub") this.look.add(traits.sub);
    else {
      const height = pixelsOf(value, this.look.font, this.look.font);
      if (height !== undefined && (height > raised || height < -raised))
        this.look.add(traits.moved);
    }
  }

  private distance(property: string, value: string): void {
    for (const part of value.split(" ")) {
      const distance = pixelsOf(part, this.look.font, page);
      if (property === "text-indent") this.indent = 0;
      if (distance !== undefined) {
        if (property === "text-indent") this.indent = distance;
        else this.hide(distance < -far);
        if (property === "margin-left" || property === "padding-left") this.left += distance;
        this.hide(distance > farther);
      } else if (!isOneOf(part, "auto inherit initial unset normal")) {
        this.odd(property, value);
        return;
      }
    }
  }

  private size(property: string, value: string): void {
    const length = parseLength(value);
    if (length === undefined) {
      if (!keywords.has(value)) this.odd(property, value);
      return;
    }
    let extent = pixels(length, this.look.font, page);
    if (extent === undefined) extent = page;
    if (extent <= thinnest) this.thin = true;
    if (/height$/.test(property) && length.unit !== "%") this.hasHeight = true;
    this.hide(/^max-/.test(property) && extent === 0);
  }

  private spacing(property: string, value: string): void {
    if (isOneOf(value, "normal inherit initial unset")) return;
    const space = pixelsOf(value, this.look.font, this.look.font);
    if (space === undefined || space < -1500 || space > raised) this.odd(property, value);
  }
}

function isFlat(value: string): boolean {
  const length = parseLength(value);
  if (length === undefined) return false;
  if (length.unit === "") return length.thousandths < 250;
  if (length.unit === "%") return length.thousandths < 25000;
  const height = pixels(length, defaultFont, 0);
  return height !== undefined && height < 4000;
}

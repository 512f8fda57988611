import { alike, black, white } from "./colour";
import { defaultFont } from "./length";
import { sha256OfText } from "./sha256";

/** What text can look like that changes what is read, a bit for each in the order of `names`. See HtmlTraits of the server. */
export const traits = {
  hidden: 1,
  moved: 2,
  struck: 4,
  sup: 8,
  sub: 16,
  rtl: 32,
  override: 64,
  upper: 128,
  lower: 256,
  capital: 512,
  symbol: 1024,
  unclear: 2048,
  drawn: 4096,
} as const;

// As a mark says it.
const names =
  "hidden moved struck sup sub rtl override upper lower capital symbol unclear drawn".split(" ");
const readable = 4000;
const longestOddities = 128;

/** How the text of an element looks, as far as it matters to what is read. A look is never changed once it is an element's. */
export class Look {
  /** Traits that descendants can't take back. */
  traits = 0;
  /** What `text-transform` makes of it. */
  case = 0;
  /** Invisible by `visibility`. */
  unseen = false;
  /** In lines without height. */
  flat = false;
  /** In a font of symbols. */
  symbols = false;
  rtl = false;
  /** Size of the text in thousandths of a pixel. */
  font = defaultFont;
  /** Colour of the text. */
  ink = black;
  /** Colour of what is behind it. */
  paper = white;
  /** Line feeds are line ends. */
  preformatted = false;
  /** Where its link leads. */
  link: string | undefined = undefined;
  /** What was said of it that no rule knows. */
  odd = "";
  private known: string | undefined = undefined;

  /** One that may be changed. */
  copy(): Look {
    const copy = Object.assign(new Look(), this);
    copy.known = undefined;
    return copy;
  }

  equals(other: Look): boolean {
    return this.all() === other.all();
  }

  private all(): string {
    const { traits, unseen, flat, symbols, rtl, font, ink, paper, preformatted, link, odd } = this;
    const said = [traits, this.case, font, ink, paper, link, odd];
    return JSON.stringify([said, unseen, flat, symbols, rtl, preformatted]);
  }

  /** Adds a trait. */
  add(trait: number): void {
    this.traits |= trait;
  }

  /** Adds an oddity. Many are their digest, so that a mark stays short. */
  addOdd(odd: string): void {
    if (this.odd === "") this.odd = odd;
    else this.odd = `${this.odd};${odd}`;
    if (this.odd.length > longestOddities) this.odd = sha256OfText(this.odd);
  }

  /**
   * Whether a table, which in quirks mode takes neither colour nor size from around it (WHATWG HTML 15.3.8), could hide or show text.
   */
  isOtherInQuirks(): boolean {
    return this.font < readable || (this.ink !== black && alike(black, this.paper));
  }

  /** The look as a mark has it; empty for plain text. The link is not in it. */
  mark(): string {
    if (this.known === undefined) {
      let all = this.traits | this.case;
      if (this.unseen || this.flat || this.font < readable || alike(this.ink, this.paper))
        all |= traits.hidden;
      if (this.symbols) all |= traits.symbol;
      if (this.rtl) all |= traits.rtl;
      const words = names.filter((_, place) => ((all >> place) & 1) !== 0);
      if (this.odd !== "") words.push(this.odd);
      this.known = words.join(" ");
    }
    return this.known;
  }
}

/** How text looks that nothing was said about. */
export const plainLook = new Look();

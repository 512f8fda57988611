import { fold } from "./characters";
import { type Look } from "./look";

const longest = 100;

/** What Word wrote as the number or bullet of a list item, while it is read. See HtmlMarker of the server. */
export class Marker {
  private text = "";
  private spoilt = false;

  /** `depth` is how many conditions were open before it. */
  constructor(readonly depth: number) {}

  /** More of its text. */
  add(more: string, look: Look): void {
    const mark = look.mark();
    if (look.link !== undefined || (mark !== "" && mark !== "symbol")) this.spoilt = true;
    if (this.text.length > longest) this.spoilt = true;
    else this.text += more;
  }

  /** It has something in it that no number or bullet has. */
  spoil(): void {
    this.spoilt = true;
  }

  /** The item that it stands for, or undefined for what is no number and no bullet. */
  item(): string | undefined {
    const marker = fold(this.text);
    if (this.spoilt) return undefined;
    if (/^[1-9][0-9]{0,3}\.$/.test(marker)) return `li ${marker.slice(0, -1)}`;
    if (/^[\u00B7o\u00A7\u2022\-\u2013\u25AA\u25CF\u25CB\u25E6]$/.test(marker)) return "li";
    return undefined;
  }
}

import { type Look, plainLook } from "./look";
import { endParagraph, endsOf, formatting, scopes, special, tabular } from "./names";

/** A list that is being read. */
export interface List {
  readonly numbered: boolean;
  /** How the numbers are written; empty for digits. */
  readonly kind: string;
  /** The number of the next item. */
  next: number;
}

/** An open element. */
export interface Open {
  readonly name: string;
  readonly look: Look;
  /** Whether its text does not look like the text around it. */
  readonly changes: boolean;
  /** Whether it stands in a table and in no cell. */
  readonly inGrid: boolean;
  /** Whether it stands on lines of its own by its style. */
  readonly shown: boolean;
  /** The list whose items stand in it. */
  readonly list: List | undefined;
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
const root: Open = {
  name: "html",
  look: plainLook,
  changes: false,
  inGrid: false,
  shown: false,
  list: undefined,
};

/**
 * The open elements. Where tags are nested as browsers would repair them in a way that moves a look to other text, closing says so; it does
 * not repair them itself. See HtmlStack of the server.
 */
export class Stack {
  private readonly open: Open[] = [];
  private readonly counts = new Map<string, number>();

  /** The innermost element. */
  get top(): Open {
    const top = this.open[this.open.length - 1];
    if (top === undefined) return root;
    return top;
  }

  get depth(): number {
    return this.open.length;
  }

  /** Whether an element of that name is open. */
  has(name: string): boolean {
    return this.count(name) > 0;
  }

  push(element: Open): void {
    this.open.push(element);
    this.counts.set(element.name, this.count(element.name) + 1);
  }

  /** Closes the innermost element. */
  drop(): void {
    this.pop(this.open.length - 1);
  }

  /** Carries out an end tag; whether what it closed was nested so that looks move. */
  close(name: string): boolean {
    if (this.top.name === name) {
      this.drop();
      return false;
    }
    let names = [name];
    if (headings.indexOf(name) >= 0) names = headings;
    const inTable = tabular.has(name);
    const inline = !special.has(name) && !formatting.has(name);
    const at = this.find(names, (element) => {
      if (inTable) return element === "table";
      return scopes.has(element) || (inline && special.has(element));
    });
    if (at < 0) return false;
    return this.popMoves(at);
  }

  /** Carries out what a start tag closes; whether what it closed was nested so that looks move. */
  closeFor(name: string): boolean {
    let moved = false;
    const isTable = (element: string): boolean => element === "table";
    if (name === "tr" || name === "tbody" || name === "thead" || name === "tfoot") {
      moved = this.imply(["td", "th"], isTable);
      if (name !== "tr" && this.imply(["tr"], isTable)) moved = true;
    }
    const ends = endsOf(name);
    if (ends !== undefined && this.imply(ends, (element) => bounds(name, element))) moved = true;
    if (endParagraph.has(name)) {
      const isScope = (element: string): boolean => element === "button" || scopes.has(element);
      if (this.imply(["p"], isScope)) moved = true;
    }
    if (headings.indexOf(name) >= 0 && headings.indexOf(this.top.name) >= 0) this.drop();
    return moved;
  }

  private count(name: string): number {
    const count = this.counts.get(name);
    if (count === undefined) return 0;
    return count;
  }

  private imply(names: readonly string[], isBound: (name: string) => boolean): boolean {
    const at = this.find(names, isBound);
    if (at < 0) return false;
    return this.popMoves(at);
  }

  // Browsers keep what stands in a formatting element open when that ends, and open formatting elements again that others ended (13.2.4.3).
  private popMoves(at: number): boolean {
    const closed = this.open[at];
    const moved = this.open.slice(at + 1).some((element) => {
      if (closed === undefined || !formatting.has(closed.name))
        return element.changes && formatting.has(element.name);
      return element.changes || (closed.changes && special.has(element.name));
    });
    this.pop(at);
    return moved;
  }

  private find(names: readonly string[], isBound: (name: string) => boolean): number {
    if (!names.some((name) => this.has(name))) return -1;
    for (let at = this.open.length - 1; at >= 0; at--) {
      const element = this.open[at];
      if (element === undefined) break;
      if (names.indexOf(element.name) >= 0) return at;
      if (isBound(element.name)) break;
    }
    return -1;
  }

  private pop(from: number): void {
    for (const element of this.open.splice(from))
      this.counts.set(element.name, this.count(element.name) - 1);
  }
}

function bounds(name: string, element: string): boolean {
  if (tabular.has(name)) return element === "table";
  if (name === "li" || name === "dd" || name === "dt")
    return special.has(element) && element !== "address" && element !== "div" && element !== "p";
  return scopes.has(element);
}

import { fold } from "./characters";
import { Conditional } from "./conditional";
import { Form } from "./form";
import { type Look, plainLook, traits } from "./look";
import { listOf, Looks, numberOf } from "./looks";
import { Marker } from "./marker";
import { blocks, grid, voids } from "./names";
import { Sheets } from "./sheet";
import { type List, type Open, Stack } from "./stack";
import { thingsOf } from "./things";
import { attribute, Kind, type Token } from "./tokenizer";

const shownRaw = ["textarea", "xmp", "plaintext", "iframe", "noembed", "noframes"];

/** Why a body has no form: there is too much of something. */
export interface Limit {
  readonly what: string;
  readonly limit: number;
}

/** Reads the pieces of a body in order and writes its form. See HtmlReader of the server. */
export class Reader {
  private readonly form = new Form();
  private readonly stack = new Stack();
  private readonly sheets: Sheets;
  private readonly looks: Looks;
  private readonly conditions: string[] = [];
  private readonly roots = new Set<string>();
  private marker: Marker | undefined = undefined;
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly maxDepth: number,
    private readonly maxForm: number,
  ) {
    this.sheets = new Sheets(tokens);
    this.looks = new Looks(this.sheets);
  }

  /** The form, or why there is none. */
  read(): string | Limit {
    for (; this.at < this.tokens.length && this.form.size <= this.maxForm; this.at++) {
      if (this.stack.depth > this.maxDepth)
        return { what: "nested elements", limit: this.maxDepth };
      const token = this.tokens[this.at];
      if (token !== undefined) this.next(token);
    }
    if (this.form.size > this.maxForm) return { what: "marks", limit: this.maxForm };
    return this.form.whole(this.sheets.marks);
  }

  private next(token: Token): void {
    const { conditions, form } = this;
    switch (token.kind) {
      case Kind.Text:
        this.text(token.text);
        break;
      case Kind.Start:
        this.start(token);
        break;
      case Kind.End:
        this.end(token.text);
        break;
      case Kind.Raw:
        break;
      case Kind.If:
        if (token.closed)
          this.at = new Conditional(this.tokens, form, this.looks, token.text).read(this.at);
        else {
          if (token.text === "!supportlists" && form.isAtLineStart)
            this.marker = new Marker(conditions.length);
          conditions.push(token.text);
        }
        break;
      case Kind.EndIf:
        if (conditions.length > 0) {
          conditions.pop();
          this.endMarker();
        }
    }
  }

  // Word writes the number or bullet of a list item as text that it leaves out when it reads it again: the same as an item of HTML.
  private endMarker(): void {
    const { marker } = this;
    if (marker === undefined || marker.depth !== this.conditions.length) return;
    this.marker = undefined;
    const item = marker.item();
    if (item === undefined) return;
    this.form.forget();
    this.form.item(item);
  }

  private spoil(): void {
    if (this.marker !== undefined) this.marker.spoil();
  }

  private look(picture = false): Look {
    const { conditions } = this;
    const { look } = this.stack.top;
    if (conditions.length === 0) return look;
    if (picture && conditions.length === 1 && conditions[0] === "!vml") return look;
    return this.looks.under(look, conditions.join(" and "));
  }

  private text(text: string): void {
    if (this.stack.top.inGrid && fold(text) !== "") this.misnested();
    if (this.marker !== undefined) this.marker.add(text, this.stack.top.look);
    this.form.text(text, this.look());
  }

  private misnested(): void {
    this.spoil();
    this.form.thing("misnested", "", plainLook);
  }

  private thing(name: string, value: string, picture = false): void {
    if (this.stack.top.inGrid) this.misnested();
    this.spoil();
    this.form.thing(name, value, this.look(picture));
  }

  private item(name: string): void {
    this.spoil();
    this.form.item(name);
  }

  private line(): void {
    this.spoil();
    this.form.end();
  }

  private end(name: string): void {
    const { stack } = this;
    if (name === "html" || name === "body" || name === "head") return;
    if (name === "br" || blocks.has(name)) this.line();
    const shown = stack.top.name === name && stack.top.shown;
    const table = name === "table" && stack.has(name);
    if (stack.close(name)) this.misnested();
    if (table && this.conditions.length === 0) this.item("/table");
    else if (shown) this.line();
  }

  private start(token: Token): void {
    let name = token.text;
    if (name === "image") name = "img";
    if (name === "html" || name === "body" || name === "head") {
      this.root(token, name);
      return;
    }
    const { stack } = this;
    if (stack.closeFor(name)) this.misnested();
    const outer = stack.top;
    const { look, block } = this.looks.of(outer.look, name, token);
    if (block || name === "br") this.line();
    let { list } = outer;
    if (name === "ol" || name === "ul" || name === "menu" || name === "dir")
      list = listOf(name, token);
    const cell = name === "td" || name === "th";
    if (name === "li") this.listItem(token, list);
    else if ((cell || name === "tr") && this.conditions.length === 0)
      this.item(gridItem(name, token));
    const inGrid = grid.has(name) || (outer.inGrid && !cell && name !== "caption");
    const shown = block && !blocks.has(name);
    const changes = look !== outer.look;
    const element: Open = { name, look, changes, inGrid, shown, list };
    const drawing = (outer.look.traits & traits.drawn) !== 0;
    // An element without content has its look for itself alone.
    const empty = voids.has(name) || (token.closed && drawing);
    if (changes && (name === "col" || name === "colgroup"))
      this.form.thing(name, `${look.mark()} ${look.paper}`, plainLook);
    stack.push(element);
    for (const [thing, value] of thingsOf(name, token)) this.thing(thing, value, name === "img");
    if (empty) stack.drop();
    this.raw(name);
  }

  // A later body tag gives its attributes to the first one (WHATWG HTML 13.2.6.4.7), and so to text that was before it.
  private root(token: Token, name: string): void {
    const { stack, roots } = this;
    const { look } = this.looks.of(stack.top.look, name, token);
    const first = !roots.has(name);
    roots.add(name);
    if (look === stack.top.look) return;
    const outermost = stack.depth === 0 || stack.top.name === "html";
    if (first && this.form.size === 0 && outermost)
      stack.push({ name, look, changes: false, inGrid: false, shown: false, list: undefined });
    else {
      this.misnested();
      this.form.thing(name, look.mark(), plainLook);
    }
  }

  private listItem(token: Token, list: List | undefined): void {
    if (list === undefined || !list.numbered) {
      this.item("li");
      return;
    }
    const value = numberOf(attribute(token, "value"));
    if (value !== undefined) list.next = value;
    this.item(`li ${list.next}${list.kind}`);
    list.next++;
  }

  private raw(name: string): void {
    const content = this.tokens[this.at + 1];
    if (content === undefined || content.kind !== Kind.Raw) return;
    if (shownRaw.indexOf(name) >= 0) this.text(content.text);
    else if (name === "script") this.thing("script", "");
  }
}

function gridItem(name: string, token: Token): string {
  if (name === "tr") return "row";
  let columns = numberOf(attribute(token, "colspan"));
  let rows = numberOf(attribute(token, "rowspan"));
  if (columns === undefined) columns = 1;
  if (rows === undefined) rows = 1;
  if (columns === 1 && rows === 1) return "cell";
  return `cell ${columns}x${rows}`;
}

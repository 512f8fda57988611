import { fold, isLetters, isMarkupSpace, lower } from "./characters";
import { named } from "./names";
import { decode } from "./references";

/** What a piece of markup is. `Raw` is what an element holds that is no markup; `If` and `EndIf` bound what Office reads on a condition. */
export const Kind = { Text: 0, Start: 1, End: 2, Raw: 3, If: 4, EndIf: 5 } as const;

type KindOf = (typeof Kind)[keyof typeof Kind];

/** One piece of markup. */
export interface Token {
  readonly kind: KindOf;
  /** Text, name or condition. */
  readonly text: string;
  /** By name in lower case; the first of a name wins (WHATWG HTML 13.2.5.33). */
  readonly attributes: ReadonlyMap<string, string>;
  /** A start tag that ends with a slash; of a condition, that browsers take it for a comment. */
  readonly closed: boolean;
}

/** The value of an attribute, or empty. */
export function attribute(token: Token, name: string): string {
  const value = token.attributes.get(name);
  if (value === undefined) return "";
  return value;
}

const none = new Map<string, string>();
// What an element holds that is no markup, without references and with.
const raw = named("script style xmp iframe noembed noframes plaintext");
const rawWithReferences = named("title textarea");

const commentEnd = /--!?>/g;

// What stands between, a name, and a value in quotes of either kind or none.
const nextAttribute =
  /([\t\n\f\r /]*)(?:([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"?|'([^']*)'?|([^\t\n\f\r >]*)))?)?/y;

/**
 * Cuts a body into tags and text as WHATWG HTML 13.2.5 does, in one pass: each search goes on from where the last one ended.
 * Comments are left out, but not what Office reads in them. The server has the same as HtmlTokenizer.
 */
export class Tokenizer {
  /** Whether a tag had more attributes than allowed. The tokens are not to be used then. */
  tooManyAttributes = false;
  private readonly tokens: Token[] = [];
  // A mail has the same tag many times: as it is written, and what it is.
  private readonly known = new Map<string, Token>();
  private at = 0;
  private foreign = 0;

  constructor(
    private readonly html: string,
    private readonly maxAttributes: number,
    private readonly conditional = false,
  ) {}

  /** The pieces in order. */
  read(): Token[] {
    while (this.at < this.html.length && !this.tooManyAttributes) {
      const open = this.indexOf("<", this.at);
      if (open > this.at) {
        this.add(Kind.Text, decode(this.html.slice(this.at, open), false));
        this.at = open;
      } else this.markup();
    }
    return this.tokens;
  }

  private add(kind: KindOf, text: string, closed = false, attributes = none): void {
    this.tokens.push({ kind, text, closed, attributes });
  }

  private peek(ahead: number): string {
    return this.html.charAt(this.at + ahead);
  }

  private indexOf(text: string, from: number): number {
    const found = this.html.indexOf(text, from);
    if (found < 0) return this.html.length;
    return found;
  }

  private markup(): void {
    const next = this.peek(1);
    if (next === "!") this.declaration();
    else if (next === "?") this.bogus(this.at + 1, false);
    else if (next === "/" && this.peek(2) !== "") {
      if (isLetters(this.peek(2))) this.tag(this.at + 2, Kind.End);
      else this.bogus(this.at + 2, false);
    } else if (isLetters(next)) this.tag(this.at + 1, Kind.Start);
    else {
      this.add(Kind.Text, "<");
      this.at++;
    }
  }

  private declaration(): void {
    const { html, at } = this;
    if (this.peek(2) === "-" && this.peek(3) === "-") this.comment(at + 4);
    else if (this.foreign > 0 && html.slice(at, at + 9) === "<![CDATA[") {
      const end = this.indexOf("]]>", at + 9);
      this.add(Kind.Text, html.slice(at + 9, end));
      this.at = end + 3;
    } else this.bogus(at + 2, true);
  }

  private bogus(start: number, office: boolean): void {
    const end = this.indexOf(">", start);
    this.at = end + 1;
    if (!office) return;
    const condition = fold(lower(this.html.slice(start, end)));
    if (condition.slice(0, 3) === "[if") this.add(Kind.If, conditionOf(condition));
    else if (condition.slice(0, 6) === "[endif") this.add(Kind.EndIf, "");
  }

  // 13.2.5.43-13.2.5.52. A comment ends at "-->" or "--!>", and where it is nothing but ">" or "->".
  private comment(start: number): void {
    const { html } = this;
    const empty = /^-?>/.exec(html.slice(start, start + 2));
    let end = start;
    if (empty !== null) this.at = start + empty[0].length;
    else {
      commentEnd.lastIndex = start;
      const found = commentEnd.exec(html);
      end = html.length;
      this.at = end;
      if (found !== null) {
        end = found.index;
        this.at = commentEnd.lastIndex;
      }
    }
    const data = html.slice(start, end);
    if (this.conditional) this.add(Kind.Text, data);
    else this.condition(data);
  }

  // "<!--[if mso]>...<![endif]-->" is read by Office alone, "<!--[if !mso]><!-->...<!--<![endif]-->" by all others.
  private condition(data: string): void {
    const trimmed = data.replace(/^[ \t\n\f]+/, "");
    if (lower(trimmed.slice(0, 8)) === "<![endif") {
      this.add(Kind.EndIf, "");
      return;
    }
    const close = trimmed.indexOf("]>");
    if (close < 0 || lower(trimmed.slice(0, 3)) !== "[if") return;
    const condition = conditionOf(fold(lower(trimmed.slice(0, close + 1))));
    const content = trimmed.slice(close + 2);
    const rest = fold(content);
    const revealed = rest === "" || rest === "<!" || rest === "-->";
    this.add(Kind.If, condition, !revealed);
    if (revealed) return;
    const inner = new Tokenizer(content, this.maxAttributes, true);
    for (const token of inner.read())
      if (token.kind !== Kind.If && token.kind !== Kind.EndIf) this.tokens.push(token);
    if (inner.tooManyAttributes) this.tooManyAttributes = true;
    this.add(Kind.EndIf, "", true);
  }

  // 13.2.5.8, 13.2.5.32-13.2.5.40. A tag that the body ends in is no tag and no text.
  private tag(start: number, kind: KindOf): void {
    const { known } = this;
    const end = this.indexOf(">", start);
    const written = this.html.slice(this.at, end);
    let token = known.get(written);
    if (token === undefined) {
      token = this.readTag(start, kind);
      if (this.at >= this.html.length) return;
      // Not one with a bracket in a value: what stands up to there does not say how it goes on.
      if (this.at === end) known.set(written, token);
    }
    this.at = Math.max(this.at, end) + 1;
    this.tokens.push(token);
    const name = token.text;
    if (name === "svg" || name === "math") {
      if (kind === Kind.End) this.foreign = Math.max(0, this.foreign - 1);
      else if (!token.closed) this.foreign++;
    } else if (kind === Kind.Start && this.foreign === 0) this.rawContent(name);
  }

  private readTag(start: number, kind: KindOf): Token {
    const { html } = this;
    this.at = start;
    while (this.at < html.length && !this.isTagBreak()) this.at++;
    const name = lower(html.slice(start, this.at));
    const attributes = new Map<string, string>();
    const closed = this.readAttributes(attributes);
    if (attributes.size > this.maxAttributes) this.tooManyAttributes = true;
    if (kind === Kind.End) return { kind, text: name, closed: false, attributes: none };
    return { kind, text: name, closed, attributes };
  }

  private isTagBreak(): boolean {
    const c = this.html.charAt(this.at);
    return isMarkupSpace(c) || c === "/" || c === ">";
  }

  /** Whether the last of them is a slash. */
  private readAttributes(attributes: Map<string, string>): boolean {
    while (attributes.size <= this.maxAttributes) {
      nextAttribute.lastIndex = this.at;
      const found = nextAttribute.exec(this.html);
      if (found === null) break;
      this.at = nextAttribute.lastIndex;
      const [, between, written, ...values] = found;
      if (written === undefined) return String(between).slice(-1) === "/";
      const name = lower(written);
      if (!attributes.has(name)) attributes.set(name, decode(values.join(""), true));
    }
    return false;
  }

  private rawContent(name: string): void {
    const references = rawWithReferences.has(name);
    if (!references && !raw.has(name)) return;
    let end = this.html.length;
    if (name !== "plaintext") end = this.rawEnd(name);
    let content = this.html.slice(this.at, end);
    if (references) content = decode(content, false);
    this.add(Kind.Raw, content);
    this.at = end;
  }

  private rawEnd(name: string): number {
    const { html } = this;
    for (let open = this.indexOf("<", this.at); open < html.length;) {
      const after = open + 2 + name.length;
      const c = html.charAt(after);
      if (
        html.charAt(open + 1) === "/" &&
        (isMarkupSpace(c) || c === "/" || c === ">") &&
        lower(html.slice(open + 2, after)) === name
      )
        return open;
      open = this.indexOf("<", open + 1);
    }
    return html.length;
  }
}

function conditionOf(text: string): string {
  const close = text.indexOf("]");
  if (close < 0) return fold(text.slice(3));
  return fold(text.slice(3, close));
}

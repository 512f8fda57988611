import { fold, lower } from "./characters";
import { alike } from "./colour";
import { type Declaration, declaration, plainCss } from "./declarations";
import { parseLength } from "./length";
import { plainLook } from "./look";
import { sha256OfText } from "./sha256";
import { Style } from "./style";
import { Kind, type Token } from "./tokenizer";

const mostColours = 64;

/**
 * The stylesheets of a mail. Which elements their rules reach is not worked out: one with a rule that could hide, move or change text is in
 * the form as its digest, so that such a rule can't be added later. Those that Outlook writes have none. See HtmlSheet of the server.
 */
export class Sheets {
  /** What the form has to say of them, in order. */
  readonly marks: string[] = [];
  private readonly inks = new Set<number>();
  private crowded = false;
  private readonly papers = new Set<number>();

  constructor(tokens: readonly Token[]) {
    let before = "";
    for (const token of tokens) {
      if (token.kind === Kind.Raw && before === "style") this.read(token.text);
      before = token.text;
    }
    this.crowded = this.inks.size + this.papers.size > mostColours;
    if (this.crowded || areAlike(this.inks, this.papers))
      this.marks.push("sheets colour text like its background");
  }

  /** Whether a colour of an element could vanish against a colour that a stylesheet gives. */
  couldVanish(style: Style): boolean {
    if (this.crowded) return style.inks.length + style.papers.length > 0;
    return areAlike(style.inks, this.papers) || areAlike(style.papers, this.inks);
  }

  private read(css: string): void {
    const text = lower(plainCss(css.replace(/<!--|-->/g, " ")));
    let suspect = false;
    let rule: Declaration[] = [];
    let prelude = "";
    let start = 0;
    let quote = "";
    let round = 0;
    for (let at = 0; at <= text.length; at++) {
      const inside = at < text.length;
      let c = "}";
      if (inside) c = text.charAt(at);
      if (inside && quote !== "") {
        if (c === quote || c === "\n") quote = "";
        continue;
      }
      if (c === '"' || c === "'") {
        quote = c;
        continue;
      }
      if (c === "(") round++;
      else if (c === ")") round = Math.max(0, round - 1);
      if (c !== "{" && c !== "}" && c !== ";") continue;
      if (c === ";" && round > 0 && inside) continue;
      const part = fold(text.slice(start, at));
      start = at + 1;
      round = 0;
      if (c === "{") {
        prelude = part;
        continue;
      }
      if (/^@(import|layer)/.test(part)) suspect = true;
      const one = declaration(part);
      if (one !== undefined && !isOfMarkers(prelude, one.property)) {
        if (isSmaller(one)) suspect = true;
        rule.push(one);
      }
      if (c === "}") {
        const style = new Style(plainLook, plainLook.copy(), rule);
        if (style.look.mark() !== "") suspect = true;
        for (const ink of style.inks) this.inks.add(ink);
        for (const paper of style.papers) this.papers.add(paper);
        rule = [];
        prelude = "";
      }
    }
    if (suspect || quote !== "") this.marks.push(`sheet ${sha256OfText(fold(text))}`);
  }
}

function areAlike(some: Iterable<number>, others: Iterable<number>): boolean {
  for (const one of some) for (const other of others) if (alike(one, other)) return true;
  return false;
}

// Word describes the bullets of lists there, and names fonts.
function isOfMarkers(prelude: string, property: string): boolean {
  return property === "font-family" && /^@(list|font-face)/.test(prelude);
}

// Half of half of half of a size is not read.
function isSmaller(one: Declaration): boolean {
  if (one.property !== "font-size") return false;
  const length = parseLength(one.value);
  if (length === undefined) return false;
  if (length.unit === "em") return length.thousandths < 800;
  return length.unit === "%" && length.thousandths < 80000;
}

import { fold, isMarkupSpace, lower } from "./characters";

/** Declarations of CSS as names and values (CSS Syntax 3, clause 5), without comments. See HtmlDeclarations of the server. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

// A mail says the same thing of each of its paragraphs.
const mostKnown = 1000;
const known = new Map<string, readonly Declaration[]>();

/** What a style attribute declares: important declarations last, so that the last of a property counts. */
export function declarationsOf(style: string): readonly Declaration[] {
  let found = known.get(style);
  if (found !== undefined) return found;
  found = read(style);
  if (known.size < mostKnown) known.set(style, found);
  return found;
}

function read(style: string): readonly Declaration[] {
  const all: Declaration[] = [];
  for (const part of split(plainCss(style), ";")) {
    const one = declaration(part);
    if (one !== undefined) all.push(one);
  }
  return all.filter((one) => !one.important).concat(all.filter((one) => one.important));
}

/** One declaration, or undefined for what is none. */
export function declaration(text: string): Declaration | undefined {
  const colon = text.indexOf(":");
  if (colon < 0) return undefined;
  const property = fold(lower(text.slice(0, colon)));
  const value = fold(text.slice(colon + 1));
  if (property === "") return undefined;
  if (!/!important$/.test(lower(value).replace(/ /g, "")))
    return { property, value, important: false };
  return { property, value: fold(value.slice(0, value.lastIndexOf("!"))), important: true };
}

/** The parts of a text between separators that stand in no quotes and brackets. */
export function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    if (quote !== "") {
      if (c === quote || c === "\n") quote = "";
    } else if (c === '"' || c === "'") quote = c;
    else if (c === "(" || c === "[" || c === "{") depth++;
    else if (c === ")" || c === "]" || c === "}") depth = Math.max(0, depth - 1);
    else if (c === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/**
 * CSS without comments and escapes: an escaped character is never syntax, so that one of ASCII that is no letter or digit becomes a
 * low line.
 */
export function plainCss(css: string): string {
  if (css.indexOf("\\") < 0 && css.indexOf("/*") < 0) return css;
  let plain = "";
  for (let at = 0; at < css.length; at++) {
    if (css.charAt(at) === "/" && css.charAt(at + 1) === "*") {
      const end = css.indexOf("*/", at + 2);
      if (end < 0) break;
      at = end + 1;
    } else if (css.charAt(at) === "\\") {
      const start = at + 1;
      let end = start;
      while (end - start < 6 && /^[0-9A-Fa-f]$/.test(css.charAt(end))) end++;
      if (end === start) {
        if (/^[0-9A-Za-z\u0080-\uFFFF]$/.test(css.charAt(start))) plain += css.charAt(start);
        else plain += "_";
        at = start;
      } else {
        plain += escaped(parseInt(css.slice(start, end), 16));
        at = end - 1;
        if (isMarkupSpace(css.charAt(end))) at = end;
      }
    } else plain += css.charAt(at);
  }
  return plain;
}

function escaped(value: number): string {
  const character = String.fromCharCode(value);
  if (value <= 0x7f && /^[-0-9A-Za-z]$/.test(character)) return character;
  if (value > 0x7f && value <= 0xffff && (value < 0xd800 || value > 0xdfff)) return character;
  return "_";
}

import { fold, lower } from "./characters";

/** Declarations of CSS as names and values (CSS Syntax 3, clause 5), without comments. See HtmlDeclarations of the server. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

/** What a style attribute declares: important declarations last, so that the last of a property counts. */
export function declarationsOf(style: string): readonly Declaration[] {
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
  return css.replace(
    /\/\*[^]*?(?:\*\/|$)|\\([0-9A-Fa-f]{1,6})[\t\n\f\r ]?|\\([^]?)/g,
    (_, code: string | undefined, character: string | undefined) => {
      if (code !== undefined) return escaped(parseInt(code, 16));
      // A comment is nothing.
      if (character === undefined) return "";
      if (/[0-9A-Za-z\u0080-\uFFFF]/.test(character)) return character;
      return "_";
    },
  );
}

function escaped(value: number): string {
  const character = String.fromCharCode(value);
  if (value <= 0x7f && /^[-0-9A-Za-z]$/.test(character)) return character;
  if (value > 0x7f && value <= 0xffff && (value < 0xd800 || value > 0xdfff)) return character;
  return "_";
}

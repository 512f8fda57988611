import { unknown } from "./characters";

/**
 * Character references (WHATWG HTML 13.2.5.72-13.2.5.80), as HtmlReferences of the server decodes them. Names: Latin-1 of
 * HTML 4 (24.2), and of the others those that mail has. A name that is not among them is not decoded; its ampersand is `unknown`, so that it is told
 * from the same text written out.
 */

const longestName = 31;

// U+00A0 to U+00FF in order. These need no semicolon.
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn " +
  "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave " +
  "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
  "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN " +
  "szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave " +
  "iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc " +
  "uuml yacute thorn yuml";

const others =
  "apos:27 OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 circ:2c6 tilde:2dc ensp:2002 " +
  "emsp:2003 thinsp:2009 zwnj:200c zwj:200d lrm:200e rlm:200f ndash:2013 mdash:2014 lsquo:2018 " +
  "rsquo:2019 sbquo:201a ldquo:201c rdquo:201d bdquo:201e dagger:2020 Dagger:2021 permil:2030 " +
  "lsaquo:2039 rsaquo:203a euro:20ac bull:2022 hellip:2026 prime:2032 Prime:2033 trade:2122 " +
  "larr:2190 uarr:2191 rarr:2192 darr:2193 harr:2194 rArr:21d2 hArr:21d4 ne:2260 le:2264 ge:2265 " +
  "infin:221e radic:221a minus:2212 sum:2211 part:2202 asymp:2248 Delta:394 Omega:3a9 alpha:3b1 " +
  "beta:3b2 gamma:3b3 delta:3b4 lambda:3bb pi:3c0 sigma:3c3 omega:3c9";

// What bytes 128 to 159 are in windows-1252, which is what pages mean by these numbers (13.2.5.80).
const windows1252 =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

const legacy = new Map<string, string>([
  ["amp", "&"],
  ["AMP", "&"],
  ["lt", "<"],
  ["LT", "<"],
  ["gt", ">"],
  ["GT", ">"],
  ["quot", '"'],
  ["QUOT", '"'],
  ["COPY", "\u00A9"],
  ["REG", "\u00AE"],
]);
latin.split(" ").forEach((name, index) => legacy.set(name, String.fromCharCode(0xa0 + index)));

const names = new Map<string, string>(legacy);
for (const entry of others.split(" ")) {
  const colon = entry.indexOf(":");
  names.set(entry.slice(0, colon), String.fromCharCode(parseInt(entry.slice(colon + 1), 16)));
}

const isAlphanumeric = (c: string): boolean => /^[0-9A-Za-z]$/.test(c);

interface Reference {
  readonly text: string;
  readonly end: number;
}

/** A text with its references decoded. In attributes a name without a semicolon is none before a letter, a digit or an equals sign. */
export function decode(text: string, attribute: boolean): string {
  let and = text.indexOf("&");
  let decoded = "";
  let at = 0;
  while (and >= 0) {
    decoded += text.slice(at, and);
    let reference: Reference;
    if (text.charAt(and + 1) === "#") reference = numbered(text, and + 1);
    else reference = named(text, and + 1, attribute);
    decoded += reference.text;
    at = reference.end;
    and = text.indexOf("&", at);
  }
  return decoded + text.slice(at);
}

function numbered(text: string, sharp: number): Reference {
  const x = text.charAt(sharp + 1);
  const hex = x === "x" || x === "X";
  let start = sharp + 1;
  let base = 10;
  let digit = /[0-9]/;
  if (hex) {
    start = sharp + 2;
    base = 16;
    digit = /[0-9A-Fa-f]/;
  }
  let end = start;
  let value = 0;
  while (end < text.length && digit.test(text.charAt(end))) {
    value = Math.min(0x110000, value * base + parseInt(text.charAt(end), 16));
    end++;
  }
  if (end === start) return { text: "&", end: sharp };
  if (text.charAt(end) === ";") end++;
  return { text: characterOf(value), end };
}

function characterOf(value: number): string {
  if (value === 0 || value === 0xfffe || value === 0xffff || value > 0x10ffff) return "\uFFFD";
  if (value >= 0xd800 && value <= 0xdfff) return "\uFFFD";
  if (value >= 0x80 && value <= 0x9f) return windows1252.charAt(value - 0x80);
  return String.fromCodePoint(value);
}

function named(text: string, start: number, attribute: boolean): Reference {
  let end = start;
  while (end - start < longestName && isAlphanumeric(text.charAt(end))) end++;
  if (end > start && text.charAt(end) === ";") {
    const known = names.get(text.slice(start, end));
    if (known === undefined) return { text: unknown, end: start };
    return { text: known, end: end + 1 };
  }
  for (let length = Math.min(6, end - start); length >= 2; length--) {
    const known = legacy.get(text.slice(start, start + length));
    if (known !== undefined) {
      const next = text.charAt(start + length);
      if (attribute && (next === "=" || isAlphanumeric(next))) break;
      return { text: known, end: start + length };
    }
  }
  return { text: "&", end: start };
}

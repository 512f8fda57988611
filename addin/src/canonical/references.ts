import { unknown } from "./characters";

/**
 * Character references (WHATWG HTML 13.2.5.72-13.2.5.80), as HtmlReferences of the server decodes them. Names: Latin-1 of
 * HTML 4 (24.2), and of the others those that mail has. A name that is not among them is not decoded; its ampersand is `unknown`, so that it is told
 * from the same text written out.
 */

const longestName = 31;

// U+00A0 to U+00DF in order. These need no semicolon, nor do those up to U+00FF, which are these from U+00C0 on in small letters, but for two.
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn " +
  "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave " +
  "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
  "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN " +
  "szlig";

// First what the numbers 128 to 159 stand for, which is what bytes are in windows-1252 (13.2.5.80); "-" has no name here.
const others =
  "euro:20ac -:81 sbquo:201a -:192 bdquo:201e hellip:2026 dagger:2020 Dagger:2021 circ:2c6 " +
  "permil:2030 Scaron:160 lsaquo:2039 OElig:152 -:8d -:17d -:8f -:90 lsquo:2018 rsquo:2019 " +
  "ldquo:201c rdquo:201d bull:2022 ndash:2013 mdash:2014 tilde:2dc trade:2122 scaron:161 " +
  "rsaquo:203a oelig:153 -:9d -:17e Yuml:178 apos:27 ensp:2002 emsp:2003 thinsp:2009 zwnj:200c " +
  "zwj:200d lrm:200e rlm:200f prime:2032 Prime:2033 larr:2190 uarr:2191 rarr:2192 darr:2193 " +
  "harr:2194 rArr:21d2 hArr:21d4 ne:2260 le:2264 ge:2265 infin:221e radic:221a minus:2212 " +
  "sum:2211 part:2202 asymp:2248 Delta:394 Omega:3a9 alpha:3b1 beta:3b2 gamma:3b3 delta:3b4 " +
  "lambda:3bb pi:3c0 sigma:3c3 omega:3c9";

const legacy = new Map<string, string>();
for (const entry of `amp& AMP& lt< LT< gt> GT> quot" QUOT" COPY\u00A9 REG\u00AE divide\u00F7 yuml\u00FF`.split(
  " ",
))
  legacy.set(entry.slice(0, -1), entry.slice(-1));
latin.split(" ").forEach((name, index) => {
  if (index >= 32) legacy.set(name.toLowerCase(), String.fromCharCode(0xc0 + index));
  legacy.set(name, String.fromCharCode(0xa0 + index));
});

const names = new Map<string, string>(legacy);
const windows1252: string[] = [];
for (const entry of others.split(" ")) {
  const colon = entry.indexOf(":");
  const character = String.fromCharCode(parseInt(entry.slice(colon + 1), 16));
  names.set(entry.slice(0, colon), character);
  windows1252.push(character);
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

const number = /#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));?/y;

function numbered(text: string, sharp: number): Reference {
  number.lastIndex = sharp;
  const found = number.exec(text);
  if (found === null) return { text: "&", end: sharp };
  const [, hex, decimal] = found;
  let value = Number(decimal);
  if (hex !== undefined) value = parseInt(hex, 16);
  return { text: characterOf(value), end: number.lastIndex };
}

function characterOf(value: number): string {
  if (value === 0 || value === 0xfffe || value === 0xffff || value > 0x10ffff) return "\uFFFD";
  if (value >= 0xd800 && value <= 0xdfff) return "\uFFFD";
  if (value >= 0x80 && value <= 0x9f) return String(windows1252[value - 0x80]);
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

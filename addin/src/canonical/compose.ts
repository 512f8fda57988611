/**
 * Unicode NFC (UAX 15). The engine of classic Outlook has had no Intl since version 2406 (office-js#4631), and V8 without it keeps
 * `String.prototype.normalize` but gives every text back as it is: so it is asked whether it works. Where it does not, the letters of
 * European languages, Vietnamese and Hangul are composed here. Other text stays as it is, which can only hold
 * a mail back: what is the same without composing is the same composed.
 */
export function compose(text: string): string {
  if ("e\u0301".normalize("NFC") === "\u00E9") return text.normalize("NFC");
  return composeByTable(text);
}

// In source as escapes, so that no editor composes them. A digit of base 36 in the table stands for its place here.
const marks =
  "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u031B\u0323\u0326\u0327\u0328";

// Letters that take a second mark in Vietnamese: small ones stand for them in the table.
const twice = "\u00C2\u0102\u1EA0\u00CA\u1EB8\u00D4\u1ECC\u01A0\u01AF";

// From a character on, and each so many further: the letter and the mark that make it, or two spaces. Small letters follow from these;
// that of U+0130 is written with its mark, and so becomes itself.
const table: readonly (readonly [first: number, step: number, pairs: string])[] = [
  [0xc0, 1, "A0A1A2A3A7A9  CfE0E1E2E7I0I1I2I7  N3O0O1O2O3O7    U0U1U2U7Y1"],
  [0x100, 2, "A4A5AgC1C2C6CbDb  E4E5E6EgEbG2G5G6GfH2  I3I4I5IgI6  J2Kf"],
  [0x139, 2, "L1LfLb    N1NfNb"],
  [0x14c, 2, "O4O5Oa  R1RfRbS1S2SfSbTfTb  U3U4U5U9UaUgW2Y2Y7"],
  [0x179, 2, "Z1Z6Zb"],
  [0x1a0, 15, "OcUc"],
  [0x218, 2, "SeTe"],
  [
    0x1ea0,
    2,
    "AdA8a1a0a8a3c2b1b0b8b3c5EdE8E3d1d0d8d3e2I8IdOdO8f1f0" +
      "f8f3g2h1h0h8h3hdUdU8i1i0i8i3idY0YdY8Y3",
  ],
  [0x386, 1, "\u03911  \u03951\u03971\u03991  \u039F1  \u03A51\u03A91\u03CA1"],
  [0x3aa, 1, "\u03997\u03A57"],
  [0x3b0, 1, "\u03CB1"],
  [0x400, 1, "\u04150\u04157  \u04131      \u04067        \u041A1\u04180\u04235"],
  [0x419, 1, "\u04185"],
];

// The order in which marks are written: that of their canonical combining classes, 202, 216, 220 and 230.
const order = "44444444444423311";

const pairs = new Map<string, string>();
const parts = new Map<string, string>();

function learn(letter: string, mark: string, whole: string): void {
  pairs.set(letter + mark, whole);
  parts.set(whole, letter + mark);
}

for (const [first, step, all] of table)
  for (let at = 0; at < all.length; at += 2) {
    let letter = all.charAt(at);
    if (letter === " ") continue;
    if (/[a-i]/.test(letter)) letter = twice.charAt(letter.charCodeAt(0) - 0x61);
    const mark = marks.charAt(parseInt(all.charAt(at + 1), 36));
    const whole = String.fromCharCode(first + (step * at) / 2);
    learn(letter, mark, whole);
    learn(letter.toLowerCase(), mark, whole.toLowerCase());
  }

const placeOf = (mark: string): number => Number(order.charAt(marks.indexOf(mark)));

function decomposed(c: string): string {
  const pair = parts.get(c);
  if (pair === undefined) return c;
  return decomposed(pair.charAt(0)) + pair.charAt(1);
}

/** What `compose` does where the engine can't. */
export function composeByTable(text: string): string {
  if (!/[\u0300-\u0328\u1161-\u11C2]/.test(text)) return text;
  return text
    .replace(runs, combined)
    .replace(/[\u1100-\u1112][\u1161-\u1175]/g, syllable)
    .replace(/[\uAC00-\uD7A3][\u11A8-\u11C2]/g, syllableWithEnd);
}

const runs =
  /[^\u0300-\u0304\u0306-\u030C\u031B\u0323\u0326-\u0328]?[\u0300-\u0304\u0306-\u030C\u031B\u0323\u0326-\u0328]+/g;

// A character and the marks after it: only they can change one another.
function combined(run: string): string {
  const all = run.split("").map(decomposed).join("");
  let letter = all.charAt(0);
  let start = 1;
  if (marks.indexOf(letter) >= 0) {
    letter = "";
    start = 0;
  }
  let rest = "";
  for (let place = 1; place <= 4; place++) {
    let blocked = false;
    for (const mark of all.slice(start).split("")) {
      if (placeOf(mark) !== place) continue;
      const joined = pairs.get(letter + mark);
      if (joined !== undefined && !blocked) letter = joined;
      else {
        rest += mark;
        blocked = true;
      }
    }
  }
  return letter + rest;
}

// The Unicode Standard, section 3.12: 21 vowels, and 28 ends of which one is none.
function syllable(two: string): string {
  const vowel = (two.charCodeAt(0) - 0x1100) * 21 + two.charCodeAt(1) - 0x1161;
  return String.fromCharCode(0xac00 + vowel * 28);
}

function syllableWithEnd(two: string): string {
  const open = two.charCodeAt(0);
  if ((open - 0xac00) % 28 !== 0) return two;
  return String.fromCharCode(open + two.charCodeAt(1) - 0x11a7);
}

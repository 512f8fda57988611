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
    "AdA8\u00C21\u00C20\u00C28\u00C23\u1EA02\u01021\u01020\u01028\u01023\u1EA05" +
      "EdE8E3\u00CA1\u00CA0\u00CA8\u00CA3\u1EB82I8IdOdO8\u00D41\u00D40\u00D48\u00D43\u1ECC2" +
      "\u01A01\u01A00\u01A08\u01A03\u01A0dUdU8\u01AF1\u01AF0\u01AF8\u01AF3\u01AFdY0YdY8Y3",
  ],
  [0x386, 1, "\u03911  \u03951\u03971\u03991  \u039F1  \u03A51\u03A91\u03CA1"],
  [0x3aa, 1, "\u03997\u03A57"],
  [0x3b0, 1, "\u03CB1"],
  [0x400, 1, "\u04150\u04157  \u04131      \u04067        \u041A1\u04180\u04235"],
  [0x419, 1, "\u04185"],
];

// Canonical combining classes of U+0300 to U+036F, each as one letter in the order of the classes; "!" is none.
const classes =
  "&&&&&&&&&&&&&&&&&&&&&'%%%%'$%%%%%##%%%%##%%%%%%%%%%%\u0022\u0022\u0022\u0022\u0022%%%%&&&&&&&&*&%%%&&&%%!&&&%%%%&'%%&())())(&&&&&&&&&&&&&";
const classesInAll = 10;

const pairs = new Map<string, string>();
const parts = new Map<string, string>();

function learn(letter: string, mark: string, whole: string): void {
  pairs.set(letter + mark, whole);
  parts.set(whole, letter + mark);
}

for (const [first, step, all] of table)
  for (let at = 0; at < all.length; at += 2) {
    const letter = all.charAt(at);
    if (letter === " ") continue;
    const mark = marks.charAt(parseInt(all.charAt(at + 1), 36));
    const whole = String.fromCharCode(first + (step * at) / 2);
    learn(letter, mark, whole);
    learn(letter.toLowerCase(), mark, whole.toLowerCase());
  }

const classOf = (mark: string): number => classes.charCodeAt(mark.charCodeAt(0) - 0x300) - 0x21;

function decomposed(c: string): string {
  const pair = parts.get(c);
  if (pair === undefined) return c;
  return decomposed(pair.charAt(0)) + pair.charAt(1);
}

/** What `compose` does where the engine can't. */
export function composeByTable(text: string): string {
  if (!/[\u0300-\u036F\u1161-\u11C2]/.test(text)) return text;
  // U+034F is no mark in this: nothing is composed across it.
  return text
    .replace(/[^\u0300-\u034E\u0350-\u036F]?[\u0300-\u034E\u0350-\u036F]+/g, combined)
    .replace(/[\u1100-\u1112][\u1161-\u1175]/g, syllable)
    .replace(/[\uAC00-\uD7A3][\u11A8-\u11C2]/g, syllableWithEnd);
}

// A character and the marks after it: only they can change one another.
function combined(run: string): string {
  const all = run.split("").map(decomposed).join("");
  let letter = "";
  let left = all;
  if (/^[^\u0300-\u036F]/.test(all)) {
    letter = all.charAt(0);
    left = all.slice(1);
  }
  let rest = "";
  for (let place = 1; place < classesInAll; place++) {
    let blocked = false;
    for (const mark of left.split("")) {
      if (classOf(mark) !== place) continue;
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

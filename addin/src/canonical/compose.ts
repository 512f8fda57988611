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

// A mark, then each letter with what both make; in source as escapes, so that no editor composes them.
const composites =
  "\u0300A\u00C0E\u00C8I\u00CCO\u00D2U\u00D9Y\u1EF2a" +
  "\u00E0e\u00E8i\u00ECo\u00F2u\u00F9y\u1EF3\u00C2\u1EA6\u00CA" +
  "\u1EC0\u00D4\u1ED2\u00E2\u1EA7\u00EA\u1EC1\u00F4\u1ED3\u0102\u1EB0\u0103\u1EB1\u01A0" +
  "\u1EDC\u01A1\u1EDD\u01AF\u1EEA\u01B0\u1EEB\u0415\u0400\u0418\u040D\u0435\u0450\u0438" +
  "\u045D \u0301A\u00C1C\u0106E\u00C9I\u00CDL\u0139N" +
  "\u0143O\u00D3R\u0154S\u015AU\u00DAY\u00DDZ\u0179a" +
  "\u00E1c\u0107e\u00E9i\u00EDl\u013An\u0144o\u00F3r" +
  "\u0155s\u015Bu\u00FAy\u00FDz\u017A\u00C2\u1EA4\u00CA\u1EBE\u00D4" +
  "\u1ED0\u00E2\u1EA5\u00EA\u1EBF\u00F4\u1ED1\u0102\u1EAE\u0103\u1EAF\u01A0\u1EDA\u01A1" +
  "\u1EDB\u01AF\u1EE8\u01B0\u1EE9\u0391\u0386\u0395\u0388\u0397\u0389\u0399\u038A\u039F" +
  "\u038C\u03A5\u038E\u03A9\u038F\u03B1\u03AC\u03B5\u03AD\u03B7\u03AE\u03B9\u03AF\u03BF" +
  "\u03CC\u03C5\u03CD\u03C9\u03CE\u03CA\u0390\u03CB\u03B0\u0413\u0403\u041A\u040C\u0433" +
  "\u0453\u043A\u045C \u0302A\u00C2C\u0108E\u00CAG\u011CH" +
  "\u0124I\u00CEJ\u0134O\u00D4S\u015CU\u00DBW\u0174Y" +
  "\u0176a\u00E2c\u0109e\u00EAg\u011Dh\u0125i\u00EEj" +
  "\u0135o\u00F4s\u015Du\u00FBw\u0175y\u0177\u1EA0\u1EAC\u1EA1" +
  "\u1EAD\u1EB8\u1EC6\u1EB9\u1EC7\u1ECC\u1ED8\u1ECD\u1ED9 \u0303A\u00C3E" +
  "\u1EBCI\u0128N\u00D1O\u00D5U\u0168Y\u1EF8a\u00E3e" +
  "\u1EBDi\u0129n\u00F1o\u00F5u\u0169y\u1EF9\u00C2\u1EAA\u00CA" +
  "\u1EC4\u00D4\u1ED6\u00E2\u1EAB\u00EA\u1EC5\u00F4\u1ED7\u0102\u1EB4\u0103\u1EB5\u01A0" +
  "\u1EE0\u01A1\u1EE1\u01AF\u1EEE\u01B0\u1EEF \u0304A\u0100E\u0112I" +
  "\u012AO\u014CU\u016Aa\u0101e\u0113i\u012Bo\u014Du" +
  "\u016B \u0306A\u0102E\u0114G\u011EI\u012CO\u014EU" +
  "\u016Ca\u0103e\u0115g\u011Fi\u012Do\u014Fu\u016D\u0418" +
  "\u0419\u0423\u040E\u0438\u0439\u0443\u045E\u1EA0\u1EB6\u1EA1\u1EB7 \u0307C" +
  "\u010AE\u0116G\u0120I\u0130Z\u017Bc\u010Be\u0117g" +
  "\u0121z\u017C \u0308A\u00C4E\u00CBI\u00CFO\u00D6U" +
  "\u00DCY\u0178a\u00E4e\u00EBi\u00EFo\u00F6u\u00FCy" +
  "\u00FF\u0399\u03AA\u03A5\u03AB\u03B9\u03CA\u03C5\u03CB\u0406\u0407\u0415\u0401\u0435" +
  "\u0451\u0456\u0457 \u0309A\u1EA2E\u1EBAI\u1EC8O\u1ECEU" +
  "\u1EE6Y\u1EF6a\u1EA3e\u1EBBi\u1EC9o\u1ECFu\u1EE7y" +
  "\u1EF7\u00C2\u1EA8\u00CA\u1EC2\u00D4\u1ED4\u00E2\u1EA9\u00EA\u1EC3\u00F4\u1ED5\u0102" +
  "\u1EB2\u0103\u1EB3\u01A0\u1EDE\u01A1\u1EDF\u01AF\u1EEC\u01B0\u1EED \u030AA" +
  "\u00C5U\u016Ea\u00E5u\u016F \u030BO\u0150U\u0170o" +
  "\u0151u\u0171 \u030CC\u010CD\u010EE\u011AL\u013DN" +
  "\u0147R\u0158S\u0160T\u0164Z\u017Dc\u010Dd\u010Fe" +
  "\u011Bl\u013En\u0148r\u0159s\u0161t\u0165z\u017E " +
  "\u031BO\u01A0U\u01AFo\u01A1u\u01B0 \u0323A\u1EA0E" +
  "\u1EB8I\u1ECAO\u1ECCU\u1EE4Y\u1EF4a\u1EA1e\u1EB9i" +
  "\u1ECBo\u1ECDu\u1EE5y\u1EF5\u01A0\u1EE2\u01A1\u1EE3\u01AF\u1EF0\u01B0" +
  "\u1EF1 \u0327C\u00C7G\u0122K\u0136L\u013BN\u0145R" +
  "\u0156S\u015ET\u0162c\u00E7g\u0123k\u0137l\u013Cn" +
  "\u0146r\u0157s\u015Ft\u0163 \u0328A\u0104E\u0118I" +
  "\u012EU\u0172a\u0105e\u0119i\u012Fu\u0173";

// Canonical combining classes of U+0300 to U+036F, each as one letter in the order of the classes; "!" is none.
const classes =
  "&&&&&&&&&&&&&&&&&&&&&'%%%%'$%%%%%##%%%%##%%%%%%%%%%%\u0022\u0022\u0022\u0022\u0022%%%%&&&&&&&&*&%%%&&&%%!&&&%%%%&'%%&())())(&&&&&&&&&&&&&";

const pairs = new Map<string, string>();
const parts = new Map<string, string>();
for (const group of composites.split(" "))
  for (let at = 1; at < group.length; at += 2) {
    const letter = group.charAt(at) + group.charAt(0);
    const whole = group.charAt(at + 1);
    pairs.set(letter, whole);
    parts.set(whole, letter);
  }

const hangul = { l: 0x1100, v: 0x1161, t: 0x11a7, s: 0xac00, vs: 21, ts: 28, all: 11172 } as const;

function classOf(c: string): number {
  const code = c.charCodeAt(0);
  if (code < 0x300 || code > 0x36f) return 0;
  return classes.charCodeAt(code - 0x300) - 0x21;
}

function decomposed(c: string): string {
  const pair = parts.get(c);
  if (pair === undefined) return c;
  return decomposed(pair.charAt(0)) + pair.charAt(1);
}

function pairOf(one: string, other: string): string | undefined {
  const first = one.charCodeAt(0);
  const second = other.charCodeAt(0);
  const vowel = second - hangul.v;
  if (first >= hangul.l && first < hangul.l + 19 && vowel >= 0 && vowel < hangul.vs)
    return String.fromCharCode(hangul.s + ((first - hangul.l) * hangul.vs + vowel) * hangul.ts);
  const syllable = first - hangul.s;
  const tail = second - hangul.t;
  if (syllable >= 0 && syllable < hangul.all && syllable % hangul.ts === 0)
    if (tail > 0 && tail < hangul.ts) return String.fromCharCode(first + tail);
  return pairs.get(one + other);
}

/** What `compose` does where the engine can't. */
export function composeByTable(text: string): string {
  let composed = "";
  for (const run of runs(text)) composed += run;
  return composed;
}

// A run is a character and the marks after it: only they can change one another, but for Hangul, which has no marks.
function runs(text: string): string[] {
  const done: string[] = [];
  let run: string[] = [];
  const end = (): void => {
    if (run.length === 0) return;
    const composed = combine(run);
    const last = done[done.length - 1];
    let joined: string | undefined = undefined;
    if (last !== undefined && last.length === 1 && composed.length === 1)
      joined = pairOf(last, composed);
    if (joined === undefined) done.push(composed);
    else done[done.length - 1] = joined;
    run = [];
  };
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    if (classOf(c) === 0) end();
    run.push(c);
  }
  end();
  return done;
}

function combine(run: readonly string[]): string {
  if (run.length === 1) {
    return String(run[0]);
  }
  const characters: string[] = [];
  for (const c of run) for (const part of decomposed(c).split("")) characters.push(part);
  const starter = classOf(String(characters[0])) === 0;
  let letter = "";
  let marks = characters;
  if (starter) {
    letter = String(characters[0]);
    marks = characters.slice(1);
  }
  const byClass: string[][] = [];
  for (const mark of marks) {
    const place = classOf(mark);
    const group = byClass[place];
    if (group === undefined) byClass[place] = [mark];
    else group.push(mark);
  }
  let left = "";
  byClass.forEach((group) => {
    let blocked = false;
    for (const mark of group) {
      const joined = pairs.get(letter + mark);
      if (letter !== "" && joined !== undefined && !blocked) letter = joined;
      else {
        left += mark;
        blocked = true;
      }
    }
  });
  return letter + left;
}

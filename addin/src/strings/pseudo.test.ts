import { describe, expect, it } from "vitest";
import { givenFor, leavesOf, say } from "../testing/words";
import { en } from "./en";
import { accented, mirrored } from "./pseudo";

interface Pair {
  readonly path: string;
  readonly english: string;
  readonly pseudo: string;
}

/** Every text in English beside the same of a pseudo-language; functions are given texts and numbers that are no words. */
function pairsOf(pseudo: unknown): Pair[] {
  const other = new Map(leavesOf(pseudo).map(({ path, value }) => [path, value]));
  return leavesOf(en).flatMap(({ path, value }) =>
    (typeof value === "function" ? givenFor(value.length) : [[]]).flatMap((given): Pair[] => {
      const [english, said] = [say(value, given), say(other.get(path), given)];
      if (typeof english !== "string") return [];
      // A text where a number belongs: no screen says that.
      return /NaN|undefined|∞/.test(english) ? [] : [{ path, english, pseudo: String(said) }];
    }),
  );
}

/** What was given to a function, and placeholders. */
const values = /[QZ][uab]\dx|\{[^}]*\}/g;
const hasWords = (text: string) => /[A-Za-z]{2}/.test(text.replaceAll(values, ""));

describe("the language that is accented and longer (C104)", () => {
  const pairs = pairsOf(accented(en)).filter(({ english }) => hasWords(english));

  it("leaves no word as it is in English", () => {
    expect(pairs.length).toBeGreaterThan(1000);
    expect(pairs.filter(({ pseudo }) => hasWords(pseudo))).toEqual([]);
  });

  it("shows both ends of each text, and is at least a third longer", () => {
    const open = pairs.filter(({ pseudo }) => !pseudo.startsWith("[") || !pseudo.endsWith("]"));
    expect(open).toEqual([]);
    const length = (texts: readonly string[]) => texts.join("").length;
    const longer = length(pairs.map(({ pseudo }) => pseudo));
    expect(longer / length(pairs.map(({ english }) => english))).toBeGreaterThan(1.33);
  });

  it("keeps the values that it is given, numbers, placeholders and the names of keys", () => {
    const words = accented(en);
    expect(words.signedInAs("Ada Lovelace (a.l)")).toContain("Ada Lovelace (a.l)");
    expect(words.review.undecidedLeft(1200)).toContain("1,200");
    expect(words.design.version.form.wordingHint).toContain("{value}");
    expect(words.review.keyList[0][0]).toBe("J");
    expect(words.review.readOnlyTitle(["Noor Haddad", "Rita Moss"])).toMatch(
      /Noor Haddad .* Rita Moss/,
    );
  });
});

describe("the language from right to left (C104)", () => {
  it("turns every word around and leaves values alone", () => {
    const plain = pairsOf(mirrored(en)).filter(({ pseudo }) =>
      hasWords(pseudo.replaceAll(/\u202e[^\u202c]*\u202c/g, "")),
    );
    expect(plain).toEqual([]);
    expect(mirrored(en).signedInAs("Noor")).toMatch(/^\u200f.* Noor$/);
  });

  it("goes on to the left", () => {
    const arrows = mirrored(en).triage.keyList.map(([key]) => key);
    expect(arrows.slice(8, 10)).toEqual(["← ↓", "→ ↑"]);
  });
});

import { describe, expect, it } from "vitest";
import { givenFor, leavesOf, repeated, say } from "../testing/words";
import { de } from "./de";
import { en } from "./en";

/** What German says as English does: names, and words that both languages share. */
const shared = new Set([
  "CSV",
  "Code",
  "F1",
  "HandoffOffice",
  "JSON",
  "Journal",
  "Mail",
  "Name",
  "Outlook",
  "Person",
  "Pilot",
  "Plan",
  "Playbook",
  "SHA-256",
  "Test",
  "Text",
  "Version",
  "Word",
  "Workflow",
  "Workflows",
  "handoff verify ledger ledger.jsonl",
  "optional",
]);

const english = leavesOf(en);
const german = new Map(leavesOf(de).map(({ path, value }) => [path, value]));
/** They are given a record, which has a test of its own below. */
const ofRecords = ["sign.viewing", "design.pilot.results.counts"];
const functions = english.filter(
  ({ path, value }) => typeof value === "function" && !ofRecords.includes(path),
);
const lengthOf = (value: unknown) => (typeof value === "function" ? value.length : 0);

/** The keys that a screen takes stand first in a list of keys. */
const isKey = (path: string) => /\.keyList\.\d+\.0$/.test(path);

describe("the German words (C104)", () => {
  it("are there for every English one, and for nothing else", () => {
    expect([...german.keys()].toSorted()).toEqual(english.map(({ path }) => path).toSorted());
  });

  it("are a text where English has one, and take as many values where English takes some", () => {
    const shape = (value: unknown) => (typeof value === "function" ? value.length : typeof value);
    const unlike = english.filter(({ path, value }) => shape(german.get(path)) !== shape(value));
    expect(unlike).toEqual([]);
  });

  it("are no English ones, but for names and words that both languages share", () => {
    const same = english.filter(
      ({ path, value }) =>
        typeof value === "string" &&
        /\p{L}{2}/u.test(value) &&
        !isKey(path) &&
        german.get(path) === value &&
        !shared.has(value),
    );
    expect(same).toEqual([]);
  });

  it("share no more words with English than it has", () => {
    const all = new Set(english.map(({ value }) => value));
    expect([...shared].filter((word) => !all.has(word))).toEqual([]);
  });

  it("are never empty where the English ones are not", () => {
    const empty = english.filter(
      ({ path, value }) => value !== "" && String(german.get(path)).trim() === "",
    );
    expect(empty).toEqual([]);
  });

  it("name the same keys", () => {
    const keys = english.filter(({ path, value }) => isKey(path) && value !== "1 to 9");
    expect(keys.length).toBeGreaterThan(20);
    for (const { path, value } of keys) expect(german.get(path)).toBe(value);
  });

  it("repeat every value that English repeats", () => {
    const missed = functions.flatMap(({ path, value }) => {
      const asked = givenFor(lengthOf(value))
        .map((given) => ({
          path,
          given,
          said: say(value, given),
          answer: say(german.get(path), given),
        }))
        // A text where a number belongs is no number in either language.
        .filter(({ said, answer }) => ![said, answer].some((text) => String(text).includes("NaN")));
      const missed = asked.filter(({ given, said, answer }) =>
        repeated(String(said), given).some((one) => !repeated(String(answer), given).includes(one)),
      );
      return asked.length === 0
        ? [`${path} was never asked`]
        : missed.map(({ answer }) => `${path}: ${String(answer)}`);
    });
    expect(missed).toEqual([]);
  });

  it("use German quotation marks, and an ellipsis and units that stand apart", () => {
    const texts = english.flatMap(({ path, value }) => {
      const found = german.get(path);
      return givenFor(lengthOf(value))
        .map((each) => say(found, each))
        .filter((text) => typeof text === "string")
        .map((text) => ({ path, text }));
    });
    const wrong = texts.filter(
      ({ text }) => /[‘’"]|“[^“„]*”|\p{L}…|\d (?:%|s|min|MB)(?!\p{L})/u.test(text) && text !== "…",
    );
    expect([...new Map(wrong.map((one) => [one.path, one])).values()]).toEqual([]);
  });
});

describe("what German says of how long somebody looked (C104)", () => {
  const looked = {
    words: 1200,
    neededSeconds: 300.2,
    activeSeconds: 41.9,
    seenPercent: 100,
    tooFast: false,
  };

  it("has the same figures as in English", () => {
    for (const required of [true, false]) {
      const said = de.sign.viewing({ ...looked, required });
      for (const figure of [/1[.,]200/, /\b301\b/, /\b41\b/]) {
        expect(said).toMatch(figure);
        expect(en.sign.viewing({ ...looked, required })).toMatch(figure);
      }
    }
    expect(de.sign.viewing({ ...looked, seenPercent: 80, required: true })).toContain("80\u00a0%");
  });

  it("and of what came before and after a change", () => {
    const rate = { before: 4, runsBefore: 10, after: 1, runsAfter: 12 };
    for (const words of [en, de])
      expect(words.design.pilot.results.counts(rate)).toMatch(/4.*10.*1.*12/);
  });
});

describe("German plurals (C104)", () => {
  it("are one thing or several", () => {
    expect(de.review.undecidedLeft(1)).toBe("1 Änderung offen");
    expect(de.review.undecidedLeft(2)).toBe("2 Änderungen offen");
    expect(de.homeScreen.words(0)).toBe("0 Wörter");
    expect(de.design.minutes("1")).toBe("1 Minute");
  });
});

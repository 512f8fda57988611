import { describe, expect, it } from "vitest";
import { loadIn, places, shownTexts } from "../testing/everyScreen";
import { leavesOf } from "../testing/words";
import { de } from "./de";
import { en } from "./en";

const show = await loadIn("de", de);

const german = new Set(leavesOf(de).map(({ value }) => value));
const english = new Set(
  leavesOf(en)
    .map(({ value }) => value)
    .filter((text) => !german.has(text)),
);

describe("every screen in German (C104)", () => {
  it.each(Object.entries(places))(
    "says nothing in English but what the server sent: %s",
    async (_, place) => {
      const answers = await show(place);
      const texts = shownTexts();
      expect(texts.filter((text) => german.has(text)).length).toBeGreaterThan(3);
      expect(texts.filter((text) => english.has(text) && !answers.includes(text))).toEqual([]);
    },
  );
});

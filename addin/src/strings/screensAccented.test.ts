import { describe, expect, it } from "vitest";
import { loadIn, places, shownTexts, strayEnglish } from "../testing/everyScreen";
import { en } from "./en";
import { accented } from "./pseudo";

const show = await loadIn("en-XA", accented(en));

describe("every screen in the language that is accented and longer (C104)", () => {
  it.each(Object.entries(places))("takes all its words from strings: %s", async (_, place) => {
    const answers = await show(place);
    const texts = shownTexts();
    expect(texts.filter((text) => text.startsWith("[")).length).toBeGreaterThan(3);
    expect(texts.flatMap((text) => strayEnglish(text, answers))).toEqual([]);
  });
});

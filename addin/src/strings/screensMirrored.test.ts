import { describe, expect, it } from "vitest";
import { loadIn, places, shownTexts, strayEnglish } from "../testing/everyScreen";
import { en } from "./en";
import { mirrored } from "./pseudo";

const show = await loadIn("ar-XB", mirrored(en));

describe("every screen from right to left (C104)", () => {
  it.each(Object.entries(places))("runs so, with all its words: %s", async (_, place) => {
    const answers = await show(place);
    expect(document.querySelector("main")?.closest("[dir]")?.getAttribute("dir")).toBe("rtl");
    const texts = shownTexts();
    expect(texts.filter((text) => text.startsWith("\u200f")).length).toBeGreaterThan(3);
    const rest = texts.map((text) => text.replaceAll(/\u202e[^\u202c]*\u202c/g, ""));
    expect(rest.flatMap((text) => strayEnglish(text, answers))).toEqual([]);
  });
});

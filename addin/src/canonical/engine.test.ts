// @vitest-environment node
import { describe, expect, it } from "vitest";
import { complaints, filesFor, forbiddenIn, importsOf, loadBare } from "../testing/bareEngine";
import type * as canonical from ".";
import { readVectors } from "./vectors";

const files = filesFor("canonical");

describe("C87 the engine of classic Outlook", () => {
  it("needs nothing but the language of 2016", { timeout: 120_000 }, () => {
    expect(complaints(files)).toEqual([]);
  });

  it.each(files)("%s has no syntax and no name that it lacks", (file) => {
    expect(forbiddenIn(file)).toEqual([]);
    for (const from of importsOf(file)) expect(from).toMatch(/^\.\/[a-z0-9]+$/);
  });

  it("gives the same forms there", { timeout: 60_000 }, () => {
    const bare = loadBare("canonical/index") as typeof canonical;
    const { html, text } = readVectors();
    for (const group of html)
      for (const one of [group.html, ...group.equal])
        expect(bare.canonicalHtml(one).text, one).toBe(group.form);
    for (const group of text)
      for (const one of group.equal) expect(bare.canonicalText(one)).toBe(group.form);
  });
});

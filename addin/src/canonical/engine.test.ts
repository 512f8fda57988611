// @vitest-environment node
import { describe, expect, it } from "vitest";
import { loadBare } from "../testing/bareEngine";
import type * as canonical from ".";
import { readVectors } from "./vectors";

describe("C87 the engine of classic Outlook", () => {
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

import { describe, expect, it } from "vitest";
import { cutText } from "./HighlightedText";

describe("C61 findings at their words", () => {
  it("cut the text at the mark", () => {
    expect(cutText("on 31 July.", [{ start: 3, length: 7, severity: "Blocking" }])).toEqual([
      { text: "on " },
      { text: "31 July", severity: "Blocking", first: true },
      { text: "." },
    ]);
  });

  it("show the gravest where marks overlap", () => {
    const parts = cutText("abcd", [
      { start: 0, length: 4, severity: "Note" },
      { start: 1, length: 2, severity: "Blocking" },
    ]);
    expect(parts.map(({ text, severity }) => [text, severity])).toEqual([
      ["a", "Note"],
      ["bc", "Blocking"],
      ["d", "Note"],
    ]);
  });

  it("leave the text whole when a mark lies outside of it", () => {
    expect(cutText("ab", [{ start: 1, length: 9, severity: "Note" }])).toEqual([{ text: "ab" }]);
  });
});

import { describe, expect, it } from "vitest";
import { article } from "../../testing/fakeTogether";
import { statusReport } from "../../testing/workflows";
import { withPattern } from "./model";

const owners = (version: typeof article) => version.output.sections.map(({ owner }) => owner);

describe("C19 whose each section is", () => {
  it("is the AI's until the designer gives it to the author, where both write", () => {
    expect(new Set(owners(withPattern(statusReport, "Parallel")))).toEqual(new Set(["Ai"]));
    expect(owners(withPattern(article, "Parallel"))).toEqual(owners(article));
  });

  it("is nobody's, and no example has the author's text, where only one side writes", () => {
    const written = { ...article, examples: article.examples.map((one) => ({ ...one, own: {} })) };
    const drafted = withPattern(written, "Draft");
    expect(new Set(owners(drafted))).toEqual(new Set([undefined]));
    expect(drafted.examples[0]?.own).toBeUndefined();
  });
});

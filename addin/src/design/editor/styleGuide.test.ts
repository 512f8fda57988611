import { describe, expect, it } from "vitest";
import { blankVersion, toVersion } from "./model";
import { ofBanned, ofTerms, settled, toBanned, toTerms } from "./styleGuide";

describe("C20 a style guide as a designer writes it", () => {
  it("reads and writes banned words and terms one a line", () => {
    const banned = ["utilise = use", "synergy"];
    expect(toBanned(banned)).toEqual([{ word: "utilise", instead: "use" }, { word: "synergy" }]);
    expect(ofBanned(toBanned(banned))).toEqual(banned);
    const terms = ["client = customer, punter"];
    expect(toTerms(terms)).toEqual([{ say: "client", not: ["customer", "punter"] }]);
    expect(ofTerms(toTerms(terms))).toEqual(terms);
  });

  it("reads what is half typed as what it says so far", () => {
    expect(toBanned(["utilise ="])).toEqual([{ word: "utilise" }]);
    expect(toTerms(["client"])).toEqual([{ say: "client", not: [] }]);
  });

  it("is none where it rules nothing", () => {
    expect(settled({ contractions: "Allowed", banned: [], terms: [] })).toBeUndefined();
    expect(settled({ contractions: "Never", banned: [], terms: [] })).toBeDefined();
  });

  it("comes from a file of any shape without breaking the editor", () => {
    const style = { contractions: 7, banned: ["x", { word: 3 }], terms: "none" };
    const version = toVersion({ ...blankVersion, output: { ...blankVersion.output, style } });
    expect(version.output.style).toMatchObject({ contractions: "Allowed", terms: [] });
    expect(toVersion(blankVersion).output.style).toBeUndefined();
  });
});

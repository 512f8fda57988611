import { describe, expect, it } from "vitest";
import { choose } from "./choose";

const nothing = { query: "", kept: null, browser: [] };

describe("the language of the screens (C104)", () => {
  it("is the address's before everything else", () => {
    const wishes = { query: "?sends&lang=de", kept: "en", host: "en-US", browser: ["en-GB"] };
    expect(choose(wishes).language).toBe("de");
  });

  it("is the person's choice where the address says nothing", () => {
    const wishes = { query: "", kept: "de", host: "en-US", browser: ["en-GB"] };
    expect(choose(wishes).language).toBe("de");
  });

  it("is the host's where nobody has chosen", () => {
    const wishes = { query: "", kept: null, host: "de-DE", browser: ["en-GB"] };
    expect(choose(wishes).language).toBe("de");
  });

  it("is the browser's first of ours where there is no host", () => {
    expect(choose({ ...nothing, browser: ["fr-FR", "de-AT", "en-GB"] }).language).toBe("de");
  });

  it("is English where nobody names one of ours", () => {
    expect(choose({ ...nothing, browser: ["fr-FR"] })).toEqual({
      language: "en",
      locale: "en-GB",
    });
  });

  it.each(["?lang=", "?lang=xx", "?lang=not a tag", "?lang=deutsch", "?lang=den"])(
    "passes over what is none of ours: %s",
    (query) => {
      expect(choose({ ...nothing, query, browser: ["de"] }).language).toBe("de");
    },
  );

  it.each(["en-XA", "ar-XB", "AR-xb"])("is a language to test with when asked for: %s", (tag) => {
    const { language, locale } = choose({ ...nothing, query: `?lang=${tag}`, browser: ["de-DE"] });
    expect(language.toLowerCase()).toBe(tag.toLowerCase());
    expect(locale).toBe("en-GB");
  });
});

describe("the locale of dates and numbers (C104)", () => {
  it("is of the person's region where that speaks the language chosen", () => {
    expect(choose({ ...nothing, kept: "de", browser: ["en-US", "de-CH"] }).locale).toBe("de-CH");
    expect(choose({ ...nothing, browser: ["en", "en-US"] }).locale).toBe("en-US");
  });

  it("is the language's own where no region speaks it", () => {
    expect(choose({ ...nothing, kept: "de", browser: ["en-US"] }).locale).toBe("de-DE");
    expect(choose({ ...nothing, kept: "en", browser: ["de-DE"] }).locale).toBe("en-GB");
  });

  it("is of the region that the address or the host names", () => {
    expect(choose({ ...nothing, query: "?lang=de-AT", browser: ["de-DE"] }).locale).toBe("de-AT");
    expect(choose({ ...nothing, host: "de-CH", browser: ["de-DE"] }).locale).toBe("de-CH");
  });
});

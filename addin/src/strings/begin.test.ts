import { afterEach, describe, expect, it, vi } from "vitest";
import { readDate } from "../form/dates";
import { formatAnyOf, formatDate, formatDuration, formatNumber, parseNumber } from "../format";
import { begin } from "./begin";
import { current } from "./current";

const at = (query: string) => history.replaceState(null, "", `/${query}`);

afterEach(() => {
  at("");
  localStorage.clear();
});

describe("a page that begins (C104)", () => {
  it.each([
    ["?lang=en", "en", "ltr", "Close"],
    ["?lang=de", "de", "ltr", "Schließen"],
    ["?lang=en-XA", "en-XA", "ltr", "[Çļöšé ļö]"],
    ["?lang=ar-XB", "ar-XB", "rtl", "\u200f\u202eClose\u202c"],
  ])("has its language, its direction and its words before its screens: %s", async (...page) => {
    const [query, lang, dir, close] = page;
    at(query);
    const words = vi.fn(() => Promise.resolve(current().words.close));
    await begin(words);
    expect(await words.mock.results[0]?.value).toBe(close);
    const { documentElement } = document;
    expect([documentElement.lang, documentElement.dir]).toEqual([lang, dir]);
  });

  it("is in what the person chose on this device, and else in the host's language", async () => {
    const screens = () => Promise.resolve();
    await begin(screens, { host: "de-AT" });
    expect([current().language, current().locale]).toEqual(["de", "de-AT"]);
    localStorage.setItem("handoffoffice:language", "en");
    await begin(screens, { host: "de-AT" });
    expect(current().language).toBe("en");
  });

  it("lets a failure to load its screens be seen", async () => {
    await expect(begin(() => Promise.reject(new Error("no screens")))).rejects.toThrow(
      "no screens",
    );
  });
});

describe("dates and numbers on a German page (C104)", () => {
  it("are written and read as in German", async () => {
    at("?lang=de");
    await begin(() => Promise.resolve());
    expect(formatNumber(4820.5)).toBe("4.820,5");
    expect(parseNumber("4.820,5")).toBe(4820.5);
    expect(formatDate("2024-07-24")).toBe("24. Juli 2024");
    expect(readDate("24. Juli 2024")).toBe("2024-07-24");
    expect(readDate("3.4.2024")).toBe("2024-04-03");
    expect(formatAnyOf([{ name: "Ada" }, { name: "Noor" }])).toBe("Ada oder Noor");
  });
});

describe("dates and quantities on a page from right to left (C104)", () => {
  it("keep their own order, and are read as they are written", async () => {
    at("?lang=ar-XB");
    await begin(() => Promise.resolve());
    expect(formatDate("2024-07-24")).toBe("\u206824 July 2024\u2069");
    expect(formatDuration(65 * 60)).toBe("\u20681\u00a0h 5\u00a0min\u2069");
    expect(readDate("24 July 2024")).toBe("2024-07-24");
  });
});

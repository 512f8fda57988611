import { describe, expect, it } from "vitest";
import { canonicalHtml, canonicalText, digestOf, formsWithoutTail, limits, tailOf } from ".";
import { composeByTable } from "./compose";
import { numbers } from "../testing/numbers";
import { readSoups, readVectors, soupOf, writeFile } from "./vectors";

const formOf = (html: string): string => {
  const form = canonicalHtml(html);
  if (form.refused !== undefined) throw new Error(`Too many ${form.refused.what}.`);
  return form.text;
};

// After a rule has changed on purpose: CANONICAL_VECTORS=write npx vitest run src/canonical
if (process.env["CANONICAL_VECTORS"] === "write") {
  const vectors = readVectors();
  for (const group of vectors.html) group.form = formOf(group.html);
  writeFile("canonical-html", vectors);
  const soups = Array.from({ length: 1000 }, (_, seed) => soupOf(seed));
  writeFile(
    "html-soup",
    soups.map((html) => ({ html, digest: digestOf(formOf(html)) })),
  );
}

describe("C87 the vectors", () => {
  const { html, text, tails } = readVectors();

  it.each(html)("$name: rewrites have the same form", (group) => {
    for (const one of [group.html, ...group.equal]) expect(formOf(one), one).toBe(group.form);
  });

  it.each(html)("$name: changes have another", (group) => {
    for (const one of group.different) expect(formOf(one), one).not.toBe(group.form);
  });

  it.each(text)("paragraphs: $name", (group) => {
    for (const paragraphs of group.equal) expect(canonicalText(paragraphs)).toBe(group.form);
  });

  it.each(tails)("tails: $name", (group) => {
    const approved = formOf(group.html);
    const captured = group.tails.map((tail) => tailOf(formOf(tail)));
    for (const one of group.match) expect(formsWithoutTail(one, captured), one).toContain(approved);
    for (const one of group.fail)
      expect(formsWithoutTail(one, captured), one).not.toContain(approved);
  });

  it("gives random pieces the digest that the server gives", () => {
    for (const soup of readSoups())
      expect(digestOf(formOf(soup.html)), soup.html).toBe(soup.digest);
  });
});

describe("C87 any mail", () => {
  const words = ["gateway", "live", "the", "fee", "1,250.00", "EUR", "März", "(late)", "日本"];
  const styles = ["display:none", "font-size:0", "color:#fff", "mso-hide:all", "zoom:.01"];
  const rewrites: ((html: string) => string)[] = [
    (html) => html.replace(/></g, ">\r\n<"),
    (html) => html.replace(/<p>/g, "<p class=x_MsoNormal style='margin:0in;mso-x:y'>"),
    (html) => html.replace(/<\/p>/g, "<o:p></o:p></p>"),
    (html) => `<div dir=ltr>${html}</div>`,
    (html) => html.replace(/ä/g, "&auml;").replace(/ the /g, "\n the&nbsp;"),
    (html) => `<html><head><title>t</title></head><body lang=EN-US>${html}</body></html>`,
    (html) => html.replace(/fee/g, "<span lang=EN-GB>f</span>ee"),
  ];
  const mailOf = (seed: number) => {
    const next = numbers(seed);
    const parts = Array.from({ length: 2 + next(20) }, () => String(words[next(words.length)]));
    const write = (list: readonly string[]) =>
      list.map((word, at) => (at % 5 === 4 ? `${word}</p><p>` : `<b>${word}</b> `)).join("");
    return { next, parts, html: (list: readonly string[]) => `<p>${write(list)}</p>` };
  };

  it("keeps its form through what clients do", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { next, parts, html } = mailOf(seed);
      const mail = html(parts);
      let rewritten = mail;
      for (const rewrite of rewrites) if (next(2) === 0) rewritten = rewrite(rewritten);
      expect(formOf(rewritten), `seed ${seed}`).toBe(formOf(mail));
    }
  });

  it("has another form with any one word changed, hidden or linked elsewhere", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { parts, html } = mailOf(seed);
      const form = formOf(html(parts));
      parts.forEach((word, at) => {
        const changed = [
          "other",
          `not ${word}`,
          `<a href=https://evil.example>${word}</a>`,
          "",
          `${word}\u202E`,
        ];
        for (const style of styles) changed.push(`<i style="${style}">${word}</i>`);
        for (const one of changed) {
          const list = parts.slice();
          list[at] = one;
          expect(formOf(html(list)), `seed ${seed}, ${one}`).not.toBe(form);
        }
      });
    }
  });
});

describe("C87 too much of anything", () => {
  it.each([
    ["characters", "a".repeat(limits.length + 1)],
    ["nested elements", "<div>".repeat(limits.depth + 1) + "a"],
    [
      "attributes",
      `<p ${Array.from({ length: limits.attributes + 1 }, (_, n) => `a${n}`).join(" ")}>x`,
    ],
    ["marks", `<a href=https://c.d/${"a".repeat(1000)}>${"b<i href=c>d</i>".repeat(10_000)}`],
  ])("is refused by name: %s", (what, html) => {
    expect(canonicalHtml(html)).toMatchObject({ refused: { what } });
    expect(formsWithoutTail(html, [])).toEqual([]);
  });

  it.each([
    "<",
    "<!--",
    '<a b="',
    "</",
    "&",
    "&#",
    "<!--[if mso]><xml>",
    "<style>",
    "a\u0301\u0323",
    "<b></p>",
  ])("is read in one pass: %s", (piece) => {
    const form = canonicalHtml(piece.repeat(100_000 / piece.length));
    expect(form.refused === undefined || form.refused.what === "nested elements").toBe(true);
  });
});

describe("engines without Unicode", () => {
  it("digests as FIPS 180-4 does", () => {
    expect(digestOf("")).toMatch(
      /^e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855$/,
    );
    expect(digestOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toMatch(
      /^248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1$/,
    );
    expect(digestOf("\u{1F600}é€")).toBe(
      "1ae7d023f26d01f99a434b1f98be5462002d5c39f67c671c05bd194284c32869",
    );
  });

  it("compose European letters, Vietnamese and Hangul as NFC does", () => {
    const marks =
      "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u0323\u0327\u0328\u031B";
    const letters = "aceiouyAEIOUnsz\u0391\u03B1\u0418\u0438 1\u1112\uD55C日";
    for (let seed = 1; seed <= 3000; seed++) {
      const next = numbers(seed);
      let text = "";
      for (let count = 1 + next(6); count > 0; count--)
        text += "aouAEce日\u03B1\u0438".charAt(next(10)) + marks.charAt(next(16));
      if (text.normalize("NFC").normalize("NFD") !== text.normalize("NFD")) continue;
      expect(composeByTable(text.normalize("NFC")), `seed ${seed}`).toBe(text.normalize("NFC"));
    }
    for (const range of [
      [0xc0, 0x17f],
      [0x1ea0, 0x1ef9],
      [0x386, 0x3ce],
      [0x400, 0x45f],
      [0xac00, 0xd7a3],
    ])
      for (let code = Number(range[0]); code <= Number(range[1]); code++) {
        const letter = String.fromCharCode(code);
        if (letter.normalize("NFC") !== letter) continue;
        expect(composeByTable(letter.normalize("NFD"))).toBe(letter);
      }
    expect(composeByTable(letters)).toBe(letters);
  });
});

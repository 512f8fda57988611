// @vitest-environment node
import { describe, expect, it } from "vitest";
import { clients, type Rewrite } from "../testing/rewrites";
import { bodies } from "../testing/rewrites/bodies";
import { inText } from "../testing/rewrites/rewrite";
import { canonicalHtml } from ".";
import { numbers } from "../testing/numbers";

const formOf = (html: string): string => {
  const form = canonicalHtml(html);
  if (form.refused !== undefined) throw new Error(`Too many ${form.refused.what}.`);
  return form.text;
};

const all = clients.flatMap(({ name, rewrites }) =>
  rewrites.map((rewrite) => ({ ...rewrite, name: `${name}: ${rewrite.name}` })),
);

const word =
  /&[#A-Za-z0-9]+;|[\p{L}\p{N}][\p{L}\p{N}\p{M}.,:\u2019]*[\p{L}\p{N}\p{M}]|[\p{L}\p{N}]/gu;
const isWord = (text: string): boolean => !text.startsWith("&");

/** The body with one of its words made into something else. */
function withWord(html: string, place: number, change: (word: string) => string): string {
  let at = 0;
  return inText(html, (text) =>
    text.replace(word, (one) => {
      if (!isWord(one)) return one;
      return at++ === place ? change(one) : one;
    }),
  );
}

/** The words between the tags, in order. */
function wordsOf(html: string): string[] {
  const found: string[] = [];
  inText(html, (text) => {
    found.push(...(text.match(word) ?? []).filter(isWord));
    return text;
  });
  return found;
}

/** What somebody could do to one word. */
const changes: readonly (readonly [string, (word: string) => string])[] = [
  ["replaced", () => "other"],
  ["removed", () => ""],
  ["doubled", (one) => `${one} ${one}`],
  ["inserted", (one) => `${one} not`],
  ["one letter more", (one) => `${one}s`],
  [
    "another number",
    (one) =>
      one
        .replace(/[0-9]/, (digit) => String((Number(digit) + 1) % 10))
        .replace(/^([^0-9]*)$/, "$17"),
  ],
  ["hidden", (one) => `<span style="display:none">${one}</span>`],
  [
    "in the colour of the paper",
    (one) => `<span style="color:#FFFFFF;background:#FFFFFF">${one}</span>`,
  ],
  ["shown to Outlook alone", (one) => `<!--[if mso]>${one}<![endif]-->`],
  [
    "struck",
    (one) => `<del><span style="text-decoration:line-through">${one}</span> at once</del>`,
  ],
  ["linked elsewhere", (one) => `<a href="https://evil.example/">${one}</a>`],
];

describe("C87 a rewrite by a client", () => {
  it.each(all)("changes no form: $name", ({ apply }) => {
    bodies.forEach((body, at) => {
      for (let seed = 1; seed <= 5; seed++) {
        const rewritten = apply(body, numbers(seed));
        expect(formOf(rewritten), `body ${String(at)}, seed ${String(seed)}: ${rewritten}`).toBe(
          formOf(body),
        );
      }
    });
  });

  it.each(all)("does something to one of the bodies: $name", ({ apply }) => {
    const twice = bodies.map(
      (body) => `${body}<!-- a remark --><p>One. &nbsp;Two,  three\u00A0four.</p>`,
    );
    const documents = twice.map(
      (body) => `<html><head></head><body class="a">${body}\n</body></html>`,
    );
    const plain = [...twice, ...documents];
    expect(plain.some((body) => apply(body, numbers(1)) !== body)).toBe(true);
  });
});

/** Some rewrites one after the other: of one client, or of several and a transport, as mails go. */
function composition(seed: number): {
  readonly steps: readonly Rewrite[];
  readonly chance: (below: number) => number;
} {
  const chance = numbers(seed);
  const steps = Array.from({ length: 1 + chance(6) }, () => all[chance(all.length)]);
  return { steps: steps.filter((one) => one !== undefined), chance };
}

describe("C87 compositions of rewrites", () => {
  it("give no false hold", () => {
    for (let seed = 1; seed <= 600; seed++) {
      const body = bodies[seed % bodies.length] ?? "";
      const { steps, chance } = composition(seed);
      const rewritten = steps.reduce((html, { apply }) => apply(html, chance), body);
      expect(
        formOf(rewritten),
        `seed ${String(seed)}: ${steps.map(({ name }) => name).join(" > ")}: ${rewritten}`,
      ).toBe(formOf(body));
    }
  });
});

describe("C87 every one-word change is held", () => {
  it.each(all)("after $name", { timeout: 120_000 }, ({ apply }) => {
    bodies.forEach((body, at) => {
      const rewritten = apply(body, numbers(at + 1));
      const form = formOf(body);
      wordsOf(rewritten).forEach((_, place) => {
        for (const [, change] of changes) {
          const changed = withWord(rewritten, place, change);
          if (formOf(changed) === form) expect.fail(`seed ${String(at + 1)}: ${changed}`);
        }
      });
    });
  });

  it.each(changes)("in a body as it was sealed: %s", (_, change) => {
    for (const body of bodies) {
      const form = formOf(body);
      wordsOf(body).forEach((one, place) => {
        expect(formOf(withWord(body, place, change)), one).not.toBe(form);
      });
    }
  });

  it("where two neighbours change places", () => {
    for (const body of bodies) {
      const words = wordsOf(body);
      words.slice(1).forEach((next, place) => {
        const one = words[place] ?? "";
        if (one === next) return;
        const without = withWord(body, place + 1, () => one);
        const swapped = withWord(without, place, () => next);
        expect(formOf(swapped), `${one} ${next}`).not.toBe(formOf(body));
      });
    }
  });

  it("where a link leads elsewhere, also behind a Safe Link", () => {
    for (const body of bodies.filter((one) => one.includes("href="))) {
      const elsewhere = body.replace(
        /href="https?:\/\/(www\.)?example\.org/,
        'href="https://example.com',
      );
      for (const { apply, name } of all)
        expect(formOf(apply(elsewhere, numbers(1))), name).not.toBe(formOf(body));
    }
  });
});

// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { words as sendWords } from "../src/send/words";
import { names } from "../src/send/names";
import { files } from "./package";
import { developmentPort } from "./parameters";
import { addin } from "./testing";
import { wordsOf } from "./words";

const text = (file: string) => readFileSync(`${addin}/${file}`, "utf8").replace(/\s+/g, " ");
const { scripts } = JSON.parse(text("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe("npm start", () => {
  it.each([
    ["start", files.word, "word"],
    ["start:outlook", files.mail, "outlook"],
  ])(
    "%s loads the development manifest and serves on the port that stands in it",
    (name, file, app) => {
      const command = scripts[name];
      expect(command).toContain(`dist/manifests/development/${file} desktop --app ${app}`);
      expect(command).toContain(`--dev-server-port ${developmentPort}`);
      expect(command).toMatch(/^npm run certificates && npm run manifests && /);
      expect(scripts["stop"]).toContain(`stop dist/manifests/development/${file}`);
    },
  );

  it("pins the major version of each tool that it fetches", () => {
    const fetched = Object.values(scripts).flatMap((one) => [...one.matchAll(/npx --yes (\S+)/g)]);
    expect(fetched.length).toBeGreaterThan(0);
    for (const [, tool] of fetched) expect(tool).toMatch(/@\d+$/);
  });
});

describe("SIDELOAD.md", () => {
  it("says what people will see: the words of the buttons and of the send dialog", () => {
    const guide = text("SIDELOAD.md");
    const { compose, document, name } = wordsOf("en", "development");
    const seen = [
      compose.label,
      document.label,
      wordsOf("de", "development").document.label,
      name,
      sendWords.en.open,
      sendWords.en.held.notApproved,
      sendWords.en.held.body,
      names.draftHeader,
      names.sealHeader,
      files.mail,
    ];
    expect(seen.filter((one) => !guide.includes(one))).toEqual([]);
  });
});

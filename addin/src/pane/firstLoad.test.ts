// @vitest-environment node
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { firstLoad } from "../../vite.chunks.ts";
import { words as first } from "../strings/en/parts/first";

/** How many bytes, with gzip, may be fetched before the first screen of the pane can be used. Office.js is Microsoft's. */
const mostBytes = 153_600;

let bundle: Rolldown.OutputBundle = {};
let files: Rolldown.OutputChunk[] = [];
let html = "";

const contentOf = (name: string) => {
  const file = bundle[name];
  if (!file) throw new Error(`The build has no ${name}.`);
  return file.type === "chunk" ? file.code : file.source;
};

beforeAll(async () => {
  // Else React is the one for development.
  vi.stubEnv("NODE_ENV", "production");
  const made = await build({
    configFile: path.resolve(import.meta.dirname, "../../vite.config.ts"),
    mode: "production",
    logLevel: "silent",
    build: { write: false },
  });
  if (!("output" in made)) throw new Error("The build made more than one output.");
  bundle = Object.fromEntries(made.output.map((file) => [file.fileName, file]));
  html = String(contentOf("taskpane.html"));
  const page = made.output.find((file) => file.type === "chunk" && file.name === "taskpane");
  if (page?.type !== "chunk") throw new Error("The build has no script for taskpane.html.");
  const names = firstLoad(bundle, page);
  files = made.output
    .filter((file) => file.type === "chunk")
    .filter(({ fileName }) => names.has(fileName));
}, 120_000);

/** What the page names, itself included. */
const fetched = () => [
  "taskpane.html",
  ...new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? "")),
];

const modules = () => files.flatMap(({ modules }) => Object.keys(modules));

describe("what the pane fetches before its first screen stands", () => {
  it("is small", () => {
    const bytes = fetched().reduce((sum, file) => sum + gzipSync(contentOf(file)).length, 0);
    // React alone is some 60,000 bytes: less would be no pane.
    expect(bytes).toBeGreaterThan(60_000);
    expect(bytes).toBeLessThanOrEqual(mostBytes);
  });

  it("is all that its scripts import, so that none of them waits for another", () => {
    const named = new Set(fetched());
    const missing = files.flatMap(({ imports }) => imports.filter((file) => !named.has(file)));
    expect(files.length).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });

  it("has no screen but the first, and nothing that opens above it", () => {
    const behind =
      /\/src\/(?:admin|design|workbench|pane\/(?:input\/InputScreen|review|sign|triage|practice|done))|\/(?:tabster|react-(?:dialog|menu|combobox|tooltip))\//;
    expect(modules().length).toBeGreaterThan(200);
    expect(modules().filter((id) => behind.test(id) && !id.endsWith("dialogs.ts"))).toEqual([]);
  });

  it("says no words but those of the first part", () => {
    const own = modules().filter((id) => /\/src\/(?!strings\/).*\.tsx?$/.test(id));
    const later = own.flatMap((id) =>
      [...readFileSync(id, "utf8").matchAll(/\bstrings\.(\w+)/g)]
        .filter(([, key]) => !Object.hasOwn(first, key ?? ""))
        .map(([text]) => `${path.basename(id)}: ${text}`),
    );
    expect(own.length).toBeGreaterThan(30);
    expect(later).toEqual([]);
  });

  it("begins before there are words: what finds the language is not with what takes them", () => {
    const chunkWith = (source: string) =>
      files.find(({ modules }) => Object.keys(modules).some((id) => id.endsWith(source)));
    const begin = chunkWith("/src/strings/begin.ts");
    const imported = [begin?.fileName, ...(begin?.imports ?? [])];
    expect(begin).toBeDefined();
    expect(imported).not.toContain(chunkWith("/src/strings/index.ts")?.fileName);
  });

  it("begins no page but its own", () => {
    const main = Object.values(bundle).find(
      (file) => file.type === "chunk" && file.facadeModuleId?.endsWith("/src/pane/main.tsx"),
    );
    const others = Object.values(bundle).filter(
      (file) => file.type === "chunk" && file.imports.includes(main?.fileName ?? ""),
    );
    expect(main).toBeDefined();
    expect(others).toEqual([]);
  });
});

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { Package } from "./package";
import { simulateWord } from "./word";
import { WordDocument } from "./wordDocument";

/** Real documents, beside the repository on machines that have them. */
function corpus(): string | undefined {
  for (
    let folder = import.meta.dirname;
    folder !== path.dirname(folder);
    folder = path.dirname(folder)
  ) {
    const found = path.join(folder, "shared", "corpora", "redline");
    if (existsSync(found)) return found;
  }
  return undefined;
}

const folder = corpus();

/** A column of one of the lists of documents. */
async function column(list: string, name: string): Promise<string[]> {
  if (folder === undefined) return [];
  const [head = "", ...lines] = (await readFile(path.join(folder, list), "utf8"))
    .trim()
    .split("\n");
  const at = head.split("\t").indexOf(name);
  return lines.map((line) => line.split("\t")[at] ?? "");
}

const read = (name: string) => readFile(path.join(folder ?? "", name));

/** Every fifth document: of all, none loses a byte, and they take five times as long. */
const documents = [
  ...new Set([...(await column("pairs.tsv", "before")), ...(await column("tracked.tsv", "path"))]),
].filter((_name, at) => at % 5 === 0);

const title =
  folder === undefined
    ? "Real documents (skipped: ../shared/corpora/redline is not on this machine)"
    : "Real documents";

describe.skipIf(folder === undefined)(title, () => {
  it("are found", () => {
    expect(documents.length).toBeGreaterThan(0);
    expect(golds.length).toBeGreaterThan(0);
  });

  it.each(documents)("keep every part byte for byte when they are only read: %s", async (name) => {
    const docx = await read(name);
    const { Word, document } = await simulateWord({ docx });
    await Word.run(async (context) => {
      const { body } = context.document;
      body.load("text");
      body.paragraphs.load("text,style");
      context.document.contentControls.load();
      body.getTrackedChanges().load();
      body.getComments().load();
      body.search("the").load("text");
      const whole = body.getOoxml();
      await context.sync();
      expect(Package.fromFlat(whole.value).related("", "officeDocument")).toBe(document.main);
    });
    const [before, after] = [await Package.read(docx), await Package.read(await document.file())];
    expect(after.names).toEqual(before.names);
    for (const part of before.names)
      expect(Buffer.from(after.bytes(part)).equals(before.bytes(part))).toBe(true);
  });
});

/** Documents that Word itself accepted, or rejected, everything in. */
const golds = (
  await Promise.all(
    (["acceptAll", "rejectAll"] as const).map(async (decide) => {
      const gold = await column(
        "tracked.tsv",
        decide === "acceptAll" ? "gold_accepted" : "gold_rejected",
      );
      const kinds = await column("tracked.tsv", "kinds");
      return (await column("tracked.tsv", "path")).map((name, at) => ({
        name,
        decide,
        gold: gold[at] ?? "",
        // Inserted cells are no tracked change of the API.
        cells: kinds[at]?.includes("cellIns") === true,
      }));
    }),
  )
)
  .flat()
  .filter(({ gold, cells }) => gold !== "" && !cells);

describe.skipIf(folder === undefined)(title, () => {
  it.each(golds)("read after $decide as Word made them: $name", async ({ name, decide, gold }) => {
    const { Word, document } = await simulateWord({ docx: await read(name) });
    await Word.run((context) => {
      context.document.body.getTrackedChanges()[decide]();
      return Promise.resolve();
    });
    expect(document.text).toBe((await WordDocument.open(await read(gold))).text);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { profiles } from "../testing/office/profiles";
import { openWord } from "../testing/office/word/testing";
import type { SimulatedWord, WordOptions } from "../testing/office/word/word";
import { flatOpc, paragraph, run, type WordParts } from "../testing/wordParts";
import type { OpenDocument, SectionContent } from "./OfficeHost";
import { WordHost } from "./WordHost";

const control = (tag: string, content: string, more = "") =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${more}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

const before = paragraph(run("Before."));
const after = paragraph(run("After."));
const report = (more = "") => ({
  body: before + control("closing", paragraph(run("We thank the team.")), more) + after,
});

const by = 'w:author="HandoffOffice (AI)" w:date="2026-11-29T09:00:00Z"';

/** "We thank the team." with a word inserted. */
const revised =
  `<w:p><w:r><w:t xml:space="preserve">We thank the </w:t></w:r>` +
  `<w:ins w:id="901" ${by}><w:r><w:t xml:space="preserve">whole </w:t></w:r></w:ins>` +
  `<w:r><w:t>team.</w:t></w:r></w:p>`;

const section: SectionContent = {
  tag: "closing",
  ooxml: flatOpc(revised),
  accepted: ["We thank the whole team."],
  rejected: ["We thank the team."],
};

async function beside(
  parts: WordParts = report(),
  options: Omit<WordOptions, "docx"> = {},
): Promise<SimulatedWord & { open: OpenDocument; host: WordHost }> {
  const word = await openWord(parts, options);
  vi.stubGlobal("Word", word.Word);
  const host = new WordHost(word.office);
  return { ...word, host, open: host.document };
}

/** What the document has in its main part. */
async function xmlOf({ document }: SimulatedWord): Promise<string> {
  const { default: JSZip } = await import("jszip");
  const zip = await JSZip.loadAsync(await document.file());
  return (await zip.file("word/document.xml")?.async("text")) ?? "";
}

afterEach(() => vi.unstubAllGlobals());

describe("C60 a section that is put into the open document", () => {
  it("comes as tracked changes of the AI, and leaves the rest and the mode as they were", async () => {
    const word = await beside();
    word.document.changeTrackingMode = "TrackAll";
    await word.open.acknowledge(["closing"]);
    await word.open.put([section]);
    const xml = await xmlOf(word);
    expect(xml).toContain(`w:author="HandoffOffice (AI)"`);
    expect(xml.match(/<w:(?:ins|del) /g)).toHaveLength(1);
    expect(xml).toContain("Before.");
    expect(xml).toContain("After.");
    expect(word.document.changeTrackingMode).toBe("TrackAll");
  });

  it("is not put in twice, and takes the place of what was put in before", async () => {
    const word = await beside();
    await word.open.acknowledge(["closing"]);
    await word.open.put([section]);
    const inserted = () => word.calls.made.filter((call) => call.endsWith(".insertOoxml")).length;
    await word.open.put([section]);
    expect(inserted()).toBe(1);
    const text = "We thank the whole team.";
    const taken = { ...section, ooxml: flatOpc(paragraph(run(text))), rejected: [text] };
    await word.open.put([taken]);
    expect(inserted()).toBe(2);
    expect(await xmlOf(word)).not.toContain("<w:ins ");
  });

  it("works with the known faults of each Word", async () => {
    for (const profile of [profiles.wordMac, profiles.wordWeb, profiles.wordWindows]) {
      const word = await beside(report(), { profile });
      word.faults.turnOn(
        "insertAndLoadHangsOnMac",
        "ghostChanges",
        "rangesDifferOnWeb",
        "whiteSpaceAtRunBoundaries",
      );
      await word.open.acknowledge(["closing"]);
      await word.open.put([section]);
      expect(await xmlOf(word)).toContain("<w:ins ");
    }
  });
});

describe("C91 a section that was changed meanwhile", () => {
  it("is not written over", async () => {
    const word = await beside();
    await word.open.acknowledge(["closing"]);
    await word.Word.run(async (context) => {
      const found = context.document.contentControls.getByTag("closing").getFirst();
      found.insertText("We thank nobody.", "Replace");
      await context.sync();
    });
    expect(await word.open.changed(["closing"])).toEqual(["closing"]);
    await expect(word.open.put([section])).rejects.toMatchObject({ kind: "changed" });
    expect(await xmlOf(word)).toContain("We thank nobody.");
  });

  it("is not written over where nobody has looked at it", async () => {
    const word = await beside();
    await expect(word.open.put([section])).rejects.toMatchObject({ kind: "changed" });
  });

  it("is told from one that is only old, by a pane that is opened later", async () => {
    const word = await beside();
    await word.open.mark("h-1");
    await word.open.acknowledge(["closing"]);
    const later = new WordHost(word.office).document;
    expect(await later.changed(["closing"])).toEqual([]);
    await later.put([section]);
    // The first one knows what the later one has put in.
    expect(await word.open.changed(["closing"])).toEqual([]);
    expect(await later.marked()).toBe("h-1");
  });

  it("is told of where it is gone or locked", async () => {
    const gone = await beside({ body: before });
    await expect(gone.open.put([section])).rejects.toMatchObject({ kind: "gone" });
    const locked = await beside(report('<w:lock w:val="contentLocked"/>'));
    await locked.open.acknowledge(["closing"]);
    await expect(locked.open.put([section])).rejects.toMatchObject({ kind: "locked" });
  });
});

describe("C93 whatever happens", () => {
  it("the mode is what it was, and the refusal is told", async () => {
    const word = await beside();
    word.document.changeTrackingMode = "TrackAll";
    await word.open.acknowledge(["closing"]);
    await expect(word.open.put([{ ...section, ooxml: "<not-a-package/>" }])).rejects.toMatchObject({
      name: "OfficeCallError",
    });
    expect(word.document.changeTrackingMode).toBe("TrackAll");
    expect(await xmlOf(word)).toContain("We thank the team.");
  });

  it("a document that can't be written is left alone", async () => {
    const word = await beside(report(), { readOnly: true });
    await word.open.acknowledge(["closing"]);
    await expect(word.open.put([section])).rejects.toMatchObject({
      name: "OfficeCallError",
      code: "AccessDenied",
    });
  });

  it("an edit that did not land is not said to have", async () => {
    const word = await beside();
    await word.open.acknowledge(["closing"]);
    await expect(
      word.open.put([{ ...section, accepted: ["We thank the entire team."] }]),
    ).rejects.toMatchObject({ kind: "notLanded" });
  });

  it("a host that is closed in the middle is not waited for for ever", async () => {
    const word = await beside();
    await word.open.acknowledge(["closing"]);
    vi.useFakeTimers();
    try {
      word.faults.closesAt(1, "hangs");
      const put = expect(word.open.put([section])).rejects.toMatchObject({ code: "NoAnswer" });
      await vi.advanceTimersByTimeAsync(31_000);
      await put;
    } finally {
      vi.useRealTimers();
    }
  });

  it("a Word that can't be told to track is given nothing", async () => {
    const word = await beside(report(), { profile: profiles.word2019 });
    expect(word.open.canTrack).toBe(false);
    expect(await word.open.marked()).toBeUndefined();
  });
});

describe("C59 a document without places for the sections", () => {
  const sections = [
    { key: "progress", heading: "Progress" },
    { key: "closing", heading: undefined },
  ];

  it("gets one for each at the cursor, in their order", async () => {
    const word = await beside({ body: before + after });
    word.document.select({ paragraph: 0, offset: 0 });
    await word.open.prepare(sections, { kind: "cursor" });
    const xml = await xmlOf(word);
    const order = ["Before.", "Progress", 'w:val="progress"', 'w:val="closing"', "After."];
    expect(order.map((one) => xml.indexOf(one)).every((at) => at >= 0)).toBe(true);
    expect(order.map((one) => xml.indexOf(one))).toEqual(
      order.map((one) => xml.indexOf(one)).sort((a, b) => a - b),
    );
    expect(word.document.changeTrackingMode).toBe("Off");
  });

  it("keeps those that it has", async () => {
    const word = await beside();
    word.document.select({ paragraph: 0, offset: 0 });
    await word.open.prepare(sections, { kind: "cursor" });
    expect((await xmlOf(word)).match(/w:val="closing"/g)).toHaveLength(1);
  });

  const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>${paragraph(run("In a cell."))}</w:tc></w:tr></w:tbl>`;

  it("gets them within the cell of a table that the cursor is in", async () => {
    const word = await beside({ body: before + table + after });
    word.document.select({ in: { table: 0, row: 0, cell: 0 } });
    await word.open.prepare(sections, { kind: "cursor" });
    const cell = /<w:tc>.*<\/w:tc>/s.exec(await xmlOf(word))?.[0];
    expect(cell).toContain('w:val="progress"');
    expect(cell).toContain('w:val="closing"');
  });

  it("gets none in a header, nor in a table there", async () => {
    for (const header of [paragraph(run("Brandt")), table]) {
      const word = await beside({ body: before, header });
      word.document.select({ in: "header" });
      await expect(word.open.prepare(sections, { kind: "cursor" })).rejects.toMatchObject({
        kind: "aside",
      });
      expect(await xmlOf(word)).not.toContain("<w:sdt>");
    }
  });

  it("gets none in a content control that can't be edited", async () => {
    const fixed = control("terms", paragraph(run("Fixed.")), '<w:lock w:val="contentLocked"/>');
    const word = await beside({ body: before + fixed });
    word.document.select({ in: { control: "terms" } });
    await expect(word.open.prepare(sections, { kind: "cursor" })).rejects.toMatchObject({
      kind: "locked",
      tag: "terms",
    });
  });

  it("gets none within another section: they follow it", async () => {
    const word = await beside();
    word.document.select({ in: { control: "closing" } });
    await word.open.prepare(sections, { kind: "cursor" });
    const xml = await xmlOf(word);
    expect(xml.indexOf("We thank the team.")).toBeLessThan(xml.indexOf('w:val="progress"'));
    expect(xml.slice(0, xml.indexOf('w:val="progress"'))).toMatch(/<\/w:sdt>/);
  });

  it("is told where the bookmark is not there", async () => {
    const word = await beside({ body: before });
    await expect(
      word.open.prepare(sections, { kind: "bookmark", name: "draft" }),
    ).rejects.toMatchObject({ kind: "gone" });
  });
});

describe("C61 C63 what is put beside the text", () => {
  let word: Awaited<ReturnType<typeof beside>>;
  beforeEach(async () => {
    word = await beside();
  });

  it("is a comment at its words, and in the place of the one before", async () => {
    await word.open.comment([{ tag: "closing", words: "the team", message: "Which team?" }]);
    await word.open.comment([
      { tag: "closing", words: "thank", message: "For what?" },
      { tag: "closing", words: "words that are not there", message: "Somewhere." },
    ]);
    await word.Word.run(async (context) => {
      const comments = context.document.body.getComments();
      comments.load("items/content");
      await context.sync();
      expect(comments.items.map(({ content }) => content)).toEqual(
        expect.arrayContaining(["HandoffOffice: For what?", "HandoffOffice: Somewhere."]),
      );
      expect(comments.items).toHaveLength(2);
    });
    await word.open.comment([]);
    expect(await xmlOf(word)).not.toContain("commentReference");
  });

  it("is a custom XML part, one of its kind", async () => {
    await word.open.mark("h-1");
    await word.open.mark("h-2");
    expect(await word.open.marked()).toBe("h-2");
    await word.open.unmark();
    expect(await word.open.marked()).toBeUndefined();
  });

  it("goes with the file", async () => {
    const seal = `<seal xmlns="https://handoffoffice.dev/seal/1">proof</seal>`;
    await word.open.putPart(seal, "https://handoffoffice.dev/seal/1");
    const file = new Uint8Array(await (await word.open.file()).arrayBuffer());
    const { default: JSZip } = await import("jszip");
    const zip = await JSZip.loadAsync(file);
    const parts = await Promise.all(
      Object.values(zip.files).map(async (part) => (await part.async("text")).includes(seal)),
    );
    expect(parts.filter(Boolean)).toHaveLength(1);
    // A file that stays open stands in the way of the third.
    await word.open.file();
    await word.open.file();
  });
});

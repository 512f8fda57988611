import { describe, expect, it } from "vitest";
import { paragraph, run } from "../../wordParts";
import { bodyOf, change, failure, openWord } from "./testing";

const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;
const bold = run("bold", "<w:b/>");
const user = 'w:author="Amara Osei" w:date="2026-11-29T09:00:00Z"';

describe("insertText", () => {
  it.each([
    ["Replace", "One new three."],
    ["Start", "One newtwo three."],
    ["End", "One twonew three."],
    ["Before", "One newtwo three."],
    ["After", "One twonew three."],
  ] as const)("at %s of a range", async (where, text) => {
    const { Word, document } = await openWord({ body: paragraph(run("One two three.")) });
    await Word.run(async (context) => {
      context.document.body.search("two").getFirst().insertText("new", where);
      await context.sync();
    });
    expect(document.text).toBe(text);
  });

  it("makes a range longer at its end, and not after it", async () => {
    const { Word } = await openWord({ body: paragraph(run("One two three.")) });
    await Word.run(async (context) => {
      const range = context.document.body.search("two").getFirst();
      range.insertText("!", "End");
      range.insertText("?", "After");
      range.load("text");
      await context.sync();
      expect(range.text).toBe("two!");
    });
  });

  it("has the look of the run before it", async () => {
    const { Word, document } = await openWord({ body: paragraph(bold + run(" plain")) });
    await Word.run(async (context) => {
      context.document.body.search("bold").getFirst().insertText("er", "End");
      await context.sync();
    });
    expect(bodyOf(document)).toContain(`<w:r><w:rPr><w:b/></w:rPr>${t("er")}</w:r>`);
  });

  it("begins a paragraph at each line end", async () => {
    const { Word, document } = await openWord({
      body: paragraph(run("End."), '<w:jc w:val="right"/>'),
    });
    await Word.run(async (context) => {
      context.document.body.paragraphs.getFirst().insertText("One.\nTwo. ", "Start");
      await context.sync();
    });
    expect(document.text).toBe("One.\nTwo. End.");
    expect(bodyOf(document).match(/<w:jc w:val="right"\/>/g)).toHaveLength(2);
  });

  it("refuses a place that the class does not have", async () => {
    const { Word } = await openWord({ body: paragraph(run("One.")) });
    const error = await failure(
      Word.run(async (context) => {
        const { body }: { body: Pick<Word.Range, "insertText"> } = context.document;
        body.insertText("two", "After");
        return Promise.resolve();
      }),
    );
    expect(error).toMatchObject({
      code: "InvalidArgument",
      debugInfo: { errorLocation: "Body.insertText" },
    });
  });

  it("with tracking on is the user's insertion, and what it replaces the user's deletion", async () => {
    const { Word, document } = await openWord({ body: paragraph(run("One two three.")) });
    await Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackAll";
      context.document.body.search("two").getFirst().insertText("2", "Replace");
      await context.sync();
    });
    expect(bodyOf(document)).toBe(
      `<w:p><w:r>${t("One ")}</w:r>` +
        `<w:del w:id="1" ${user}><w:r><w:delText xml:space="preserve">two</w:delText></w:r></w:del>` +
        `<w:ins w:id="2" ${user}><w:r>${t("2")}</w:r></w:ins>` +
        `<w:r>${t(" three.")}</w:r></w:p>`,
    );
  });

  it("with tracking on takes the user's own insertion away and leaves others' as deleted", async () => {
    const own = change("ins", run("mine"), "Amara Osei");
    const { Word, document } = await openWord({
      body: paragraph(own) + paragraph(change("ins", run("theirs"))),
    });
    await Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackAll";
      context.document.body.search("mine").getFirst().delete();
      context.document.body.search("theirs").getFirst().delete();
      await context.sync();
    });
    expect(document.text).toBe("\ntheirs");
    expect(bodyOf(document)).toMatch(/<w:ins [^>]*Dana Brandt[^>]*><w:del [^>]*Amara Osei/);
  });

  it("with tracking on marks a new paragraph's mark", async () => {
    const { Word, document } = await openWord({ body: paragraph(run("Two.")) });
    await Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackAll";
      context.document.body.insertText("One.\n", "Start");
      await context.sync();
    });
    expect(bodyOf(document)).toMatch(
      /^<w:p><w:pPr><w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr><w:ins /,
    );
  });

  it("keeps the ranges beside it where they are", async () => {
    const { Word, document } = await openWord({ body: paragraph(run("a b a b a")) });
    await Word.run(async (context) => {
      const all = context.document.body.search("a").load("items");
      await context.sync();
      for (const each of all.items) each.insertText("longer", "Replace");
      await context.sync();
    });
    expect(document.text).toBe("longer b longer b longer");
  });
});

describe("delete", () => {
  it("joins the paragraphs whose marks are in the range", async () => {
    const { Word, document } = await openWord({
      body: paragraph(run("One.")) + paragraph(run("Two.")),
    });
    document.select({ paragraph: 0, offset: 2 });
    await Word.run(async (context) => {
      const [first] = [context.document.body.paragraphs.getFirst()];
      first.delete();
      await context.sync();
    });
    expect(document.text).toBe("Two.");
  });

  it("leaves a body with one empty paragraph", async () => {
    const { Word, document } = await openWord({ body: paragraph(run("One.")) });
    await Word.run(async (context) => {
      context.document.body.paragraphs.getFirst().delete();
      await context.sync();
    });
    expect(bodyOf(document)).toBe("<w:p/>");
  });

  it("with tracking on leaves a paragraph as deleted, with its mark", async () => {
    const { Word, document } = await openWord({
      body: paragraph(run("One.")) + paragraph(run("Two.")),
    });
    await Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackAll";
      context.document.body.paragraphs.getFirst().delete();
      const original = context.document.body.getReviewedText("Original");
      const current = context.document.body.getReviewedText("Current");
      await context.sync();
      expect([original.value, current.value]).toEqual(["One.\nTwo.", "Two."]);
    });
    expect(document.text).toBe("One.\nTwo.");
  });
});

describe("insertParagraph", () => {
  it("stands beside a paragraph and looks like it", async () => {
    const { Word, document } = await openWord({
      body: paragraph(run("One."), '<w:jc w:val="right"/>'),
    });
    await Word.run(async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      first.insertParagraph("Zero.", "Before");
      first.insertParagraph("Two.", "After").load("text");
      context.document.body.insertParagraph("Three.", "End");
      context.document.body.insertParagraph("Start.", "Start");
      first.getRange("End").insertParagraph("Half.", "After");
      await context.sync();
    });
    expect(document.text).toBe("Start.\nZero.\nOne.\nHalf.\nTwo.\nThree.");
    expect(bodyOf(document).match(/<w:jc w:val="right"\/>/g)).toHaveLength(6);
  });

  it("with tracking on is inserted with its mark", async () => {
    const { Word, document } = await openWord({ body: paragraph(run("One.")) });
    await Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackMineOnly";
      context.document.body.insertParagraph("Two.", "End");
      const original = context.document.body.getReviewedText("Original");
      await context.sync();
      expect(original.value).toBe("One.");
    });
    expect(bodyOf(document)).toMatch(/<w:rPr><w:ins .*<w:ins .*Two\./);
  });
});

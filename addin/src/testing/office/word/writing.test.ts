import { describe, expect, it } from "vitest";
import { paragraph, run } from "../../wordParts";
import { bodyOf, change, control, failure, openWord } from "./testing";

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

describe("search", () => {
  it("finds words across runs, in any case unless asked", async () => {
    const { Word } = await openWord({
      body: paragraph(run("The Ti") + run("tle") + run(" of the title")),
    });
    await Word.run(async (context) => {
      const any = context.document.body.search("title").load("text");
      const exact = context.document.body.search("title", { matchCase: true }).load("items/text");
      const whole = context.document.body.search("tit", { matchWholeWord: true }).load("items");
      await context.sync();
      expect(any.items.map(({ text }) => text)).toEqual(["Title", "title"]);
      expect(exact.items.map(({ text }) => text)).toEqual(["title"]);
      expect(whole.items).toEqual([]);
    });
  });

  it.each(["", "x".repeat(256)])("refuses no text, and more than 255 characters", async (words) => {
    const { Word } = await openWord({ body: paragraph(run("One.")) });
    const error = await failure(
      Word.run(async (context) => {
        context.document.body.search(words);
        return Promise.resolve();
      }),
    );
    expect(error).toMatchObject({ code: "SearchStringInvalidOrTooLong" });
  });

  it("takes 255 characters", async () => {
    const words = "x".repeat(255);
    const { Word } = await openWord({ body: paragraph(run(words)) });
    await Word.run(async (context) => {
      const found = context.document.body.search(words).load("items");
      await context.sync();
      expect(found.items).toHaveLength(1);
    });
  });
});

describe("A place", () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph(run("Left"))}</w:tc><w:tc>${paragraph(run("Right"))}</w:tc></w:tr></w:tbl>`;

  it("says whether it is empty, its style and its neighbours", async () => {
    const heading = paragraph(run("Title"), '<w:pStyle w:val="Heading1"/>');
    const { Word } = await openWord({ body: heading + paragraph("") });
    await Word.run(async (context) => {
      const first = context.document.body.paragraphs.getFirst().load("style");
      const next = first.getNext();
      const empty = next.getRange("Whole").load("isEmpty,style");
      const none = next.getNextOrNullObject();
      await context.sync();
      expect([first.style, empty.isEmpty, empty.style]).toEqual(["heading 1", true, "Normal"]);
      expect(none.isNullObject).toBe(true);
    });
  });

  it("takes a style by its name, and no name that the document does not have", async () => {
    const { Word, document } = await openWord({ body: paragraph(run("Title")) });
    await Word.run(async (context) => {
      context.document.body.paragraphs.getFirst().style = "Heading 1";
      await context.sync();
    });
    expect(bodyOf(document)).toContain('<w:pStyle w:val="Heading1"/>');
    const error = await failure(
      Word.run((context) => {
        context.document.body.paragraphs.getFirst().style = "Unknown";
        return Promise.resolve();
      }),
    );
    expect(error).toMatchObject({ code: "InvalidArgument" });
  });

  it.each([
    [{ in: { table: 0, row: 0, cell: 1 } }, "TableCell", "Right", 1],
    [{ in: "header" }, "Header", "On each page", -1],
    [{ paragraph: 0 }, "MainDoc", "Body", -1],
    [{ in: { control: "inner" } }, "MainDoc", "Kept", -1],
  ] as const)("of the selection tells where it is: %o", async (at, type, text, cell) => {
    const { Word, document } = await openWord({
      body: paragraph(run("Body")) + table + control("inner", paragraph(run("Kept"))),
      header: paragraph(run("On each page")),
    });
    document.select(at);
    await Word.run(async (context) => {
      const selection = context.document.getSelection();
      const [paragraphs, { parentBody }] = [selection.paragraphs.load("text"), selection];
      const inCell = selection.parentTableCellOrNullObject.load("cellIndex");
      const inTable = selection.parentTableOrNullObject.load("rowCount");
      parentBody.load("type");
      await context.sync();
      expect(parentBody.type).toBe(type);
      expect(paragraphs.items.map((each) => each.text)).toEqual([text]);
      expect(inTable.isNullObject).toBe(cell < 0);
      expect(inCell.isNullObject ? -1 : inCell.cellIndex).toBe(cell);
    });
  });

  it("is selected, and the selection is where it was", async () => {
    const { Word, document } = await openWord({ body: paragraph(run("One two three.")) });
    await Word.run(async (context) => {
      context.document.body.search("two").getFirst().select();
      const selection = context.document.getSelection().load("text");
      context.document.body.search("three").getFirst().select("Start");
      const cursor = context.document.getSelection();
      cursor.insertText("|", "Start");
      await context.sync();
      expect(selection.text).toBe("two");
    });
    expect(document.text).toBe("One two |three.");
  });

  it("of a bookmark is what the bookmark is around", async () => {
    const marked = `<w:bookmarkStart w:id="7" w:name="Dates"/>${run("1 May")}<w:bookmarkEnd w:id="7"/>`;
    const { Word } = await openWord({ body: paragraph(run("On ") + marked) });
    await Word.run(async (context) => {
      const range = context.document.getBookmarkRangeOrNullObject("Dates").load("text");
      const none = context.document.getBookmarkRangeOrNullObject("Names");
      await context.sync();
      expect(range.text).toBe("1 May");
      expect(none.isNullObject).toBe(true);
    });
  });

  it.each([
    ["Start", ">One."],
    ["End", "One.>"],
    ["Content", ">"],
  ] as const)("has a range at its %s", async (where, text) => {
    const { Word, document } = await openWord({ body: paragraph(run("One.")) });
    await Word.run(async (context) => {
      context.document.body.paragraphs.getFirst().getRange(where).insertText(">", "Replace");
      await context.sync();
    });
    expect(document.text).toBe(text);
  });
});

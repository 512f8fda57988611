import { describe, expect, it } from "vitest";
import { paragraph, run } from "../../wordParts";
import { bodyOf, control, failure, openWord } from "./testing";

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

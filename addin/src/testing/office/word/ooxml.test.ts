import { describe, expect, it } from "vitest";
import { namespaces, paragraph, run } from "../../wordParts";
import {
  bodyOf,
  change,
  control,
  failure,
  flatOpc,
  openWord,
  relationships,
  relationshipsType,
  wordType,
} from "./testing";

const redline =
  run("Moved forward ") +
  change("del", '<w:r><w:delText xml:space="preserve">as planned</w:delText></w:r>') +
  change("ins", run("with a delay"));
const two = paragraph(run("Moved forward as planned.")) + paragraph(run("Next."));

describe("insertOoxml with tracking off", () => {
  it("keeps tracked changes with their author and date (office-js#6903)", async () => {
    const { Word, document } = await openWord({ body: two });
    await Word.run(async (context) => {
      context.document.body.paragraphs
        .getFirst()
        .insertOoxml(flatOpc(paragraph(redline)), "Replace");
      await context.sync();
    });
    expect(bodyOf(document)).toBe(paragraph(redline) + paragraph(run("Next.")));
  });

  it.each([
    ["Replace", "New 1\nNew 2\nNext."],
    ["Start", "New 1\nNew 2Moved forward as planned.\nNext."],
    ["End", "Moved forward as planned.New 1\nNew 2\nNext."],
  ] as const)("puts two paragraphs at %s of a paragraph", async (where, text) => {
    const { Word, document } = await openWord({ body: two });
    const blocks = paragraph(run("New 1")) + paragraph(run("New 2"));
    await Word.run(async (context) => {
      context.document.body.paragraphs.getFirst().insertOoxml(flatOpc(blocks), where);
      await context.sync();
    });
    expect(document.text).toBe(text);
  });

  it.each([
    ["Replace", "Moved new as planned."],
    ["Before", "Moved newforward as planned."],
    ["After", "Moved forwardnew as planned."],
    ["Start", "Moved newforward as planned."],
    ["End", "Moved forwardnew as planned."],
  ] as const)(
    "puts the content of one paragraph at %s of a range into its line",
    async (where, text) => {
      const { Word, document } = await openWord({
        body: paragraph(run("Moved forward as planned.")),
      });
      await Word.run(async (context) => {
        const range = context.document.body.search("forward").getFirst();
        range.insertOoxml(flatOpc(paragraph(run("new"))), where);
        await context.sync();
      });
      expect(document.text).toBe(text);
    },
  );

  it.each([
    ["Replace", "New"],
    ["Start", "New\nMoved forward as planned.\nNext."],
    ["End", "Moved forward as planned.\nNext.\nNew"],
  ] as const)("puts blocks at %s of the body", async (where, text) => {
    const { Word, document } = await openWord({ body: two });
    await Word.run(async (context) => {
      const range = context.document.body.insertOoxml(flatOpc(paragraph(run("New"))), where);
      range.load("text");
      await context.sync();
      expect(range.text).toBe("New");
    });
    expect(document.text).toBe(text);
    expect(document.bodyXml).toMatch(/<w:sectPr>.*<\/w:sectPr><\/w:body>$/);
  });

  it("replaces what is in a control around blocks, and in one within a line", async () => {
    const { Word, document } = await openWord({
      body:
        control("block", two) + paragraph(run("On ") + control("line", run("1 May")) + run(".")),
    });
    await Word.run(async (context) => {
      const { contentControls } = context.document;
      contentControls
        .getByTag("block")
        .getFirst()
        .insertOoxml(flatOpc(paragraph(redline)), "Replace");
      contentControls
        .getByTag("line")
        .getFirst()
        .insertOoxml(flatOpc(paragraph(run("2 May"))), "Replace");
      await context.sync();
    });
    expect(bodyOf(document)).toBe(
      control("block", paragraph(redline)) +
        paragraph(run("On ") + control("line", run("2 May")) + run(".")),
    );
  });

  it("gives a tracked change whose id is taken another one", async () => {
    const { Word, document } = await openWord({ body: paragraph(change("ins", run("There"))) });
    await Word.run(async (context) => {
      context.document.body.insertOoxml(flatOpc(paragraph(redline)), "End");
      await context.sync();
    });
    const ids = [...document.bodyXml.matchAll(/w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.filter((id) => id === "900")).toHaveLength(1);
  });

  it("brings the comments, styles and links that the blocks refer to", async () => {
    const commented = `<w:commentRangeStart w:id="0"/>${run("45")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;
    const link = `<w:hyperlink r:id="r9">${run("here")}</w:hyperlink>`;
    const ooxml = flatOpc(paragraph(commented + link, '<w:pStyle w:val="Note"/>'), [
      {
        name: "word/_rels/document.xml.rels",
        type: relationshipsType,
        xml: relationships(
          ["r8", "comments", "comments.xml"],
          ["r7", "styles", "styles.xml"],
        ).replace(
          "</Relationships>",
          '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>',
        ),
      },
      {
        name: "word/comments.xml",
        type: `${wordType}.comments+xml`,
        xml: `<w:comments ${namespaces}><w:comment w:id="0" w:author="HandoffOffice checks">${paragraph(run("Not in the record."))}</w:comment></w:comments>`,
      },
      {
        name: "word/styles.xml",
        type: `${wordType}.styles+xml`,
        xml: `<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/></w:style></w:styles>`,
      },
    ]);
    const { Word, document } = await openWord({
      body: two,
      comments: `<w:comment w:id="0" w:author="Dana">${paragraph(run("Earlier."))}</w:comment>`,
    });
    await Word.run(async (context) => {
      context.document.body.insertOoxml(ooxml, "End");
      const comments = context.document.body.getComments().load("content,authorName");
      const last = context.document.body.paragraphs.getLast().load("style");
      await context.sync();
      expect(comments.items.map((each) => [each.authorName, each.content])).toEqual([
        ["HandoffOffice checks", "Not in the record."],
      ]);
      expect(last.style).toBe("Note");
    });
    expect(
      document.parts.relationships("word/document.xml").filter(({ external }) => external),
    ).toMatchObject([{ target: "https://example.org/" }]);
  });

  it.each(["", "<html/>", "<pkg:package", flatOpc("")])(
    "refuses what is no package: %s",
    async (ooxml) => {
      const { Word, document } = await openWord({ body: two });
      const error = await failure(
        Word.run((context) => {
          context.document.body.insertOoxml(ooxml, "Replace");
          return Promise.resolve();
        }),
      );
      expect(error).toMatchObject({ code: "InvalidArgument" });
      expect(document.text).toBe("Moved forward as planned.\nNext.");
    },
  );
});

describe("insertOoxml with tracking on", () => {
  it("deletes everything and inserts it again, as the user (office-js#334, #559)", async () => {
    const { Word, document } = await openWord({ body: two });
    await Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackAll";
      const first = context.document.body.paragraphs.getFirst();
      const same = first.getOoxml();
      await context.sync();
      first.insertOoxml(same.value, "Replace");
      const changes = context.document.body.getTrackedChanges().load("type,text,author");
      await context.sync();
      expect(changes.items.map(({ type, text, author }) => [type, text, author])).toEqual([
        ["Deleted", "Moved forward as planned.\n", "Amara Osei"],
        ["Added", "Moved forward as planned.\n", "Amara Osei"],
      ]);
    });
    expect(document.text).toBe("Moved forward as planned.\nMoved forward as planned.\nNext.");
  });

  it("leaves a paragraph out that comes in as deleted", async () => {
    const gone = '<w:rPr><w:del w:id="3" w:author="Dana Brandt"/></w:rPr>';
    const old = change("del", '<w:r><w:delText xml:space="preserve">Old.</w:delText></w:r>');
    const { Word, document } = await openWord({ body: two });
    await Word.run((context) => {
      context.document.changeTrackingMode = "TrackAll";
      const blocks = paragraph(old, gone) + paragraph(run("New."));
      context.document.body.insertOoxml(flatOpc(blocks), "End");
      return Promise.resolve();
    });
    expect(document.text).toBe("Moved forward as planned.\nNext.\nNew.");
  });

  it("takes tracked changes that come in as they read now", async () => {
    const { Word, document } = await openWord({ body: paragraph(run("Status: ")) });
    await Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackAll";
      const range = context.document.body.paragraphs.getFirst();
      range.insertOoxml(flatOpc(paragraph(redline)), "End");
      await context.sync();
    });
    expect(document.text).toBe("Status: Moved forward with a delay");
    expect(bodyOf(document)).not.toContain("Dana Brandt");
  });
});

describe("getOoxml", () => {
  it("gives a package that can be inserted elsewhere", async () => {
    const { Word, document } = await openWord({
      body: paragraph(run("One ") + run("two", "<w:b/>") + run(" three")),
    });
    await Word.run(async (context) => {
      const part = context.document.body.search("e two th").getFirst().getOoxml();
      await context.sync();
      context.document.body.insertOoxml(part.value, "End");
      await context.sync();
    });
    expect(document.text).toBe("One two three\ne two th");
    expect(bodyOf(document)).toContain(
      `<w:p>${run("e ")}${run("two", "<w:b/>")}${run(" th")}</w:p>`,
    );
  });
});

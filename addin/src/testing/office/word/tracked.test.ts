import { describe, expect, it } from "vitest";
import { deletedRun, paragraph, run } from "../../wordParts";
import { bodyOf, change, failure, openWord } from "./testing";

const date = 'w:author="Dana Brandt" w:date="2026-11-01T08:00:00Z"';
const inserted = `<w:rPr><w:ins w:id="5" ${date}/></w:rPr>`;
const deleted = `<w:rPr><w:del w:id="6" ${date}/></w:rPr>`;
const bolder = run(
  "loud",
  `<w:b/><w:rPrChange w:id="7" ${date}><w:rPr><w:i/></w:rPr></w:rPrChange>`,
);
const centred = `<w:jc w:val="center"/><w:pPrChange w:id="8" ${date}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>`;

const one = paragraph(
  run("We ") + change("del", deletedRun("may")) + change("ins", run("will")) + run(" test."),
);

describe("Tracked changes", () => {
  it("are listed with type, author, date and text", async () => {
    const { Word } = await openWord({ body: one });
    await Word.run(async (context) => {
      const changes = context.document.body.getTrackedChanges().load();
      await context.sync();
      expect(changes.items.map((each) => [each.type, each.author, each.text])).toEqual([
        ["Deleted", "Dana Brandt", "may"],
        ["Added", "Dana Brandt", "will"],
      ]);
      expect(changes.items[0]?.date).toEqual(new Date("2026-11-01T08:00:00Z"));
    });
  });

  it("of one author and time that follow on each other are one, across a paragraph's mark", async () => {
    const { Word } = await openWord({
      body:
        paragraph(change("ins", run("One.") + run(" Two.")), inserted) +
        paragraph(change("ins", run("Three.")) + run(" Kept.")),
    });
    await Word.run(async (context) => {
      const changes = context.document.body.getTrackedChanges().load("text");
      await context.sync();
      expect(changes.items.map(({ text }) => text)).toEqual(["One. Two.\nThree."]);
    });
  });

  it("of a part of the document are those of that part", async () => {
    const { Word } = await openWord({ body: one + paragraph(change("ins", run("Added."))) });
    await Word.run(async (context) => {
      const last = context.document.body.paragraphs.getLast().getTrackedChanges().load("text");
      const range = context.document.body
        .search("will")
        .getFirst()
        .getTrackedChanges()
        .load("text");
      await context.sync();
      expect(last.items.map(({ text }) => text)).toEqual(["Added."]);
      expect(range.items.map(({ text }) => text)).toEqual(["will"]);
    });
  });

  it("lead to the next one, and to their range", async () => {
    const { Word } = await openWord({ body: one });
    await Word.run(async (context) => {
      const first = context.document.body.getTrackedChanges().getFirst();
      const next = first.getNext().load("text");
      const none = first.getNext().getNextOrNullObject();
      const range = next.getRange().load("text");
      await context.sync();
      expect([next.text, range.text, none.isNullObject]).toEqual(["will", "will", true]);
      next.getNext();
      expect(await failure(context.sync())).toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("are none where there are none", async () => {
    const { Word } = await openWord({ body: paragraph(run("Plain.")) });
    await Word.run(async (context) => {
      const changes = context.document.body.getTrackedChanges();
      const none = changes.getFirstOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      changes.getFirst();
      expect(await failure(context.sync())).toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("that were settled are not found any more", async () => {
    const { Word } = await openWord({ body: one });
    await Word.run(async (context) => {
      const first = context.document.body.getTrackedChanges().getFirst();
      first.accept();
      await context.sync();
      first.reject();
      expect(await failure(context.sync())).toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("of a header are settled there", async () => {
    const { Word, document } = await openWord({
      body: one,
      header: paragraph(change("ins", run("New"))),
    });
    document.select({ in: "header" });
    await Word.run(async (context) => {
      context.document.getSelection().parentBody.getTrackedChanges().rejectAll();
      await context.sync();
    });
    expect(document.headers.map((each) => each.textContent)).toEqual([""]);
  });
});

describe("Settling every change", () => {
  it.each([
    ["an insertion", paragraph(change("ins", run("New"))), paragraph(run("New")), "<w:p/>"],
    ["a deletion", paragraph(change("del", deletedRun("Old"))), "<w:p/>", paragraph(run("Old"))],
    [
      "an inserted paragraph mark",
      paragraph(run("A"), inserted) + paragraph(run("B")),
      paragraph(run("A")) + paragraph(run("B")),
      paragraph(run("A") + run("B")),
    ],
    [
      "a deleted paragraph mark",
      paragraph(run("A"), deleted) + paragraph(run("B")),
      paragraph(run("A") + run("B")),
      paragraph(run("A")) + paragraph(run("B")),
    ],
    [
      "a deleted paragraph",
      paragraph(change("del", deletedRun("A")), deleted) + paragraph(run("B")),
      paragraph(run("B")),
      paragraph(run("A")) + paragraph(run("B")),
    ],
    [
      "a look",
      paragraph(bolder),
      paragraph(run("loud", "<w:b/>")),
      paragraph(run("loud", "<w:i/>")),
    ],
    [
      "a paragraph's look",
      paragraph(run("A"), centred),
      paragraph(run("A"), '<w:jc w:val="center"/>'),
      paragraph(run("A"), '<w:jc w:val="left"/>'),
    ],
  ])("accepts and rejects %s", async (_name, body, accepted, rejected) => {
    for (const [decide, expected] of [
      ["acceptAll", accepted],
      ["rejectAll", rejected],
    ] as const) {
      const { Word, document } = await openWord({ body });
      await Word.run(async (context) => {
        context.document.body.getTrackedChanges()[decide]();
        const left = context.document.body.getTrackedChanges().load("items");
        await context.sync();
        expect(left.items).toEqual([]);
      });
      expect(bodyOf(document)).toBe(expected);
    }
  });

  it("undoes what was written with tracking on", async () => {
    const { Word, document } = await openWord({
      body: paragraph(run("One two three.")) + paragraph(run("Four.")),
    });
    const text = document.text;
    await Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackAll";
      context.document.body.search("two").getFirst().insertText("2\n3", "Replace");
      context.document.body.insertParagraph("Five.", "End");
      context.document.body.search("Four").getFirst().delete();
      await context.sync();
      context.document.body.getTrackedChanges().rejectAll();
      await context.sync();
    });
    expect(document.text).toBe(text);
  });
});

describe("The text", () => {
  it("has deletions in it, and getReviewedText has the text before and after (office-js#1267)", async () => {
    const { Word } = await openWord({ body: one });
    await Word.run(async (context) => {
      const { body } = context.document;
      body.load("text");
      const [original, current] = [
        body.getReviewedText("Original"),
        body.getReviewedText("Current"),
      ];
      await context.sync();
      expect([body.text, original.value, current.value]).toEqual([
        "We maywill test.",
        "We may test.",
        "We will test.",
      ]);
    });
  });
});

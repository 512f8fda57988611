import { describe, expect, it } from "vitest";
import { deletedRun, paragraph, run } from "../../wordParts";
import { bodyOf, change, control, failure, openWord } from "./testing";

const line = paragraph(run("On ") + control("date", run("1 May")) + run("."));

describe("A content control", () => {
  it("is found by tag, title and id, also in a header", async () => {
    const { Word } = await openWord({
      body: control("progress", paragraph(run("Done.")), '<w:alias w:val="Progress"/>') + line,
      header: control("client", paragraph(run("Brandt"))),
    });
    await Word.run(async (context) => {
      const { contentControls } = context.document;
      contentControls.load("tag,id,title");
      const byTitle = contentControls.getByTitle("Progress").getFirst().load("text");
      const byId = contentControls.getById(104).load("text");
      const none = contentControls.getByIdOrNullObject(1);
      await context.sync();
      expect(contentControls.items.map(({ tag }) => tag)).toEqual(["progress", "date", "client"]);
      expect([byTitle.text, byId.text, none.isNullObject]).toEqual(["Done.", "1 May", true]);
      for (const missing of [
        () => contentControls.getByTag("none").getFirst(),
        () => contentControls.getItem(1),
        () => contentControls.getById(1),
      ]) {
        missing();
        expect(await failure(context.sync())).toMatchObject({ code: "ItemNotFound" });
      }
    });
  });

  it("has what is written to it in the file, and reads it back", async () => {
    const { Word, document } = await openWord({ body: line });
    await Word.run(async (context) => {
      const one = context.document.contentControls.getFirst();
      one.set({ title: "Date", color: "#0F4761", appearance: "Hidden", placeholderText: "A date" });
      one.cannotDelete = true;
      await context.sync();
      one.load();
      await context.sync();
      expect(one.toJSON()).toMatchObject({
        title: "Date",
        tag: "date",
        color: "#0F4761",
        appearance: "Hidden",
        cannotDelete: true,
        cannotEdit: false,
        placeholderText: "A date",
        type: "RichText",
      });
    });
    expect(document.bodyXml).toContain('<w:lock w:val="sdtLocked"/>');
    expect(document.bodyXml).toContain('<w:alias w:val="Date"/>');
  });

  it.each([
    ["around a paragraph", (text: string) => paragraph(run(text))],
    ["within a line", (text: string) => paragraph(run("On ") + run(text))],
  ])("is put %s and taken away again", async (name, make) => {
    const { Word, document } = await openWord({ body: make("words") });
    const before = bodyOf(document);
    await Word.run(async (context) => {
      const { body } = context.document;
      const place =
        name === "within a line" ? body.search("words").getFirst() : body.paragraphs.getFirst();
      const made = place.insertContentControl();
      made.tag = "c-1";
      const { parentContentControlOrNullObject: around } = body.search("words").getFirst();
      around.load("tag,text");
      await context.sync();
      expect([around.tag, around.text]).toEqual(["c-1", "words"]);
      expect(document.bodyXml).toContain("<w:sdtContent>");
      made.delete(true);
      await context.sync();
    });
    expect(bodyOf(document)).toBe(before);
  });

  it("goes with its content when that is not kept", async () => {
    const { Word, document } = await openWord({ body: line });
    await Word.run(async (context) => {
      context.document.contentControls.getFirst().delete(false);
      await context.sync();
    });
    expect(bodyOf(document)).toBe(paragraph(run("On ") + run(".")));
  });

  it("holds a tracked change whole", async () => {
    const { Word, document } = await openWord({
      body: paragraph(
        run("It ") + change("del", deletedRun("may")) + change("ins", run("will")) + run(" do."),
      ),
    });
    await Word.run(async (context) => {
      const made = context.document.body.search("maywill").getFirst().insertContentControl();
      const changes = made.getTrackedChanges().load("text");
      await context.sync();
      expect(changes.items.map(({ text }) => text)).toEqual(["may", "will"]);
    });
    expect(document.text).toBe("It maywill do.");
  });

  it("takes text and paragraphs in it and beside it", async () => {
    const { Word, document } = await openWord({
      body: control("block", paragraph(run("Inside."))),
    });
    await Word.run(async (context) => {
      const one = context.document.contentControls.getFirst();
      one.insertText("Very ", "Start");
      one.insertParagraph("Last inside.", "End");
      one.insertParagraph("Before.", "Before");
      one.insertParagraph("After.", "After");
      one.load("text");
      const inside = one.paragraphs.load("text");
      await context.sync();
      expect(one.text).toBe("Very Inside.\nLast inside.");
      expect(inside.items).toHaveLength(2);
    });
    expect(document.text).toBe("Before.\nVery Inside.\nLast inside.\nAfter.");
  });

  it.each(["contentLocked", "sdtContentLocked"])(
    "that is %s takes no write in it",
    async (lock) => {
      const { Word, document } = await openWord({
        body: control("block", paragraph(run("Kept.")), `<w:lock w:val="${lock}"/>`),
      });
      await Word.run(async (context) => {
        const one = context.document.contentControls.getFirst();
        for (const write of [
          () => one.insertText("New", "Replace"),
          () => one.insertParagraph("New", "End"),
          () => one.paragraphs.getFirst().delete(),
          () => one.search("Kept").getFirst().insertText("New", "Start"),
        ]) {
          write();
          expect(await failure(context.sync())).toMatchObject({ code: "AccessDenied" });
        }
      });
      expect(document.text).toBe("Kept.");
    },
  );

  it("that cannot be deleted is not", async () => {
    const { Word } = await openWord({
      body: control("block", paragraph(run("Kept.")), '<w:lock w:val="sdtLocked"/>'),
    });
    const error = await failure(
      Word.run((context) => {
        context.document.contentControls.getFirst().delete(true);
        return Promise.resolve();
      }),
    );
    expect(error).toMatchObject({ code: "AccessDenied" });
  });
});

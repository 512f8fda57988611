import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { paragraph, run } from "../../wordParts";
import { bodyOf, failure, openWord } from "./testing";
import { simulateWord } from "./word";

const body = paragraph(run("On 1 May.")) + paragraph(run("Done."));
const seal = '<seal xmlns="urn:example:seal"><digest>0a</digest></seal>';

describe("Custom XML parts", () => {
  it("are added, found by namespace and id, read, rewritten and deleted", async () => {
    const { Word, document } = await openWord({ body });
    const names = document.parts.names;
    await Word.run(async (context) => {
      const { customXmlParts } = context.document;
      const made = customXmlParts.add(seal).load("id,namespaceUri");
      const own = customXmlParts.getByNamespace("urn:example:seal");
      const only = own.getOnlyItem();
      const xml = only.getXml();
      await context.sync();
      expect(made.namespaceUri).toBe("urn:example:seal");
      expect(xml.value).toBe(seal);

      customXmlParts.getItem(made.id).setXml(seal.replace("0a", "0b"));
      const again = only.getXml();
      own.load("items");
      await context.sync();
      expect(again.value).toContain("0b");
      expect(own.items).toHaveLength(1);

      only.delete();
      const none = customXmlParts.getByNamespace("urn:example:seal").getOnlyItemOrNullObject();
      customXmlParts.load("items");
      await context.sync();
      expect([none.isNullObject, customXmlParts.items.length]).toEqual([true, 0]);
      customXmlParts.getItem(made.id);
      expect(await failure(context.sync())).toMatchObject({ code: "ItemNotFound" });
    });
    expect(document.parts.names).toEqual(names);
  });

  it("are in the file, with their properties and content type", async () => {
    const { Word, document } = await openWord({ body });
    await Word.run((context) => {
      context.document.customXmlParts.add(seal);
      return Promise.resolve();
    });
    const zip = await JSZip.loadAsync(await document.file());
    expect(await zip.file("customXml/item1.xml")?.async("string")).toBe(seal);
    expect(zip.file("customXml/itemProps1.xml")).not.toBeNull();
    expect(await zip.file("[Content_Types].xml")?.async("string")).toContain(
      "/customXml/itemProps1.xml",
    );
  });

  it("take no text that is not XML", async () => {
    const { Word } = await openWord({ body });
    const error = await failure(
      Word.run((context) => {
        context.document.customXmlParts.add("seal");
        return Promise.resolve();
      }),
    );
    expect(error).toMatchObject({ code: "InvalidArgument" });
  });
});

describe("Comments", () => {
  it("are hung on a range, read, changed, resolved and deleted", async () => {
    const { Word, document } = await openWord({ body });
    const before = bodyOf(document);
    await Word.run(async (context) => {
      const range = context.document.body.search("1 May").getFirst();
      const made = range.insertComment("Not in the record.\nPlease look.");
      made.load();
      await context.sync();
      expect([made.authorName, made.content, made.resolved]).toEqual([
        "Amara Osei",
        "Not in the record.\nPlease look.",
        false,
      ]);
      expect(made.creationDate).toEqual(new Date("2026-11-29T09:00:00Z"));
      const hung = made.getRange().load("text");
      made.content = "It is there.";
      made.resolved = true;
      made.load("resolved");
      const all = context.document.body.getComments().load("content,id");
      const ofLast = context.document.body.paragraphs.getLast().getComments().load("items");
      await context.sync();
      expect([hung.text, made.resolved]).toEqual(["1 May", true]);
      expect(all.items.map(({ content, id }) => [content, id])).toEqual([
        ["It is there.", made.id],
      ]);
      expect(ofLast.items).toEqual([]);
      made.delete();
      const none = context.document.body.getComments().getFirstOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    expect(document.text).toBe("On 1 May.\nDone.");
    expect(bodyOf(document)).not.toMatch(/comment/);
    expect(before).not.toMatch(/comment/);
  });

  it("can hang on a whole paragraph", async () => {
    const { Word, document } = await openWord({ body });
    await Word.run((context) => {
      context.document.body.paragraphs.getLast().getRange("Whole").insertComment("Who says so?");
      return Promise.resolve();
    });
    expect(bodyOf(document)).toContain(
      `<w:p><w:commentRangeStart w:id="0"/>${run("Done.")}<w:commentRangeEnd w:id="0"/>`,
    );
  });
});

describe("A document", () => {
  it("is created from base64 and opened in a window of its own", async () => {
    const { Word, document } = await openWord({ body });
    await Word.run((context) => {
      context.application.createDocument(btoa("another")).open();
      return Promise.resolve();
    });
    expect(document.opened.map((bytes) => new TextDecoder().decode(bytes))).toEqual(["another"]);
  });

  it("is saved", async () => {
    const { Word, document } = await openWord({ body });
    await Word.run((context) => {
      context.document.save();
      return Promise.resolve();
    });
    expect(document.saves).toBe(1);
  });

  it("can be open in two panes: each sees what the other writes", async () => {
    const { Word, document } = await openWord({ body });
    const second = await simulateWord({ docx: document });
    await Word.run((context) => {
      context.document.body.insertText(" First pane.", "End");
      return Promise.resolve();
    });
    await second.Word.run(async (context) => {
      context.document.body.load("text");
      await context.sync();
      expect(context.document.body.text).toBe("On 1 May.\nDone. First pane.");
    });
  });

  it("takes no unknown mode of tracking", async () => {
    const { Word } = await openWord({ body });
    const error = await failure(
      Word.run((context) => {
        Object.assign(context.document, { changeTrackingMode: "On" });
        return Promise.resolve();
      }),
    );
    expect(error).toMatchObject({ code: "InvalidArgument" });
  });

  it("that is protected takes no write at all", async () => {
    const { Word, document, office } = await openWord({ body }, { readOnly: true });
    expect(office.context.document.mode).toBe("readOnly");
    await Word.run(async (context) => {
      const { document: open } = context;
      for (const write of [
        () => open.body.insertText("New", "End"),
        () => open.body.insertParagraph("New", "End"),
        () => open.customXmlParts.add(seal),
        () => open.body.paragraphs.getFirst().delete(),
        () => open.body.search("May").getFirst().insertComment("No."),
        () => open.body.insertContentControl(),
        () => open.save(),
        () => (open.changeTrackingMode = "TrackAll"),
      ]) {
        write();
        expect(await failure(context.sync())).toMatchObject({ code: "AccessDenied" });
      }
    });
    expect(document.text).toBe("On 1 May.\nDone.");
  });
});

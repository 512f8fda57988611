import { describe, expect, it } from "vitest";
import { paragraph, run } from "../../wordParts";
import { control, failure, openWord } from "./testing";

const body = paragraph(run("First line.")) + paragraph(run("Second line."));

describe("An object", () => {
  it("cannot be used after its run, unless it is tracked", async () => {
    const { Word } = await openWord({ body });
    const [lost, kept] = await Word.run(async (context) => {
      const ranges = [
        context.document.body.getRange("Content"),
        context.document.body.getRange("Content"),
      ] as const;
      context.trackedObjects.add(ranges[1]);
      ranges[0].load("text");
      await context.sync();
      return ranges;
    });
    expect(lost.text).toBe("First line.\nSecond line.");
    expect(() => lost.load("text")).toThrow(expect.objectContaining({ code: "InvalidObjectPath" }));
    expect(() => lost.getRange("Start")).toThrow(
      expect.objectContaining({ code: "InvalidObjectPath" }),
    );
    await Word.run(kept, async (context) => {
      kept.load("text");
      await context.sync();
      expect(kept.text).toBe("First line.\nSecond line.");
      kept.untrack();
      expect(() => kept.load("text")).toThrow(
        expect.objectContaining({ code: "InvalidObjectPath" }),
      );
    });
  });

  it("leaves no mark in the file", async () => {
    const { Word, document } = await openWord({ body });
    const before = document.bodyXml;
    await Word.run(async (context) => {
      context.document.body.search("line").load("items");
      context.document.body.paragraphs.getFirst().getRange("Content").load("text");
      await context.sync();
    });
    expect(document.bodyXml).toBe(before);
  });

  it("of a run that failed is not there in the next sync", async () => {
    const { Word } = await openWord({ body });
    const error = await failure(
      Word.run(async (context) => {
        const gone = context.document.contentControls.getById(7);
        const after = context.document.body.getRange("Content");
        expect(await failure(context.sync())).toMatchObject({ code: "ItemNotFound" });
        gone.load("tag");
        after.load("text");
        await context.sync();
      }),
    );
    expect(error).toMatchObject({ code: "InvalidObjectPath" });
  });

  it("that is deleted gives ItemNotFound", async () => {
    const { Word } = await openWord({ body });
    const error = await failure(
      Word.run(async (context) => {
        const first = context.document.body.paragraphs.getFirst();
        first.delete();
        first.load("text");
        await context.sync();
      }),
    );
    expect(error).toMatchObject({ code: "ItemNotFound" });
  });

  it("says after the sync whether it is null, and what is asked of a null object is null too", async () => {
    const { Word } = await openWord({ body });
    await Word.run(async (context) => {
      const none = context.document.contentControls.getByTag("none").getFirstOrNullObject();
      expect(() => none.isNullObject).toThrow(
        expect.objectContaining({ code: "PropertyNotLoaded" }),
      );
      const range = none.getRange("Whole");
      const { body: there } = context.document;
      await context.sync();
      expect([none.isNullObject, range.isNullObject, there.isNullObject]).toEqual([
        true,
        true,
        false,
      ]);
      none.insertText("Nothing", "Replace");
      expect(await failure(context.sync())).toMatchObject({ code: "ItemNotFound" });
    });
  });
});

describe("A run", () => {
  it("ends what it made and forgets what was queued when its function throws", async () => {
    const { Word, document } = await openWord({ body });
    const error = await failure(
      Word.run((context) => {
        context.document.body.insertText("Never", "Start");
        return Promise.reject(new Error("of the add-in"));
      }),
    );
    expect(error).toMatchObject({ message: "of the add-in" });
    expect(document.text).toBe("First line.\nSecond line.");
  });

  it("must be given a function that returns a promise", async () => {
    const { Word } = await openWord({ body });
    const run_ = Reflect.apply(Word.run, undefined, [() => 1]) as Promise<unknown>;
    expect(await failure(run_)).toMatchObject({ code: "RunMustReturnPromise" });
  });

  it("passes on what its function gives", async () => {
    const { Word } = await openWord({ body });
    expect(await Word.run(() => Promise.resolve(7))).toBe(7);
  });
});

describe("load", () => {
  const twoControls = control("one", paragraph(run("A"))) + control("three", paragraph(run("B")));

  it.each([
    ["a path with a slash", "items/tag,items/text"],
    ["names of the items", "tag,text"],
    ["a list", ["tag", "text"]],
    ["an object", { tag: true, text: true }],
    ["select", { select: "tag,text" }],
    ["everything", undefined],
    ["$all", { $all: true }],
    ["items alone", "items"],
  ])("takes %s", async (_name, option) => {
    const { Word } = await openWord({ body: twoControls });
    await Word.run(async (context) => {
      const { contentControls } = context.document;
      context.load(contentControls, option as string);
      await context.sync();
      expect(contentControls.items.map(({ tag, text }) => [tag, text])).toEqual([
        ["one", "A"],
        ["three", "B"],
      ]);
    });
  });

  it("leaves what it was not asked for", async () => {
    const { Word } = await openWord({ body: twoControls });
    await Word.run(async (context) => {
      const { contentControls } = context.document;
      expect(() => contentControls.items).toThrow(
        expect.objectContaining({ code: "PropertyNotLoaded" }),
      );
      contentControls.load("tag");
      await context.sync();
      expect(() => contentControls.items[0]?.title).toThrow(
        expect.objectContaining({ code: "PropertyNotLoaded" }),
      );
    });
  });

  it("follows objects within objects, and takes a part of a collection", async () => {
    const { Word } = await openWord({ body: twoControls });
    await Word.run(async (context) => {
      const { paragraphs } = context.document.body;
      paragraphs.load("text,parentContentControlOrNullObject/tag");
      const { contentControls } = context.document;
      contentControls.load({ select: "tag", top: 1, skip: 1 });
      await context.sync();
      expect(paragraphs.items.map((each) => each.parentContentControlOrNullObject.tag)).toEqual([
        "one",
        "three",
      ]);
      expect(contentControls.items.map(({ tag }) => tag)).toEqual(["three"]);
    });
  });

  it("takes nested objects", async () => {
    const { Word } = await openWord({ body: twoControls });
    await Word.run(async (context) => {
      const first = context.document.contentControls.getFirst();
      first.load({ tag: true, parentBody: { type: true } });
      await context.sync();
      expect([first.tag, first.parentBody.type]).toEqual(["one", "MainDoc"]);
      expect(first.toJSON()).toEqual({ tag: "one" });
    });
  });
});

import { describe, expect, it } from "vitest";
import { NotInOfficeJs, NotModelled } from "../strict";
import { profiles } from "../profiles";
import { paragraph, run } from "../../wordParts";
import { failure, openWord } from "./testing";

const twoLines = paragraph(run("First line.")) + paragraph(run("Second line."));

describe("A property", () => {
  it("throws PropertyNotLoaded before it is loaded and synced", async () => {
    const { Word } = await openWord({ body: twoLines });
    await Word.run(async (context) => {
      const { body } = context.document;
      expect(() => body.text).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
      body.load("text");
      expect(() => body.text).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
      await context.sync();
      expect(body.text).toBe("First line.\nSecond line.");
      expect(() => body.style).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  });

  it("names in its error where it was read", async () => {
    const { Word } = await openWord({ body: twoLines });
    const error = await failure(
      Word.run(async ({ document }) => Promise.resolve(document.body.text)),
    );
    expect(error).toMatchObject({ debugInfo: { errorLocation: "Body.text" } });
  });

  it("that is written reads as written at once, and is in the document after the sync", async () => {
    const { Word, document } = await openWord({ body: twoLines });
    await Word.run(async (context) => {
      context.document.changeTrackingMode = Word.ChangeTrackingMode.trackAll;
      expect(context.document.changeTrackingMode).toBe("TrackAll");
      expect(document.changeTrackingMode).toBe("Off");
      await context.sync();
      expect(document.changeTrackingMode).toBe("TrackAll");
    });
  });

  it("that can only be read takes no value", async () => {
    const { Word } = await openWord({ body: twoLines });
    await Word.run(async ({ document }) => {
      expect(() => Object.assign(document.body, { text: "New" })).toThrow(TypeError);
      return Promise.resolve();
    });
  });
});

describe("A member", () => {
  it("that Office.js does not have throws at once", async () => {
    const { Word } = await openWord({ body: twoLines });
    await Word.run(async (context) => {
      expect(() => Reflect.get(context.document.body, "txt") as unknown).toThrow(NotInOfficeJs);
      expect(() => context.document.body.load("txt")).toThrow(NotInOfficeJs);
      expect(() => Reflect.get(context, "documents") as unknown).toThrow(NotInOfficeJs);
      expect(() => Reflect.get(Word, "runs") as unknown).toThrow(NotInOfficeJs);
      return Promise.resolve();
    });
  });

  it("that the simulator does not model throws at once", async () => {
    const { Word } = await openWord({ body: twoLines });
    await Word.run(async (context) => {
      expect(() => context.document.body.getHtml()).toThrow(NotModelled);
      expect(() => context.document.sections).toThrow(NotModelled);
      expect(() => context.document.body.load("styleBuiltIn")).toThrow(NotModelled);
      return Promise.resolve();
    });
  });

  it.each([
    [profiles.word2019, false],
    [profiles.word2021, false],
    [profiles.wordWindows, true],
    [profiles.wordWeb, true],
    [profiles.wordMac, true],
  ])("of WordApi 1.6 is there where the host has the set: $0.name", async (profile, has) => {
    const { Word, office } = await openWord({ body: twoLines }, { profile });
    expect(office.context.requirements.isSetSupported("WordApi", "1.6")).toBe(has);
    const listing = Word.run(async (context) => {
      context.document.body.getTrackedChanges();
      return context.sync();
    });
    if (has) await listing;
    else expect(await failure(listing)).toMatchObject({ code: "ApiNotFound" });
  });

  it.each([
    [profiles.word2019, ["1.3"]],
    [profiles.word2021, ["1.3", "1.4"]],
    [profiles.wordWeb, ["1.3", "1.4", "1.6"]],
  ])("is there by the ladder of sets: $0.name", async (profile, expected) => {
    const { Word } = await openWord({ body: twoLines }, { profile });
    const rungs: Readonly<Record<string, (body: Word.Body) => unknown>> = {
      "1.3": (body) => body.getRange("Start"),
      "1.4": (body) => body.getComments(),
      "1.6": (body) => body.getTrackedChanges(),
    };
    await Word.run(async (context) => {
      for (const [set, ask] of Object.entries(rungs)) {
        const call = () => ask(context.document.body);
        if (expected.includes(set)) expect(call).not.toThrow();
        else expect(call).toThrow(expect.objectContaining({ code: "ApiNotFound" }));
      }
      return context.sync();
    });
  });

  it("that is loaded on a host without its set rejects the sync", async () => {
    const { Word } = await openWord({ body: twoLines }, { profile: profiles.word2019 });
    const error = await failure(
      Word.run(async (context) => {
        context.document.load("changeTrackingMode");
        await context.sync();
      }),
    );
    expect(error).toMatchObject({ code: "ApiNotFound" });
  });
});

describe("A sync", () => {
  it("runs the queue in order, and what ran before a failure stays done", async () => {
    const { Word, document } = await openWord({ body: twoLines });
    const error = await failure(
      Word.run(async (context) => {
        const { body } = context.document;
        body.insertText(" One.", "End");
        body.contentControls.getById(99).load("tag");
        body.insertText(" Two.", "End");
        await context.sync();
      }),
    );
    expect(error).toMatchObject({
      code: "ItemNotFound",
      debugInfo: { code: "ItemNotFound", errorLocation: "ContentControlCollection.getById" },
    });
    expect(document.text).toBe("First line.\nSecond line. One.");
  });

  it("loads what was there at its place in the queue", async () => {
    const { Word } = await openWord({ body: twoLines });
    await Word.run(async (context) => {
      const { body } = context.document;
      body.load("text");
      body.insertText(" More.", "End");
      await context.sync();
      expect(body.text).toBe("First line.\nSecond line.");
    });
  });

  it("runs by itself at the end of a run", async () => {
    const { Word, document } = await openWord({ body: twoLines });
    await Word.run((context) => {
      context.document.body.insertText(" End.", "End");
      return Promise.resolve();
    });
    expect(document.text).toBe("First line.\nSecond line. End.");
  });

  it("gives the value of a call, which throws ValueNotLoaded before", async () => {
    const { Word } = await openWord({ body: twoLines });
    await Word.run(async (context) => {
      const text = context.document.body.getReviewedText("Current");
      expect(() => text.value).toThrow(expect.objectContaining({ code: "ValueNotLoaded" }));
      await context.sync();
      expect(text.value).toBe("First line.\nSecond line.");
    });
  });
});

import { describe, expect, it } from "vitest";
import { deletedRun, paragraph, run } from "../../wordParts";
import { profiles } from "../profiles";
import { change, failure, openWord } from "./testing";

const one = paragraph(
  run("We ") + change("del", deletedRun("may")) + change("ins", run("will")) + run(" test."),
);
const plain = paragraph(run("Plain."));

/** Whether a promise is still open when everything else is done. */
const isOpen = (promise: PromiseLike<unknown>) =>
  Promise.race([
    Promise.resolve(promise).then(() => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 30)),
  ]);

describe("With its fault turned on", () => {
  it.each([
    [profiles.wordMac, true],
    [profiles.wordWindows, false],
  ])(
    "a sync that inserts and loads hangs on Mac (office-js#6514): $0.name",
    async (profile, hangs) => {
      const { Word, faults } = await openWord({ body: plain }, { profile });
      faults.turnOn("insertAndLoadHangsOnMac");
      await Word.run(async (context) => {
        context.document.body.insertText("New.", "End");
        await context.sync();
        context.document.body.load("text");
        await context.sync();
      });
      const running = Word.run(async (context) => {
        context.document.body.insertText("New.", "End").load("text");
        await context.sync();
      });
      expect(await isOpen(running)).toBe(hangs);
    },
  );

  it("a change that was settled is still listed: it has no properties, and cannot be settled (office-js#6661)", async () => {
    const { Word, faults } = await openWord({ body: one });
    faults.turnOn("ghostChanges");
    await Word.run(async (context) => {
      const { body } = context.document;
      body.getTrackedChanges().acceptAll();
      const ghost = body.getTrackedChanges().getFirst();
      await context.sync();
      ghost.load("text,type");
      expect(await failure(context.sync())).toMatchObject({ code: "ItemNotFound" });
      ghost.accept();
      expect(await failure(context.sync())).toMatchObject({ code: "GeneralException" });
    });
  });

  it("a change that is only listed stops no decision on all (office-js#6661)", async () => {
    const { Word, faults, document } = await openWord({ body: one });
    faults.turnOn("ghostChanges");
    await Word.run(async (context) => {
      context.document.body.getTrackedChanges().getFirst().accept();
      context.document.body.getTrackedChanges().acceptAll();
      return context.sync();
    });
    expect(document.text).toBe("We will test.");
  });

  it("a paragraph without any change lists one (office-js#6661)", async () => {
    const { Word, faults } = await openWord({ body: plain });
    const list = () =>
      Word.run(async (context) => {
        const changes = context.document.body.paragraphs.getFirst().getTrackedChanges();
        const first = changes.getFirstOrNullObject();
        await context.sync();
        return !first.isNullObject;
      });
    expect(await list()).toBe(false);
    faults.turnOn("ghostChanges");
    expect(await list()).toBe(true);
    faults.turnOff("ghostChanges");
    expect(await list()).toBe(false);
  });

  it("no change can be listed while there is a move (office-js#5535)", async () => {
    const moved =
      '<w:moveFrom w:id="1" w:author="Dana Brandt"><w:r><w:t>Moved</w:t></w:r></w:moveFrom>';
    const { Word, faults } = await openWord({ body: paragraph(moved) });
    const list = () =>
      Word.run(async (context) => {
        const changes = context.document.body.getTrackedChanges().load("type");
        await context.sync();
        return changes.items.map(({ type }) => type);
      });
    expect(await list()).toEqual(["Deleted"]);
    faults.turnOn("movesBreakListing");
    expect(await failure(list())).toMatchObject({
      code: "GeneralException",
      debugInfo: { errorLocation: "Body.getTrackedChanges" },
    });
  });

  it.each([
    [profiles.wordWeb, "will "],
    [profiles.wordWindows, "will"],
  ])(
    "the range of a change is longer on the web (office-js#5334): $0.name",
    async (profile, text) => {
      const { Word, faults } = await openWord({ body: one }, { profile });
      faults.turnOn("rangesDifferOnWeb");
      await Word.run(async (context) => {
        const added = context.document.body.getTrackedChanges().getFirst().getNext();
        const range = added.getRange().load("text");
        await context.sync();
        expect(range.text).toBe(text);
      });
    },
  );

  it("a space at the end of an insertion between two runs is lost (office-js#6544)", async () => {
    const { Word, faults, document } = await openWord({
      body: paragraph(run("Titles Queensland ") + run("website")),
    });
    faults.turnOn("whiteSpaceAtRunBoundaries");
    await Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackAll";
      context.document.body.search("website").getFirst().insertText("Office ", "Start");
      const changes = context.document.body.getTrackedChanges().load("text");
      await context.sync();
      expect(changes.items.map(({ text }) => text)).toEqual(["Office"]);
    });
    expect(document.text).toBe("Titles Queensland Officewebsite");
  });

  it.each(["hangs", "rejects"] as const)("the host closed in mid-insert %s", async (how) => {
    const { Word, faults, document } = await openWord({ body: plain });
    faults.closesAt(2, how, 2);
    const running = Word.run(async (context) => {
      context.document.body.load("text");
      await context.sync();
      context.document.changeTrackingMode = "Off";
      context.document.body.insertParagraph("One.", "End");
      context.document.body.insertParagraph("Two.", "End");
      await context.sync();
    });
    if (how === "hangs") expect(await isOpen(running)).toBe(true);
    else expect(await failure(running)).toMatchObject({ code: "GeneralException" });
    expect(document.text).toBe("Plain.\nOne.");
    const later = Word.run(() => Promise.resolve());
    if (how === "hangs") expect(await isOpen(later)).toBe(true);
    else await failure(later);
  });

  it("every sync takes its time", async () => {
    const { Word, faults } = await openWord({ body: plain });
    faults.latency = 60;
    expect(await isOpen(Word.run((context) => context.sync()))).toBe(true);
  });
});

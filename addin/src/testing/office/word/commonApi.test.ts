import { describe, expect, it } from "vitest";
import { NotInOfficeJs, NotModelled } from "../strict";
import { paragraph, run } from "../../wordParts";
import { openWord } from "./testing";
import { WordDocument } from "./wordDocument";

const body = paragraph(run("On 1 May.")) + paragraph(run("Done."));

/** A call with a callback, as a promise of its result. */
const called = <T>(call: (callback: (result: Office.AsyncResult<T>) => void) => void) =>
  new Promise<Office.AsyncResult<T>>((resolve) => call(resolve));

const getFile = ({ context, FileType }: typeof Office, sliceSize?: number) =>
  called<Office.File>((callback) =>
    sliceSize === undefined
      ? context.document.getFileAsync(FileType.Compressed, callback)
      : context.document.getFileAsync(FileType.Compressed, { sliceSize }, callback),
  );

describe("getFileAsync", () => {
  it("gives the file as it is now, in slices", async () => {
    const { Word, office, document } = await openWord({ body });
    await Word.run((context) => {
      context.document.body.insertText(" And more.", "End");
      return Promise.resolve();
    });
    const { value: file } = await getFile(office, 500);
    const bytes: number[] = [];
    for (let at = 0; at < file.sliceCount; at++) {
      const { value } = await called<Office.Slice>((callback) => file.getSliceAsync(at, callback));
      const data = value.data as number[];
      expect(value.size).toBe(data.length);
      bytes.push(...data);
    }
    expect(file.sliceCount).toBe(Math.ceil(file.size / 500));
    const again = await WordDocument.open(Uint8Array.from(bytes));
    expect(again.text).toBe(document.text);
  });

  it("opens no third file before one is closed, and takes no slice over 4 MB", async () => {
    const { office } = await openWord({ body });
    const first = await getFile(office);
    await getFile(office);
    expect((await getFile(office)).error).toMatchObject({ name: "TooManyIncompleteRequests" });
    await called((callback) => first.value.closeAsync(callback));
    expect((await getFile(office, 4 * 1024 * 1024 + 1)).status).toBe("failed");
    expect((await getFile(office)).status).toBe("succeeded");
    const late = await called<Office.Slice>((callback) => first.value.getSliceAsync(0, callback));
    expect(late.status).toBe("failed");
  });
});

describe("The selection", () => {
  it("tells who listens that it has moved, until they stop", async () => {
    const { office, document } = await openWord({ body });
    const events: unknown[] = [];
    const handler = (event?: { readonly type: unknown }) => void events.push(event?.type);
    const type = office.EventType.DocumentSelectionChanged;
    await called((callback) => office.context.document.addHandlerAsync(type, handler, callback));
    document.select({ paragraph: 1 });
    document.select({ paragraph: 0, offset: 3, length: 5 });
    await called((callback) =>
      office.context.document.removeHandlerAsync(type, { handler }, callback),
    );
    document.select({ paragraph: 1 });
    expect(events).toEqual(["documentSelectionChanged", "documentSelectionChanged"]);
  });
});

describe("Office.context", () => {
  it("tells the platform, the language, the address and the sets", async () => {
    const { office } = await openWord({ body }, { language: "de-DE" });
    const { context } = office;
    expect([context.platform, context.host, context.displayLanguage]).toEqual([
      "PC",
      "Word",
      "de-DE",
    ]);
    expect(context.document.url).toMatch(/\.docx$/);
    expect(context.document.mode).toBe("readWrite");
    expect(context.requirements.isSetSupported("WordApi", "1.9")).toBe(true);
    expect(context.requirements.isSetSupported("WordApiOnline", "1.1")).toBe(false);
  });

  it("is as strict as the rest", async () => {
    const { office } = await openWord({ body });
    expect(() => office.context.document.settings).toThrow(NotModelled);
    expect(() => Reflect.get(office.context.document, "file") as unknown).toThrow(NotInOfficeJs);
  });
});

import { docxType } from "../api/call";
import { officeAct, officeCall } from "./officeCall";
import {
  SectionTrouble,
  type OpenDocument,
  type Place,
  type SectionContent,
  type SectionNote,
} from "./OfficeHost";
import { controlOf, findIn, firstPart, partsOf, run, untracked } from "./wordBatch";
import { WordMark, type Reading } from "./WordMark";

/** The largest piece of a file that Word hands out, in bytes. */
const sliceSize = 4_194_304;

/** The root of the custom XML part with the seal, as the server makes it. */
const sealNamespace = "https://handoffoffice.dev/seal/1";

/** Comments of ours are known by their first word: the interface of Word gives them the user's name. */
const signed = "HandoffOffice: ";

const folded = (text: string) => text.split(/\s+/u).filter(Boolean).join(" ");

const wordsOf = (paragraphs: readonly string[]) => folded(paragraphs.join(" "));

/** What a control says with its changes accepted and rejected. */
async function read(context: Word.RequestContext, control: Word.ContentControl): Promise<Reading> {
  const accepted = control.getReviewedText("Current");
  const rejected = control.getReviewedText("Original");
  await context.sync();
  return { accepted: folded(accepted.value), rejected: folded(rejected.value) };
}

/** What stands there (`Word.BodyType`) belongs to no section that the server reads. */
const aside: ReadonlySet<string> = new Set([
  "Header",
  "Footer",
  "Footnote",
  "Endnote",
  "NoteItem",
  "Shape",
]);

/** The control around a place where sections can go, if there is one. Throws where they can't. */
async function usableAround(
  context: Word.RequestContext,
  place: Word.Range,
): Promise<Word.ContentControl | undefined> {
  const around = place.parentContentControlOrNullObject;
  const table = place.parentTableOrNullObject;
  around.load("isNullObject,cannotEdit,tag,title");
  place.parentBody.load("type");
  table.load("isNullObject");
  await context.sync();
  const body = table.isNullObject ? place.parentBody : table.parentBody;
  body.load("type");
  await context.sync();
  if (aside.has(body.type)) throw new SectionTrouble("", "aside");
  if (around.isNullObject) return undefined;
  if (around.cannotEdit) throw new SectionTrouble(around.title || around.tag, "locked");
  return around;
}

/** What a control says once a section is in it. */
const readingOf = ({ accepted, rejected }: SectionContent): Reading => ({
  accepted: wordsOf(accepted),
  rejected: wordsOf(rejected),
});

const isSame = (one: Reading, other: Reading) =>
  one.accepted === other.accepted && one.rejected === other.rejected;

/** The document that is open in Word. */
export class WordDocument implements OpenDocument {
  private readonly draft = new WordMark();

  constructor(
    private readonly office: typeof Office,
    readonly canTrack: boolean,
  ) {}

  marked(): Promise<string | undefined> {
    return this.canTrack ? this.draft.marked() : Promise.resolve(undefined);
  }

  mark(handoffId: string): Promise<void> {
    return this.draft.mark(handoffId);
  }

  unmark(): Promise<void> {
    return this.draft.unmark();
  }

  bookmarks(): Promise<readonly string[]> {
    return run(async (context) => {
      const names = context.document.body.getRange("Content").getBookmarks(false, true);
      await context.sync();
      return names.value;
    });
  }

  prepare(
    sections: readonly { readonly key: string; readonly heading: string | undefined }[],
    place: Place,
  ): Promise<void> {
    return run(async (context) => {
      const missing: (typeof sections)[number][] = [];
      for (const section of sections)
        if (!(await controlOf(context, section.key))) missing.push(section);
      if (missing.length === 0) return;
      const anchor =
        place.kind === "cursor"
          ? context.document.getSelection()
          : context.document.getBookmarkRangeOrNullObject(place.name);
      anchor.load("isNullObject");
      await context.sync();
      if (anchor.isNullObject) throw new SectionTrouble(missing[0]?.key ?? "", "gone");
      const around = await usableAround(context, anchor);
      const inSection = sections.some(({ key }) => key === around?.tag);
      await untracked(context, async () => {
        // All paragraphs first: what is put after a paragraph in a control comes into that control.
        let last: Pick<Word.Paragraph, "insertParagraph"> =
          around && inSection ? around : anchor.paragraphs.getLast();
        const places: [string, string | undefined, Word.Paragraph][] = [];
        for (const { key, heading } of missing) {
          if (heading !== undefined) last = headed(last.insertParagraph(heading, "After"));
          const paragraph = plain(last.insertParagraph("", "After"));
          last = paragraph;
          places.push([key, heading, paragraph]);
        }
        await context.sync();
        for (const [key, heading, paragraph] of places) {
          const control = paragraph.insertContentControl();
          control.tag = key;
          control.title = heading ?? key;
        }
        await context.sync();
      });
    });
  }

  async file(): Promise<Blob> {
    const { document } = this.office.context;
    const file = await officeCall<Office.File>("getFileAsync", (done) =>
      document.getFileAsync("compressed" as unknown as Office.FileType, { sliceSize }, done),
    );
    try {
      const slices: BlobPart[] = [];
      for (let at = 0; at < file.sliceCount; at++) {
        const slice = await officeCall<Office.Slice>("getSliceAsync", (done) =>
          file.getSliceAsync(at, done),
        );
        slices.push(new Uint8Array(slice.data as ArrayLike<number>));
      }
      return new Blob(slices, { type: docxType });
    } finally {
      // Word hands out two files at a time: one that is not closed stands in the way of the next.
      await officeAct("closeAsync", (done) => file.closeAsync(done));
    }
  }

  put(sections: readonly SectionContent[]): Promise<void> {
    return run(async (context) => {
      for (const section of sections) {
        await this.putSection(context, section);
        await this.draft.save(context);
      }
    });
  }

  private async putSection(context: Word.RequestContext, section: SectionContent): Promise<void> {
    const { tag, ooxml } = section;
    const control = await controlOf(context, tag);
    if (!control) throw new SectionTrouble(tag, "gone");
    const wanted = readingOf(section);
    const before = await read(context, control);
    // Put in already, by this pane or by another one.
    if (isSame(before, wanted)) return this.draft.note(tag, before);
    if (!(await this.draft.isKnown(context, tag, before))) throw new SectionTrouble(tag, "changed");
    if (control.cannotEdit) throw new SectionTrouble(tag, "locked");
    await untracked(context, async () => {
      control.insertOoxml(ooxml, "Replace");
      // Loaded in the same breath, it hangs on the Mac (OfficeDev/office-js#6514).
      await context.sync();
      await this.dropLastIfEmpty(context, control, section);
    });
    const after = await read(context, control);
    await this.draft.note(tag, after);
    if (!isSame(after, wanted)) throw new SectionTrouble(tag, "notLanded");
  }

  /** Word ends what is inserted with a paragraph of its own. */
  private async dropLastIfEmpty(
    context: Word.RequestContext,
    control: Word.ContentControl,
    section: SectionContent,
  ): Promise<void> {
    const { paragraphs } = control;
    paragraphs.load("items/text");
    await context.sync();
    const last = paragraphs.items.at(-1);
    const most = Math.max(section.accepted.length, section.rejected.length);
    if (last?.text !== "" || paragraphs.items.length <= Math.max(1, most)) return;
    last.delete();
    await context.sync();
  }

  changed(tags: readonly string[]): Promise<readonly string[]> {
    return run(async (context) => {
      const found: string[] = [];
      for (const tag of tags) {
        const control = await controlOf(context, tag);
        if (control && !(await this.draft.isKnown(context, tag, await read(context, control))))
          found.push(tag);
      }
      return found;
    });
  }

  acknowledge(tags: readonly string[]): Promise<void> {
    return run(async (context) => {
      for (const tag of tags) {
        const control = await controlOf(context, tag);
        if (control) await this.draft.note(tag, await read(context, control));
      }
      await this.draft.save(context);
    });
  }

  comment(notes: readonly SectionNote[]): Promise<void> {
    return run(async (context) => {
      const comments = context.document.body.getComments();
      comments.load("items/content");
      await context.sync();
      for (const one of comments.items) if (one.content.startsWith(signed)) one.delete();
      await context.sync();
      for (const { tag, words, message } of notes) {
        const control = await controlOf(context, tag);
        if (!control) continue;
        const found = words?.trim() ? await findIn(context, control, words) : undefined;
        (found ?? control.getRange("Content")).insertComment(`${signed}${message}`);
        await context.sync();
      }
    });
  }

  sealed(): Promise<string | undefined> {
    if (!this.canTrack) return Promise.resolve(undefined);
    // The proof is JSON, whose quotation marks need no escape in the text of XML. The server says what is true of it.
    return run(
      async (context) =>
        /"handoffId"\s*:\s*"([\w-]+)"/.exec((await firstPart(context, sealNamespace)) ?? "")?.[1],
    );
  }

  text(): Promise<string> {
    return run(async (context) => {
      const { body } = context.document;
      body.load("text");
      await context.sync();
      return body.text;
    });
  }

  putPart(xml: string, namespace: string): Promise<void> {
    return run(async (context) => {
      for (const part of await partsOf(context, namespace)) part.delete();
      const added = context.document.customXmlParts.add(xml);
      await context.sync();
      const back = added.getXml();
      await context.sync();
      if (!back.value.includes(namespace)) throw new SectionTrouble(namespace, "notLanded");
    });
  }
}

function headed(paragraph: Word.Paragraph): Word.Paragraph {
  paragraph.styleBuiltIn = "Heading1";
  return paragraph;
}

/** A paragraph after a heading is one as well until it is told otherwise. */
function plain(paragraph: Word.Paragraph): Word.Paragraph {
  paragraph.styleBuiltIn = "Normal";
  return paragraph;
}

import { answered, officeAct, OfficeCallError, officeCall } from "./officeCall";
import {
  SectionTrouble,
  type OfficeHost,
  type OpenDocument,
  type Place,
  type SectionContent,
  type SectionNote,
  type WordsInSection,
} from "./OfficeHost";
import { docxType } from "../api/call";
import type { Installation } from "../api/types";
import { installationOf } from "./installationOf";
import { saveFile } from "./saveFile";

/** Change tracking can be read and set, comments and custom XML parts are there, from this set on. */
const tracksFrom = "1.4";

/** The largest piece of a file that Word hands out, in bytes. */
const sliceSize = 4_194_304;

/** The root of the custom XML part that says whose draft a document has. */
const markNamespace = "https://handoffoffice.dev/draft/1";

/** Comments of ours are known by their first word: the interface of Word gives them the user's name. */
const signed = "HandoffOffice: ";

/** The longest text that Word searches for. */
const longestSearch = 255;

const folded = (text: string) => text.split(/\s+/u).filter(Boolean).join(" ");

const wordsOf = (paragraphs: readonly string[]) => folded(paragraphs.join(" "));

/** Runs a batch; what Word refuses becomes the error that the store tells of. */
async function run<T>(batch: (context: Word.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await answered("Word.run", Word.run(batch));
  } catch (error) {
    if (error instanceof SectionTrouble || error instanceof OfficeCallError) throw error;
    const { code, message } = error as { code?: unknown; message?: unknown };
    // A fault of ours is no refusal of Word's.
    if (typeof code !== "string") throw error;
    throw new OfficeCallError("Word.run", code, String(message));
  }
}

/** Does something with tracking switched off, and leaves it as it was whatever happens. */
async function untracked<T>(context: Word.RequestContext, work: () => Promise<T>): Promise<T> {
  const { document } = context;
  document.load("changeTrackingMode");
  await context.sync();
  const before = document.changeTrackingMode;
  document.changeTrackingMode = "Off";
  await context.sync();
  try {
    return await work();
  } finally {
    document.changeTrackingMode = before;
    await context.sync();
  }
}

/** The control of a section; undefined where the document has none. */
async function controlOf(
  context: Word.RequestContext,
  tag: string,
): Promise<Word.ContentControl | undefined> {
  const control = context.document.contentControls.getByTag(tag).getFirstOrNullObject();
  control.load("isNullObject,cannotEdit");
  await context.sync();
  return control.isNullObject ? undefined : control;
}

/** The custom XML parts whose root is in a namespace. */
async function partsOf(
  context: Word.RequestContext,
  namespace: string,
): Promise<readonly Word.CustomXmlPart[]> {
  const parts = context.document.customXmlParts.getByNamespace(namespace);
  parts.load("items");
  await context.sync();
  return parts.items;
}

/** The first place of these words in a control; undefined where it does not have them. */
async function findIn(
  context: Word.RequestContext,
  control: Word.ContentControl,
  words: string,
): Promise<Word.Range | undefined> {
  const found = control
    .search(words.slice(0, longestSearch), { matchCase: true })
    .getFirstOrNullObject();
  found.load("isNullObject");
  await context.sync();
  return found.isNullObject ? undefined : found;
}

interface Reading {
  readonly accepted: string;
  readonly rejected: string;
}

/** What a control says with its changes accepted and rejected. */
async function read(context: Word.RequestContext, control: Word.ContentControl): Promise<Reading> {
  const accepted = control.getReviewedText("Current");
  const rejected = control.getReviewedText("Original");
  await context.sync();
  return { accepted: folded(accepted.value), rejected: folded(rejected.value) };
}

/** What a control says once a section is in it. */
const readingOf = ({ accepted, rejected }: SectionContent): Reading => ({
  accepted: wordsOf(accepted),
  rejected: wordsOf(rejected),
});

const isSame = (one: Reading | undefined, other: Reading) =>
  one?.accepted === other.accepted && one.rejected === other.rejected;

class WordDocument implements OpenDocument {
  /** What each section said when it was last put in or looked at. */
  private readonly known = new Map<string, Reading>();

  constructor(
    private readonly office: typeof Office,
    readonly canTrack: boolean,
  ) {}

  marked(): Promise<string | undefined> {
    if (!this.canTrack) return Promise.resolve(undefined);
    return run(async (context) => {
      const [first] = await partsOf(context, markNamespace);
      if (!first) return undefined;
      const xml = first.getXml();
      await context.sync();
      return /handoff="([\w-]+)"/.exec(xml.value)?.[1];
    });
  }

  mark(handoffId: string): Promise<void> {
    return this.putPart(`<draft xmlns="${markNamespace}" handoff="${handoffId}"/>`, markNamespace);
  }

  unmark(): Promise<void> {
    return run(async (context) => {
      for (const part of await partsOf(context, markNamespace)) part.delete();
      await context.sync();
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
      await untracked(context, async () => {
        // All paragraphs first: what is put after a paragraph in a control comes into that control.
        let last = anchor.paragraphs.getLast();
        const places: [string, string | undefined, Word.Paragraph][] = [];
        for (const { key, heading } of missing) {
          if (heading !== undefined) last = headed(last.insertParagraph(heading, "After"));
          last = plain(last.insertParagraph("", "After"));
          places.push([key, heading, last]);
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
      for (const section of sections) await this.putSection(context, section);
    });
  }

  private async putSection(context: Word.RequestContext, section: SectionContent): Promise<void> {
    const { tag, ooxml } = section;
    const control = await controlOf(context, tag);
    if (!control) throw new SectionTrouble(tag, "gone");
    const wanted = readingOf(section);
    const before = await read(context, control);
    if (isSame(before, wanted) && isSame(this.known.get(tag), wanted)) return;
    if (!isSame(this.known.get(tag), before)) throw new SectionTrouble(tag, "changed");
    if (control.cannotEdit) throw new SectionTrouble(tag, "locked");
    await untracked(context, async () => {
      control.insertOoxml(ooxml, "Replace");
      // Loaded in the same breath, it hangs on the Mac (OfficeDev/office-js#6514).
      await context.sync();
      await this.dropLastIfEmpty(context, control, section);
    });
    const after = await read(context, control);
    this.known.set(tag, after);
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
        if (control && !isSame(this.known.get(tag), await read(context, control))) found.push(tag);
      }
      return found;
    });
  }

  recognise(sections: readonly SectionContent[]): Promise<void> {
    return run(async (context) => {
      for (const section of sections.filter(({ tag }) => !this.known.has(tag))) {
        const control = await controlOf(context, section.tag);
        if (!control) continue;
        const reading = await read(context, control);
        if (isSame(readingOf(section), reading)) this.known.set(section.tag, reading);
      }
    });
  }

  acknowledge(tags: readonly string[]): Promise<void> {
    return run(async (context) => {
      for (const tag of tags) {
        const control = await controlOf(context, tag);
        if (control) this.known.set(tag, await read(context, control));
      }
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

/** Word: the pane beside a document. */
export class WordHost implements OfficeHost {
  readonly kind = "Word";
  readonly language: string;
  readonly document: OpenDocument;
  readonly installation: () => Installation | undefined;
  readonly save = saveFile;

  constructor(office: typeof Office) {
    this.language = office.context.displayLanguage;
    const canTrack = office.context.requirements.isSetSupported("WordApi", tracksFrom);
    this.document = new WordDocument(office, canTrack);
    this.installation = () => installationOf(office, "Word");
  }

  reveal(_changeId: string, at?: WordsInSection): void {
    if (!at || !this.document.canTrack) return;
    void run(async (context) => {
      const control = await controlOf(context, at.tag);
      if (!control) return;
      ((await findIn(context, control, at.words)) ?? control).select();
      await context.sync();
    }).catch((error: unknown) => {
      // Where the document is just being closed, there is nothing to scroll.
      if (!(error instanceof OfficeCallError)) throw error;
    });
  }

  onSelect(): () => void {
    return () => undefined;
  }
}

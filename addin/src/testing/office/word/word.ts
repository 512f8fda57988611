import { AsyncCalls } from "../asyncCalls";
import { profiles, supports, type Profile } from "../profiles";
import { strict } from "../strict";
import { Application, wordClasses } from "./classes";
import { commonDocument } from "./commonApi";
import { Faults } from "./faults";
import { wordNamespace } from "./run";
import { WordDocument } from "./wordDocument";

/** Word with one open document, as an add-in sees it. */
export interface SimulatedWord {
  readonly office: typeof Office;
  readonly Word: typeof Word;
  /** The document itself: its file, its XML, where the person has the cursor. */
  readonly document: WordDocument;
  /** Every request that was run, such as `Range.insertText`, and every call of the common API. */
  readonly calls: AsyncCalls;
  readonly faults: Faults;
}

export interface WordOptions {
  /** The .docx that is open; a document that another pane has open already, for a second one on it. */
  readonly docx: Uint8Array | WordDocument;
  readonly profile?: Profile;
  /** Whose edits are tracked. */
  readonly user?: string;
  readonly now?: () => Date;
  readonly language?: string;
  readonly url?: string;
  /** Nothing can be written: the document is protected, or opened to be read. */
  readonly readOnly?: boolean;
}

/** Opens a .docx in a Word that is as strict as the real one. What it does not model throws. */
export async function simulateWord({
  docx,
  profile = profiles.wordWindows,
  user,
  now,
  language = "en-GB",
  url = "https://studio.example/Status report.docx",
  readOnly = false,
}: WordOptions): Promise<SimulatedWord> {
  const document =
    docx instanceof WordDocument
      ? docx
      : await WordDocument.open(docx, {
          ...(user === undefined ? {} : { user }),
          ...(now === undefined ? {} : { now }),
        });
  if (readOnly) document.protected = true;
  const calls = new AsyncCalls();
  const faults = new Faults(profile.platform);
  const word = wordNamespace({
    document,
    profile,
    faults,
    calls,
    classes: wordClasses(faults),
    roots: { document, application: new Application(document) },
    syncs: 0,
  });
  const context = strict<Office.Context>(
    "Office.Context",
    {
      document: commonDocument(document, calls, profile, url),
      displayLanguage: language,
      contentLanguage: language,
      host: profile.host,
      platform: profile.platform,
      diagnostics: { host: profile.host, platform: profile.platform, version: profile.version },
      requirements: {
        isSetSupported: (name: string, version = "1.1") => supports(profile, `${name} ${version}`),
      },
    },
    profile,
  );
  const office = {
    context,
    onReady: () => Promise.resolve({ host: profile.host, platform: profile.platform }),
    FileType: { Text: "text", Compressed: "compressed", Pdf: "pdf" },
    EventType: { DocumentSelectionChanged: "documentSelectionChanged" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
  } as unknown as typeof Office;
  return { office, Word: word, document, calls, faults };
}

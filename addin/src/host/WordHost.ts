import type { Installation } from "../api/types";
import { installationOf } from "./installationOf";
import { OfficeCallError } from "./officeCall";
import type { OfficeHost, OpenDocument, WordsInSection } from "./OfficeHost";
import { saveFile } from "./saveFile";
import { controlOf, findIn, run } from "./wordBatch";
import { WordDocument } from "./WordDocument";

/** Change tracking can be read and set, comments and custom XML parts are there, from this set on. */
const tracksFrom = "1.4";

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

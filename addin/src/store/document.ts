import { asApiError } from "../api/problems";
import type { HandoffView, SectionsView, Workflow } from "../api/types";
import {
  SectionTrouble,
  type OpenDocument,
  type Place,
  type SectionNote,
} from "../host/OfficeHost";
import { strings } from "../strings";
import type { ActionContext } from "./app";
import { oneAtATime } from "./oneAtATime";
import { ready, valueOf } from "./state";
import { callRefusal, withOffice, type OfficeRefusal } from "./withOffice";

const words = strings.document;

export interface DocumentActions {
  /** The names of the document's bookmarks; undefined where they can't be had, which is told. */
  readonly bookmarks: () => Promise<readonly string[] | undefined>;
  /** Takes over what was decided in the document by Word's own means, or typed there. True where something is other than it was on screen. */
  readonly readDocument: () => Promise<boolean>;
  /** Compares the open document with the approved one, and puts the seal into it. */
  readonly sealDocument: () => Promise<void>;
  /** Compares a sealed document with what was approved, where it says something else than when that was done last. */
  readonly compareSealed: () => Promise<void>;
  /** Puts the text back that the document had before the draft. */
  readonly takeBack: () => Promise<void>;
}

export interface DocumentSteps extends DocumentActions {
  /** Hands the open document over as the one that the draft goes into. False where that failed, which is told. */
  readonly handIn: (view: HandoffView, workflow: Workflow, place: Place) => Promise<boolean>;
  /** Brings the open document to how the handoff stands, where it is this handoff's. */
  readonly follow: (view: HandoffView) => Promise<void>;
  /** Finds out whose draft the open document has, and opens that handoff. */
  readonly openMarkedDocument: () => Promise<void>;
}

/** What a finding says, where its words are. */
const notesOf = (view: HandoffView): SectionNote[] =>
  view.findings.map(({ message, changeId, start, length }) => {
    const change = view.changes.find(({ id }) => id === changeId);
    const text = change?.text ?? change?.original ?? undefined;
    return {
      tag: change?.section ?? view.changes[0]?.section ?? "",
      words: length > 0 && text ? text.slice(start, start + length) : text,
      message,
    };
  });

/** Puts sections in; false where the document was changed since, and what it says stays. */
async function putUnlessChanged(
  document: OpenDocument,
  sections: SectionsView["sections"],
): Promise<boolean> {
  try {
    await document.put(sections);
    return true;
  } catch (error) {
    if (error instanceof SectionTrouble && error.kind === "changed") return false;
    throw error;
  }
}

/** What the store does with the document that is open in Word. */
export function documentActions({
  api,
  host,
  store,
  attempt,
  navigate,
  refresh,
}: ActionContext): DocumentSteps {
  const { setState: set, getState: get } = store;
  const open = host.document?.canTrack ? host.document : undefined;
  // Two batches of Word at once would see half of each other.
  const inTurn = oneAtATime();

  const isOwn = (view: HandoffView) => open !== undefined && get().openDocument === view.id;

  const tell = (title: string, refusal: OfficeRefusal) =>
    set({ notice: { intent: "error", title, ...refusal } });

  const ofCall = callRefusal(words.failed);

  const refusalOf = (error: unknown): OfficeRefusal | undefined =>
    error instanceof SectionTrouble
      ? { body: words.trouble[error.kind](error.tag), code: error.kind }
      : ofCall(error);

  /** Asks Word; where it refuses, the screen says what happened and what to do. */
  const withWord = <T>(title: string, run: () => Promise<T>) =>
    withOffice((refusal) => tell(title, refusal), refusalOf, run);

  /** One thing with the document, in its turn, busy under a name. */
  const acting = <T>(key: "document" | "seal", title: string, run: () => Promise<T>) =>
    inTurn(() => attempt(key, () => withWord(title, run)));

  const sectionsOf = async (view: HandoffView) => (await api.sections(view.id)).sections;

  /** Takes over what the document says. Gives the sections with that; undefined where something in it is unclear, which is told. */
  async function takeOver(
    document: OpenDocument,
    view: HandoffView,
  ): Promise<SectionsView["sections"] | undefined> {
    const read = await api.readSections(view.id, await document.file());
    if (valueOf(get().handoff)?.id === view.id) set({ handoff: ready(read.handoff) });
    if (read.decided.length > 0) set({ announcement: words.takenOver(read.decided.length) });
    if (read.unclear.length > 0) {
      tell(words.unclearTitle, { body: words.unclear(read.unclear.join(", ")) });
      return undefined;
    }
    const sections = await sectionsOf(view);
    await document.acknowledge(sections.map(({ tag }) => tag));
    return sections;
  }

  async function show(document: OpenDocument, view: HandoffView): Promise<void> {
    const sections = await sectionsOf(view);
    if (!(await putUnlessChanged(document, sections))) {
      // Somebody decided or typed in the document meanwhile: that counts first.
      const then = await takeOver(document, view);
      if (!then) return;
      await document.put(then);
    }
    const fresh = valueOf(get().handoff);
    const isOpen = fresh?.id === view.id && fresh.state === "InReview";
    await document.comment(isOpen ? notesOf(fresh) : []);
  }

  async function compare(document: OpenDocument, id: string): Promise<void> {
    const text = await document.text();
    const before = get().sealedHere;
    if (before?.id === id && before.text === text) return;
    const { difference } = await api.compareOpenDocument(id, await document.file());
    set({ sealedHere: { id, text, difference: difference ?? undefined } });
  }

  /** Opens the handoff whose seal a document carries, and says whether it was changed since. */
  async function openSealed(document: OpenDocument, id: string): Promise<void> {
    try {
      await compare(document, id);
    } catch (error) {
      const { status } = asApiError(error).problem;
      if (status !== 403 && status !== 404) throw error;
      set({ notice: { intent: "info", title: words.foreignSealTitle, body: words.foreignSeal } });
      return;
    }
    if (get().route.screen === "home") navigate({ screen: "handoff", id });
  }

  const follow = async (view: HandoffView): Promise<void> => {
    if (!open) return;
    await inTurn(async () => {
      const shows = view.state === "InReview" || view.state === "Approved";
      if (isOwn(view) && view.draft != null && shows)
        await attempt("document", () => withWord(words.notShown, () => show(open, view)));
    });
  };

  return {
    follow,

    async bookmarks() {
      return open && withWord(words.notRead, () => open.bookmarks());
    },

    async handIn(view, workflow, place) {
      if (!open) return true;
      const { sections } = workflow.output;
      const stored = await acting("document", words.notHandedIn, async () => {
        await open.prepare(
          sections.map(({ key, heading }) => ({ key, heading: heading ?? undefined })),
          place,
        );
        await open.mark(view.id);
        await open.acknowledge(sections.map(({ key }) => key));
        return api.putDocument(view.id, await open.file());
      });
      if (!stored) return false;
      set({ handoff: ready(stored), openDocument: view.id });
      return true;
    },

    async openMarkedDocument() {
      if (!open) return;
      const id = await withWord(words.notRead, () => open.marked());
      set({ openDocument: id });
      if (id !== undefined && get().route.screen === "home") navigate({ screen: "handoff", id });
      if (id !== undefined) return;
      await acting("document", words.notCompared, async () => {
        const sealed = await open.sealed();
        if (sealed !== undefined) await openSealed(open, sealed);
      });
    },

    async compareSealed() {
      const id = get().sealedHere?.id;
      if (open && id !== undefined)
        await acting("document", words.notCompared, () => compare(open, id));
    },

    async readDocument() {
      const view = valueOf(get().handoff);
      if (!open || !view || !isOwn(view) || view.state !== "InReview") return false;
      const read = await acting("document", words.notRead, async () => {
        const tags = [...new Set(view.changes.map(({ section }) => section))];
        if ((await open.changed(tags)).length === 0) return false;
        await takeOver(open, view);
        return true;
      });
      return read ?? true;
    },

    async sealDocument() {
      const view = valueOf(get().handoff);
      if (!open || !view || !isOwn(view)) return;
      await acting("seal", words.notSealed, async () => {
        // Whoever reviewed may have done so elsewhere. What was typed here meanwhile stays: the server says then how it differs.
        await putUnlessChanged(open, await sectionsOf(view));
        await open.comment([]);
        const key = `open document ${view.id}`;
        const sealed = await api.sealOpenDocument(view.id, key, await open.file());
        await open.putPart(sealed.xml, sealed.xmlNamespace);
        await open.unmark();
        const here = { id: view.id, text: await open.text(), difference: undefined };
        set({ announcement: words.sealedTitle, sealedHere: here });
      });
      await refresh(view.id);
    },

    async takeBack() {
      const view = valueOf(get().handoff);
      if (!open || !view || !isOwn(view)) return;
      await acting("document", words.notTakenBack, async () => {
        await open.put((await api.sections(view.id, true)).sections);
        await open.comment([]);
        await open.unmark();
        set({ openDocument: undefined, announcement: words.takenBack });
      });
    },
  };
}

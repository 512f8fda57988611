import type { HandoffView, SectionsView, Workflow } from "../api/types";
import { OfficeCallError } from "../host/officeCall";
import { SectionTrouble, type Place, type SectionNote } from "../host/OfficeHost";
import { strings } from "../strings";
import type { ActionContext } from "./app";
import { ready, valueOf } from "./state";

const words = strings.document;

export interface DocumentActions {
  /** Takes over what was decided in the document by Word's own means, or typed there. True where something is other than it was on screen. */
  readonly readDocument: () => Promise<boolean>;
  /** Compares the open document with the approved one, and puts the seal into it. */
  readonly sealDocument: () => Promise<void>;
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

/** What the store does with the document that is open in Word. */
export function documentActions({
  api,
  host,
  store,
  attempt,
  navigate,
}: ActionContext): DocumentSteps {
  const { setState: set, getState: get } = store;
  const open = host.document?.canTrack ? host.document : undefined;
  let owner: string | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** One thing at a time with the document: two batches of Word would see half of each other. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = queue.then(run);
    queue = next.catch(() => undefined);
    return next;
  }

  const tell = (title: string, body: string, code?: string) =>
    set({ notice: { intent: "error", title, body, ...(code === undefined ? {} : { code }) } });

  const troubleOf = ({ tag, kind }: SectionTrouble) => words.trouble[kind](tag);

  /** Asks Word; where it refuses, the screen says what happened and what to do. */
  async function withWord<T>(title: string, run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof SectionTrouble) tell(title, troubleOf(error), error.kind);
      else if (error instanceof OfficeCallError)
        tell(title, words.failed(error.message), error.code);
      else throw error;
      return undefined;
    }
  }

  const isOwn = (view: HandoffView) => open !== undefined && owner === view.id;

  async function takeOver(view: HandoffView): Promise<HandoffView | undefined> {
    if (!open) return undefined;
    const file = await open.file();
    const read = await api.readSections(view.id, file);
    if (valueOf(get().handoff)?.id === view.id) set({ handoff: ready(read.handoff) });
    if (read.decided.length > 0) set({ announcement: words.takenOver(read.decided.length) });
    if (read.unclear.length > 0) {
      tell(words.unclearTitle, words.unclear(read.unclear.join(", ")));
      return undefined;
    }
    await open.acknowledge((await api.sections(view.id)).sections.map(({ tag }) => tag));
    return read.handoff;
  }

  async function show(view: HandoffView): Promise<void> {
    if (!open) return;
    const sectionsNow = async (): Promise<SectionsView["sections"]> =>
      (await api.sections(view.id)).sections;
    const sections = await sectionsNow();
    await open.recognise(sections);
    try {
      await open.put(sections);
    } catch (error) {
      if (!(error instanceof SectionTrouble) || error.kind !== "changed") throw error;
      // Somebody decided or typed in the document meanwhile: that counts first.
      if (!(await takeOver(view))) return;
      await open.put(await sectionsNow());
    }
    const fresh = valueOf(get().handoff);
    await open.comment(fresh?.id === view.id && fresh.state === "InReview" ? notesOf(fresh) : []);
  }

  /** Whoever reviewed may have done so elsewhere. What was typed here meanwhile stays: the server says then how it differs. */
  async function bringUpToDate(view: HandoffView): Promise<void> {
    const { sections } = await api.sections(view.id);
    try {
      await open?.put(sections);
    } catch (error) {
      if (!(error instanceof SectionTrouble) || error.kind !== "changed") throw error;
    }
  }

  const follow = (view: HandoffView): Promise<void> =>
    inTurn(async () => {
      if (
        isOwn(view) &&
        view.draft != null &&
        (view.state === "InReview" || view.state === "Approved")
      )
        await attempt("document", () => withWord(words.notShown, () => show(view)));
    });

  return {
    follow,

    async handIn(view, workflow, place) {
      if (!open) return true;
      const { sections } = workflow.output;
      const stored = await inTurn(() =>
        attempt("document", () =>
          withWord(words.notHandedIn, async () => {
            await open.prepare(
              sections.map(({ key, heading }) => ({ key, heading: heading ?? undefined })),
              place,
            );
            await open.mark(view.id);
            await open.acknowledge(sections.map(({ key }) => key));
            return api.putDocument(view.id, await open.file());
          }),
        ),
      );
      if (!stored) return false;
      owner = view.id;
      set({ handoff: ready(stored), openDocument: view.id });
      return true;
    },

    async openMarkedDocument() {
      if (!open) return;
      owner = await withWord(words.notRead, () => open.marked());
      set({ openDocument: owner });
      if (owner !== undefined && get().route.screen === "home")
        navigate({ screen: "handoff", id: owner });
    },

    async readDocument() {
      const view = valueOf(get().handoff);
      if (!open || !view || !isOwn(view) || view.state !== "InReview") return false;
      const read = await inTurn(() =>
        attempt("document", () =>
          withWord(words.notRead, async () => {
            const tags = [...new Set(view.changes.map(({ section }) => section))];
            if ((await open.changed(tags)).length === 0) return false;
            await takeOver(view);
            return true;
          }),
        ),
      );
      return read ?? true;
    },

    async sealDocument() {
      const view = valueOf(get().handoff);
      if (!open || !view || !isOwn(view)) return;
      await inTurn(() =>
        attempt("seal", () =>
          withWord(words.notSealed, async () => {
            await bringUpToDate(view);
            await open.comment([]);
            const sealed = await api.sealOpenDocument(
              view.id,
              `open document ${view.id}`,
              await open.file(),
            );
            await open.putPart(sealed.xml, sealed.xmlNamespace);
            await open.unmark();
            set({ announcement: words.sealedTitle, sealedHere: view.id });
          }),
        ),
      );
      const fresh = await api.handoff(view.id).catch(() => undefined);
      if (fresh && valueOf(get().handoff)?.id === view.id) set({ handoff: ready(fresh) });
    },

    async takeBack() {
      const view = valueOf(get().handoff);
      if (!open || !view || !isOwn(view)) return;
      await inTurn(() =>
        attempt("document", () =>
          withWord(words.notTakenBack, async () => {
            await open.recognise((await api.sections(view.id)).sections);
            await open.put((await api.sections(view.id, true)).sections);
            await open.comment([]);
            await open.unmark();
            owner = undefined;
            set({ openDocument: undefined, announcement: words.takenBack });
          }),
        ),
      );
    },
  };
}

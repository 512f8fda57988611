import type {
  ChangeDecision,
  Delivery,
  HandoffView,
  InputRecord,
  Meaning,
  OutcomeReport,
  Person,
  Workflow,
} from "../api/types";
import { asApiError, describeFailure, type ApiError } from "../api/problems";
import type { Look } from "./attention";
import { strings } from "../strings";
import type { ActionContext } from "./app";
import { actionOf, loading, ready, valueOf } from "./state";
import { draftingActions, type DraftingActions } from "./drafting";
import { documentActions, type DocumentSteps } from "./document";
import { oneAtATime } from "./oneAtATime";
import { mailActions, type MailSteps } from "./mail";
import type { Place } from "../host/OfficeHost";
import { triageActions, type TriageActions } from "./triage";

/** What the draft goes into in the place of our template: a file, or the document that is open in Word. */
export type DraftTarget = File | Place;

export interface HandoffActions extends DraftingActions, TriageActions, MailSteps, DocumentSteps {
  readonly loadHandoff: (id: string) => Promise<void>;
  /** Shows what has become of the handoff while the person was elsewhere: others review it, or decide in the document. */
  readonly lookAgain: () => Promise<void>;
  /** Opens a handoff and writes its draft. Returns the refusal, so that the form can show it at the fields. */
  readonly submit: (
    workflow: Workflow,
    record: InputRecord,
    reviewers: string[],
    into: DraftTarget | undefined,
    inputSeconds?: number,
    /** The sensitivity labels of what the record is made from. */
    labels?: readonly string[],
  ) => Promise<ApiError | undefined>;
  readonly select: (changeId: string | undefined) => void;
  /** Tells what was in view. False where it could not be told and has to be told again. */
  readonly looked: (id: string, draft: number, look: Look) => Promise<boolean>;
  readonly decide: (changeId: string, decision: ChangeDecision, text?: string) => Promise<boolean>;
  readonly decideAll: (decision: "Accepted" | "Rejected") => Promise<void>;
  readonly confirm: (itemId: string, confirmed: boolean) => Promise<void>;
  readonly revise: (comment: string) => Promise<void>;
  /** Asks though no revision is left: the server refuses it, and counts it. */
  readonly askPastBudget: () => Promise<void>;
  readonly passOn: (to: Person, reason: string) => Promise<void>;
  readonly reject: (reason: string) => Promise<void>;
  readonly finishByHand: (reason: string) => Promise<void>;
  /** Signs. Where the stakes ask for it, the person signs in again first. */
  readonly sign: (meaning?: Meaning) => Promise<void>;
  /** Approves without the review. Throws what the server refuses, for the dialog that asks. */
  readonly breakGlass: (reason: string, minutes: number) => Promise<void>;
  readonly release: () => Promise<void>;
  /** Records how what left was received. False where it was refused. */
  readonly recordOutcome: (report: OutcomeReport) => Promise<boolean>;
  /** Releases the mail and has it sent from the person's mailbox. */
  readonly sendMail: () => Promise<void>;
  readonly goOnSending: () => Promise<void>;
  /** Says whether a mail that is nowhere was sent; if not, it is sent again. */
  readonly answerSending: (isThere: boolean, reason: string) => Promise<void>;
  readonly attachDocument: (file: File) => Promise<void>;
  /** Keeps what the author writes of their own sections. False where it could not be kept. */
  readonly writeOwn: (
    sections: Readonly<Record<string, string>>,
    activeSeconds: number,
    handIn: boolean,
  ) => Promise<boolean>;
}

/** The first undecided change after the given one, in document order, round to the start. */
export function nextUndecided(view: HandoffView, after: string): string | undefined {
  const at = view.changes.findIndex((change) => change.id === after);
  const around = [...view.changes.slice(at + 1), ...view.changes.slice(0, at)];
  return around.find((change) => change.decision === "Undecided")?.id;
}

export function handoffActions(context: ActionContext): HandoffActions {
  const { api, host, storage, store, attempt, navigate, refresh } = context;
  const { setState: set, getState: get } = store;
  // One write at a time: somebody who decides quickly by keyboard must not run into their own last decision.
  const inTurn = oneAtATime();

  const current = () => valueOf(get().handoff);

  function act(
    key: string,
    run: (view: HandoffView) => Promise<HandoffView>,
    said?: string,
  ): Promise<HandoffView | undefined> {
    return inTurn(async () => {
      const view = current();
      if (!view) return undefined;
      const fresh = await attempt(key, () => run(view));
      // Somebody may have walked on to another handoff meanwhile.
      if (fresh && current()?.id === fresh.id)
        set({
          handoff: ready(fresh),
          ...(said ? { announcement: said } : {}),
          ...(fresh.seedResult
            ? { practice: { handoffId: fresh.id, result: fresh.seedResult } }
            : {}),
        });
      if (fresh) void document.follow(fresh);
      return fresh;
    });
  }

  /** The same key on every try: a lost answer must be replayed, never a second release. */
  function keyFor(what: string, id: string): string {
    const name = `handoffoffice:${what}:${id}`;
    const key = storage.getItem(name) ?? crypto.randomUUID();
    storage.setItem(name, key);
    return key;
  }

  /** Has a mail sent, and shows how it stands whatever came of it. */
  async function sending(run: (id: string) => Promise<Delivery>): Promise<void> {
    const view = current();
    if (!view) return;
    const delivery = await attempt("send", () => run(view.id));
    if (delivery) set({ announcement: delivery.detail });
    await refresh(view.id);
  }

  const mail = mailActions(context);
  const document = documentActions(context);
  const drafting = draftingActions(context, (view) => void document.follow(view));
  const actions: HandoffActions = {
    ...triageActions(context, inTurn),
    ...drafting,
    ...mail,
    ...document,
    async loadHandoff(id) {
      if (current()?.id !== id) set({ handoff: loading, selected: undefined });
      try {
        const view = await api.handoff(id);
        set({ handoff: ready(view) });
        await context.loadWorkflow(view.workflow.key, view.workflow.version);
      } catch (error) {
        set({ handoff: { status: "failed", notice: describeFailure(asApiError(error)) } });
      }
    },

    async lookAgain() {
      const view = current();
      const { busy, drafting, unsaved } = get();
      if (!view || drafting || unsaved || busy.size > 0) return;
      await document.readDocument();
      await document.compareSealed();
      await refresh(view.id);
      const fresh = current();
      if (fresh?.id === view.id && fresh.etag !== view.etag) await document.follow(fresh);
    },

    async submit(workflow, record, reviewers, into, inputSeconds, labels) {
      let view: HandoffView;
      try {
        view = await api.createHandoff(
          workflow.key,
          workflow.version,
          record,
          reviewers,
          inputSeconds,
          labels,
        );
      } catch (error) {
        return asApiError(error);
      }
      set({ handoff: ready(view), selected: undefined });
      navigate({ screen: "handoff", id: view.id });
      // The person meant the draft to go into their document: where that fails, it is not written elsewhere behind their back.
      if (into instanceof File) {
        const stored = await attempt("document", () => api.putDocument(view.id, into));
        if (!stored) return undefined;
        set({ handoff: ready(stored) });
      } else if (into && !(await document.handIn(view, workflow, into))) return undefined;
      // A mail that nobody holds back must not get a draft.
      if (!(await mail.markMail(view, workflow))) return undefined;
      // Where the author has sections of their own, they say when the AI begins.
      if (workflow.pattern !== "Parallel") void drafting.writeDraft(view.id);
      return undefined;
    },

    select(changeId) {
      set({ selected: changeId });
      if (changeId === undefined) return;
      const change = current()?.changes.find(({ id }) => id === changeId);
      const words = change?.editedText ?? change?.text ?? change?.original ?? undefined;
      host.reveal(changeId, change && words ? { tag: change.section, words } : undefined);
    },

    async looked(id, draft, look) {
      // Told once somebody has signed in again, in one report and not in all that would wait until then.
      if (get().signingIn) return false;
      try {
        const viewing = await api.reportViewing(id, draft, look.activeMilliseconds, look.seen);
        const view = current();
        if (view?.id !== id || !view.viewing) return true;
        const { tooFast, seenPercent } = view.viewing;
        set({ handoff: ready({ ...view, viewing }) });
        // What stood between the reviewer and the signature may be gone.
        if (tooFast !== viewing.tooFast || (seenPercent < 100 && viewing.seenPercent === 100))
          await refresh(id);
        return true;
      } catch (error) {
        // Refused: the handoff is not in review any more, or the draft was replaced, and the screen soon shows that.
        return asApiError(error).kind === "problem";
      }
    },

    async decide(changeId, decision, text) {
      const draft = current()?.draft?.revision;
      const fresh = await act(
        changeId,
        (view) => api.decide(view.id, view.draft?.revision, changeId, decision, text),
        strings.told.decided[decision],
      );
      const { notice } = get();
      // The box with these words went with the sentence that they were for.
      if (!fresh && text && notice && current()?.draft?.revision !== draft)
        set({ notice: { ...notice, body: `${notice.body} ${strings.told.yourWords(text)}` } });
      if (fresh && decision !== "Undecided" && get().selected === changeId) {
        // Where a practice error was, the sentence is to be decided as it was drafted: stay there.
        const next = fresh.seedResult ? changeId : nextUndecided(fresh, changeId);
        if (next) actions.select(next);
      }
      return fresh !== undefined;
    },

    async decideAll(decision) {
      const fresh = await act(
        "all",
        (view) => api.decideAll(view.id, view.draft?.revision, decision),
        strings.told.decidedAll,
      );
      if (fresh?.seedResult) actions.select(fresh.seedResult.changeId);
    },

    async confirm(itemId, confirmed) {
      await act(itemId, (view) => api.confirm(view.id, view.draft?.revision, itemId, confirmed));
    },

    async revise(comment) {
      const fresh = await act("revise", (view) => api.revise(view.id, comment));
      if (fresh && actionOf(fresh, "Draft").allowed) await drafting.writeDraft(fresh.id);
    },

    async askPastBudget() {
      const view = current();
      if (!view) return;
      try {
        await api.revise(view.id, strings.told.spent);
      } catch (error) {
        const failure = asApiError(error);
        if (failure.problem.code !== "loop-budget-spent") set({ notice: describeFailure(failure) });
      }
      await refresh(view.id);
    },

    async passOn(to, reason) {
      await act(
        "passOn",
        (view) => api.passOn(view.id, to.id, reason),
        strings.told.passedOn(to.name),
      );
    },

    async reject(reason) {
      const fresh = await act(
        "reject",
        (view) => api.reject(view.id, reason),
        strings.states.Rejected,
      );
      if (!fresh) return;
      await mail.unmarkMail(fresh);
      await document.takeBack();
    },

    async finishByHand(reason) {
      const fresh = await act(
        "manual",
        (view) => api.finishByHand(view.id, reason),
        strings.states.RevertedToManual,
      );
      if (!fresh) return;
      await mail.unmarkMail(fresh);
      await document.takeBack();
      set({ drafting: undefined });
    },

    async sign(meaning = "Approval") {
      // What was decided in the document meanwhile is looked at before anything is signed.
      if (await document.readDocument()) return;
      await act(
        "sign",
        async (view) => {
          if (view.rigor.freshSignInMinutes != null) await api.signInAgain();
          return api.sign(
            view.id,
            view.draft?.revision,
            view.confirmation,
            view.textDigest,
            meaning,
          );
        },
        strings.told.signed,
      );
    },

    async breakGlass(reason, minutes) {
      const view = current();
      if (!view) return;
      const fresh = await api.breakGlass(view.id, reason, minutes);
      set({ handoff: ready(fresh), announcement: strings.told.glassBroken });
    },

    async release() {
      const view = current();
      if (!view) return;
      const key = keyFor("release", view.id);
      const file = await attempt("release", () => api.release(view.id, key));
      if (!file) return;
      host.save(file);
      set({ announcement: strings.told.saved(file.name) });
      await refresh(view.id);
    },

    async recordOutcome(report) {
      const fresh = await act(
        "outcome",
        (view) => api.recordOutcome(view.id, report),
        strings.told.recorded,
      );
      return fresh !== undefined;
    },
    sendMail: () => sending((id) => api.sendMail(id, keyFor("sending", id))),
    goOnSending: () => sending((id) => api.goOnSending(id)),

    async answerSending(isThere, reason) {
      const view = current();
      if (!view) return;
      try {
        const delivery = await api.answerSending(view.id, isThere, reason);
        set({ announcement: delivery.detail });
      } finally {
        await refresh(view.id);
      }
    },

    async attachDocument(file) {
      await act("document", (view) => api.putDocument(view.id, file), strings.told.attached);
    },

    async writeOwn(sections, activeSeconds, handIn) {
      const fresh = await act("own", (view) =>
        api.writeOwn(view.id, sections, activeSeconds, handIn),
      );
      if (fresh?.state === "InReview") set({ announcement: strings.told.merged });
      return fresh !== undefined;
    },
  };
  return actions;
}

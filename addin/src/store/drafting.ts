import { asApiError, describeFailure, noticeOfFailure } from "../api/problems";
import type { HandoffView } from "../api/types";
import { strings } from "../strings";
import type { ActionContext } from "./app";
import { ready, type Drafting } from "./state";

export interface DraftingActions {
  readonly writeDraft: (id: string) => Promise<void>;
  readonly stopDraft: () => void;
}

/**
 * Has a draft written, and shows it while it is.
 * @param finished is told of a handoff whose draft has come to its end.
 */
export function draftingActions(
  { api, store, refresh }: ActionContext,
  finished: (view: HandoffView) => void,
): DraftingActions {
  const { setState: set, getState: get } = store;
  let stop: AbortController | undefined;

  const patchDraft = (patch: Partial<Drafting>) =>
    set(({ drafting }) => (drafting ? { drafting: { ...drafting, ...patch } } : {}));

  async function runDraft(id: string, signal: AbortSignal): Promise<void> {
    let ended = false;
    for await (const event of api.draft(id, signal)) {
      const { drafting } = get();
      if (signal.aborted) return;
      if (ended || !drafting) continue;
      switch (event.kind) {
        case "started":
          patchDraft({ phase: "writing", origin: event.data.origin });
          break;
        case "sentence":
          patchDraft({ sentences: [...drafting.sentences, event.data] });
          break;
        case "checking":
          patchDraft({ phase: "checking" });
          break;
        case "done":
          set({
            handoff: ready(event.data.handoff),
            drafting: undefined,
            selected: undefined,
            announcement:
              event.data.handoff.state === "InReview"
                ? strings.told.drafted
                : strings.told.theirsThere,
          });
          // The stream is read to its end: hanging up now would look like a stop to the server.
          ended = true;
          finished(event.data.handoff);
          break;
        case "failed":
          patchDraft({
            phase: "failed",
            endedAt: Date.now(),
            notice: noticeOfFailure(event.data.problem),
          });
          ended = true;
          break;
      }
    }
    if (!signal.aborted && !ended)
      patchDraft({
        phase: "failed",
        endedAt: Date.now(),
        notice: { intent: "error", title: strings.told.cutTitle, body: strings.told.cutBody },
      });
  }

  return {
    async writeDraft(id) {
      stop?.abort();
      const own = new AbortController();
      stop = own;
      set({
        notice: undefined,
        drafting: { handoffId: id, phase: "starting", startedAt: Date.now(), sentences: [] },
      });
      try {
        await runDraft(id, own.signal);
      } catch (error) {
        const failure = asApiError(error);
        if (failure.kind !== "aborted")
          patchDraft({ phase: "failed", endedAt: Date.now(), notice: describeFailure(failure) });
      }
      if (stop === own) stop = undefined;
      if (get().drafting?.handoffId === id && get().drafting?.phase === "failed") await refresh(id);
    },

    stopDraft() {
      const { drafting } = get();
      if (!stop || !drafting) return;
      stop.abort();
      stop = undefined;
      patchDraft({ phase: "stopped", endedAt: Date.now() });
      set({ announcement: strings.told.stopped });
      void refresh(drafting.handoffId);
    },
  };
}

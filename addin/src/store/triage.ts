import { asApiError, describeFailure, type Notice } from "../api/problems";
import type {
  Change,
  ChangeDecision,
  Filter,
  HandoffView,
  Person,
  Pick,
  PickDepth,
  PickPart,
} from "../api/types";
import { strings } from "../strings";
import type { ActionContext } from "./app";
import { ready, valueOf } from "./state";

/** What is said of a kept candidate; undefined is not said. */
export interface PickParts {
  readonly angle?: string | undefined;
  readonly depth?: PickDepth | undefined;
  readonly assignee?: Person | undefined;
  /** A calendar date, such as 2026-11-30. */
  readonly due?: string | undefined;
}

/** One thing that a person did about a candidate. */
export type TriageStep =
  | {
      readonly kind: "decide";
      readonly changeId: string;
      readonly decision: ChangeDecision;
      readonly text?: string;
    }
  | { readonly kind: "pick"; readonly changeId: string; readonly pick: PickParts };

/** A step that shows already and that the server has not answered yet. */
export type PendingStep = TriageStep & {
  readonly number: number;
  readonly handoffId: string;
  readonly draft: number | undefined;
};

export interface Triage {
  readonly pending: readonly PendingStep[];
  /** Why a step came back, by its change; until something else is done about it. */
  readonly refused: Readonly<Record<string, Notice>>;
}

export const noTriage: Triage = { pending: [], refused: {} };

export const isKept = ({ decision }: { readonly decision: ChangeDecision }): boolean =>
  decision === "Accepted" || decision === "Edited";

/** What a workflow demands and nobody has said. */
export const missingOf = (demands: readonly PickPart[], pick: PickParts): PickPart[] => {
  const said: Record<PickPart, unknown> = {
    Angle: pick.angle,
    Depth: pick.depth,
    Assignee: pick.assignee,
    Due: pick.due,
  };
  return demands.filter((part) => said[part] === undefined);
};

/** What is said of a candidate, as a choice starts from it. */
export const partsOf = (pick: Pick | undefined): PickParts => ({
  angle: pick?.angle ?? undefined,
  depth: pick?.depth,
  assignee: pick?.assignee,
  due: pick?.due ?? undefined,
});

const pickOf = (parts: PickParts, { demands }: Filter): Pick => ({
  ...parts,
  missing: missingOf(demands, parts),
});

function after(change: Change, step: TriageStep, filter: Filter, by: Person | undefined): Change {
  if (step.kind === "pick") return { ...change, pick: pickOf(step.pick, filter) };
  const { decision, text } = step;
  return {
    ...change,
    decision,
    editedText: decision === "Edited" ? (text ?? null) : null,
    decidedBy: decision === "Undecided" ? undefined : by,
    carriedOver: false,
    pick: isKept(step) ? (change.pick ?? pickOf({}, filter)) : undefined,
  };
}

/** The handoff as it is once the server has taken what is on its way. */
export function withSteps(
  view: HandoffView,
  steps: readonly PendingStep[],
  by: Person | undefined,
): HandoffView {
  const { filter } = view;
  const own = steps.filter((step) => step.handoffId === view.id);
  if (!filter || own.length === 0) return view;
  const changes = new Map(view.changes.map((change) => [change.id, change]));
  for (const step of own) {
    const change = changes.get(step.changeId);
    if (change) changes.set(step.changeId, after(change, step, filter, by));
  }
  return { ...view, changes: [...changes.values()] };
}

export interface TriageActions {
  /** Shows steps at once and has them sent, in their order; what is refused comes back with the reason. */
  readonly triage: (...steps: readonly TriageStep[]) => void;
}

/** @param inTurn runs after every write that is on its way */
export function triageActions(
  { api, store }: ActionContext,
  inTurn: <T>(run: () => Promise<T>) => Promise<T>,
): TriageActions {
  const { setState: set, getState: get } = store;
  let last = 0;

  const shown = (id: string) => {
    const view = valueOf(get().handoff);
    return view?.id === id ? view : undefined;
  };
  const drop = (gone: (step: PendingStep) => boolean) =>
    set(({ triage }) => ({
      triage: { ...triage, pending: triage.pending.filter((step) => !gone(step)) },
    }));
  const put = (view: HandoffView) => {
    if (shown(view.id)) set({ handoff: ready(view) });
  };

  const sent = (step: PendingStep): Promise<HandoffView> =>
    step.kind === "decide"
      ? api.decide(step.handoffId, step.draft, step.changeId, step.decision, step.text)
      : api.pick(step.handoffId, step.changeId, {
          angle: step.pick.angle ?? null,
          depth: step.pick.depth,
          assignee: step.pick.assignee?.id ?? null,
          due: step.pick.due ?? null,
          draft: step.draft ?? null,
        });

  async function send(step: PendingStep): Promise<void> {
    const waits = get().triage.pending.some(({ number }) => number === step.number);
    // A step before it on the same candidate came back: this one has no ground any more.
    if (!waits) return;
    try {
      const fresh = await sent(step);
      drop(({ number }) => number === step.number);
      put(fresh);
      if (fresh.seedResult && shown(fresh.id))
        set({
          practice: { handoffId: fresh.id, result: fresh.seedResult },
          selected: fresh.seedResult.changeId,
        });
    } catch (error) {
      await giveBack(step, error);
    }
  }

  async function giveBack(step: PendingStep, error: unknown): Promise<void> {
    const failure = asApiError(error);
    const { handoffId, changeId } = step;
    if (failure.draftReplaced) {
      drop((other) => other.handoffId === handoffId);
      const { replacedTitle: title, replacedBody: body } = strings.told;
      set({ notice: { intent: "info", title, body } });
    } else {
      drop((other) => other.handoffId === handoffId && other.changeId === changeId);
      const notice = describeFailure(failure);
      set(({ triage }) => ({
        triage: { ...triage, refused: { ...triage.refused, [changeId]: notice } },
        announcement: strings.told.cameBack(1),
      }));
    }
    // What the server says now; where it cannot be asked, what it said last stands.
    const fresh = await api.handoff(handoffId).catch(() => undefined);
    if (fresh) put(fresh);
  }

  return {
    triage(...steps) {
      const view = valueOf(get().handoff);
      if (!view) return;
      const pending = steps.map((step): PendingStep => ({
        ...step,
        number: ++last,
        handoffId: view.id,
        draft: view.draft?.revision,
      }));
      const ids = new Set(steps.map(({ changeId }) => changeId));
      set(({ triage }) => ({
        triage: {
          pending: [...triage.pending, ...pending],
          refused: Object.fromEntries(
            Object.entries(triage.refused).filter(([id]) => !ids.has(id)),
          ),
        },
      }));
      for (const step of pending) void inTurn(() => send(step));
    },
  };
}

import type { Notice } from "../api/problems";
import type {
  ActionState,
  Configuration,
  HandoffAction,
  HandoffSummary,
  HandoffView,
  LocalPerson,
  Me,
  Origin,
  Person,
  SeedResult,
  Sentence,
  StopOrder,
  Workflow,
  WorkflowSummary,
} from "../api/types";
import type { Need } from "../identity/entraTokens";
import { strings } from "../strings";
import type { Placed } from "../host/OfficeHost";
import type { Route } from "./route";
import type { Triage } from "./triage";

export const steps = ["Input", "Draft", "Review", "Sign", "Done"] as const;
export type Step = (typeof steps)[number];

export type Loading<T> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly notice: Notice };

export const loading = { status: "loading" } as const;
export const ready = <T>(value: T): Loading<T> => ({ status: "ready", value });
export const valueOf = <T>(loadable: Loading<T> | undefined): T | undefined =>
  loadable?.status === "ready" ? loadable.value : undefined;

/** A draft while it is written. */
export interface Drafting {
  readonly handoffId: string;
  readonly phase: "starting" | "writing" | "checking" | "failed" | "stopped";
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly origin?: Origin;
  readonly sentences: readonly Sentence[];
  readonly notice?: Notice;
}

export interface HomeLists {
  readonly workflows: readonly WorkflowSummary[];
  readonly waiting: readonly HandoffSummary[];
  readonly mine: readonly HandoffSummary[];
}

/** The pane before anything else: nobody may be signed in yet. */
export type Boot =
  Loading<Configuration> | { readonly status: "signedOut"; readonly product: string };

/** That the person has to sign in, and how that goes. */
export interface SigningIn {
  /** Why: nobody is signed in yet, the sign-in has run out, or the next step needs one of just now. */
  readonly need: "start" | Need;
  /** A window is open for it. */
  readonly isOpen: boolean;
  /** Why it did not work the last time. */
  readonly notice?: Notice;
  /** The account that was tried will not do: they choose one. */
  readonly another?: boolean;
}

/** The open document, where it carries the seal of a handoff. */
export interface SealedHere {
  /** The handoff. */
  readonly id: string;
  /** What its body said when it was compared last. */
  readonly text: string;
  /** How it differs from what was approved; undefined where it does not. */
  readonly difference: string | undefined;
}

export interface AppState {
  readonly boot: Boot;
  /** Undefined while nobody has to sign in. */
  readonly signingIn: SigningIn | undefined;
  readonly people: readonly LocalPerson[];
  readonly me: Me | undefined;
  readonly route: Route;
  readonly online: boolean;
  readonly home: Loading<HomeLists>;
  /** By {@link workflowId}. */
  readonly workflows: Readonly<Record<string, Loading<Workflow>>>;
  readonly reviewers: readonly Person[];
  readonly handoff: Loading<HandoffView> | undefined;
  readonly drafting: Drafting | undefined;
  readonly selected: string | undefined;
  /** What was done about candidates and is on its way, and what of it came back. */
  readonly triage: Triage;
  /** That a change which was decided had a practice error in it, until the person has read it. */
  readonly practice: { readonly handoffId: string; readonly result: SeedResult } | undefined;
  /** What was read back of the mail in Outlook after an approved one was put in. */
  readonly placed: (Placed & { readonly handoffId: string }) | undefined;
  /** The handoff whose draft the document in Word has. */
  readonly openDocument: string | undefined;
  /** The handoff whose seal was put into the document in Word. */
  readonly sealedHere: SealedHere | undefined;
  /** What an administrator has stopped. */
  readonly stops: Loading<readonly StopOrder[]>;
  readonly notice: Notice | undefined;
  /** Something was typed that only this page has. */
  readonly unsaved: boolean;
  /** What happens where the person leaves that behind; asked first. */
  readonly leaving: (() => void) | undefined;
  /** What is on its way to the server: a change, a checklist item, or the name of an action. */
  readonly busy: ReadonlySet<string>;
  /** What was just done, for people who hear the screen. */
  readonly announcement: string;
}

export function actionOf(view: HandoffView, action: HandoffAction): ActionState {
  return (
    view.actions.find((candidate) => candidate.action === action) ?? {
      action,
      allowed: false,
      reason: strings.actionUnknown,
    }
  );
}

/** The step at which a handoff stands, for the stepper and the screen. */
export function stepOf(view: HandoffView, drafting: Drafting | undefined, route: Route): Step {
  if (drafting?.handoffId === view.id) return "Draft";
  switch (view.state) {
    case "Intake":
    case "Drafting":
    case "Checking":
    case "Revising":
    case "Failed":
      return "Draft";
    case "InReview":
      return route.screen === "handoff" && route.step === "sign" ? "Sign" : "Review";
    case "Approved":
    case "Released":
    case "Rejected":
    case "RevertedToManual":
    case "Withdrawn":
      return "Done";
  }
}

export interface ReviewCounts {
  readonly changes: number;
  readonly decided: number;
  readonly findings: number;
  readonly settled: number;
  readonly blocking: number;
}

/**
 * Counts for the review's headline. The server checks again after each decision, so a blocking finding that is there
 * still stands. Any other is settled once somebody has decided about its words; about words that no change has, and
 * about the text as a whole, that is when all changes are decided.
 */
export function countReview(view: HandoffView): ReviewCounts {
  const decided = new Set(
    view.changes.filter((change) => change.decision !== "Undecided").map((change) => change.id),
  );
  const all = decided.size === view.changes.length;
  const blocking = view.findings.filter((finding) => finding.severity === "Blocking");
  const settled = view.findings.filter(
    ({ severity, changeId }) =>
      severity !== "Blocking" && (changeId == null ? all : decided.has(changeId)),
  );
  return {
    changes: view.changes.length,
    decided: decided.size,
    findings: view.findings.length,
    settled: settled.length,
    blocking: blocking.length,
  };
}

/** The stops that somebody on this screen runs into: at home and in administration all of them. */
export function stopsOn({ stops, route, handoff }: AppState): readonly StopOrder[] {
  const workflow =
    route.screen === "start"
      ? route.workflow
      : route.screen === "handoff"
        ? (valueOf(handoff)?.workflow.key ?? "")
        : undefined;
  return (valueOf(stops) ?? []).filter(
    (stop) => stop.scope !== "Workflow" || workflow === undefined || stop.target === workflow,
  );
}

/** Where a workflow is kept: in the version that a handoff runs on, or without one in the version that is in force for the person. */
export const workflowId = (key: string, version?: number): string =>
  version === undefined ? key : `${key} ${String(version)}`;

/** The workflow of a handoff, in the version that it runs on; undefined while it is not there. */
export const workflowOf = (
  { workflows }: AppState,
  { key, version }: HandoffView["workflow"],
): Workflow | undefined => valueOf(workflows[workflowId(key, version)]);

/** What people call a workflow, where the screen knows it; else its key. */
export const workflowName = ({ home, workflows }: AppState, key: string): string =>
  valueOf(home)?.workflows.find((workflow) => workflow.key === key)?.name ??
  valueOf(workflows[key])?.name ??
  key;

/** What a stop covers, for people. */
export const coverOf = (state: AppState, { scope, target }: StopOrder): string =>
  strings.stopped.covers(
    scope,
    scope === "Workflow" ? workflowName(state, target ?? "") : (target ?? ""),
  );

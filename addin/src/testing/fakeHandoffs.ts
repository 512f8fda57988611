import type {
  ActionState,
  Change,
  Delivery,
  Finding,
  HandoffAction,
  HandoffState,
  HandoffEventKind,
  HandoffView,
  HistoryEntry,
  Meaning,
  Person,
  Sentence,
  Workflow,
} from "../api/types";
import { rulesOrigin } from "./fakePeople";
import { filterOf, pickOf } from "./fakeFiltering";
import { checkDates, checkFindings, coverFacts } from "./fakeDraft";
import { refuse } from "./refusal";
import { standingText, withRedline } from "./fakeRedline";
import { togetherOf } from "./fakeTogether";

/** One handoff as the fake server keeps it; the view is computed per caller. */
export interface StoredHandoff {
  readonly id: string;
  readonly workflow: Workflow;
  readonly record: HandoffView["record"];
  readonly author: Person;
  readonly reviewers: Person[];
  readonly createdAt: string;
  /** The highest sensitivity label of what it was started from. */
  readonly label: string | null;
  readonly history: HistoryEntry[];
  readonly ticks: Map<string, { person: Person; at: string }[]>;
  readonly viewings: Map<string, { seconds: number; seen: string[] }>;
  readonly signatures: { person: Person; at: string; meaning: Meaning }[];
  state: HandoffState;
  version: number;
  revision: number;
  loops: number;
  /** Revisions asked for when none was left. */
  refusedLoops: number;
  readonly delegations: HandoffView["delegations"][number][];
  /** From the start to the due time of the review. */
  readonly reviewHours: number;
  sentences: Sentence[];
  changes: Change[];
  /** What the checks say of words that no change made. */
  findings: readonly Finding[];
  /** A document of its own in the place of the one that is made from the changes. */
  document?: (view: HandoffView) => Promise<Uint8Array>;
  seal?: HandoffView["seal"];
  release?: HandoffView["release"];
  releaseKey?: string;
  delivery?: Delivery;
  failure?: HandoffView["failure"];
  readonly outcomes: HandoffView["outcomes"][number][];
  extent?: HandoffView["extent"];
  /** What the author writes of their own sections. */
  own?: {
    readonly texts: Readonly<Record<string, string>>;
    readonly savedAt: string;
    readonly handedInAt: string | undefined;
  };
}

/** Adds a line to what happened to a handoff. */
export const note = (handoff: StoredHandoff, actor: Person, kind: HandoffEventKind, said: string) =>
  handoff.history.push({
    sequence: handoff.history.length + 1,
    at: new Date().toISOString(),
    actor,
    kind,
    leafHash: said,
  });

const subjectOf = (handoff: StoredHandoff) => {
  const { topic, project, site } = handoff.record;
  if (handoff.workflow.filter && typeof site === "string") return `Topics of the week on ${site}`;
  if (typeof topic === "string") return topic;
  return `${typeof project === "string" ? project : ""} status report`;
};

export const dueAtOf = (handoff: StoredHandoff) =>
  new Date(Date.parse(handoff.createdAt) + handoff.reviewHours * 3_600_000).toISOString();

const decided = (change: Change) => change.decision !== "Undecided";
const words = (changes: readonly Change[]) =>
  changes.map(standingText).join(" ").split(/\s+/).filter(Boolean).length;

function viewingOf(handoff: StoredHandoff, caller: Person): HandoffView["viewing"] {
  if (!handoff.reviewers.some((reviewer) => reviewer.id === caller.id)) return undefined;
  const { seconds, seen } = handoff.viewings.get(caller.id) ?? { seconds: 0, seen: [] };
  const count = words(handoff.changes);
  const needed = Math.round((count / 238) * 600) / 10;
  return {
    words: count,
    neededSeconds: needed,
    activeSeconds: Math.round(seconds * 10) / 10,
    seenPercent: Math.floor((100 * seen.length) / Math.max(1, handoff.changes.length)),
    tooFast: seconds < needed,
    required: handoff.workflow.stakes === "High",
  };
}

function tooLittle(viewing: HandoffView["viewing"]): string | undefined {
  if (!viewing?.required) return undefined;
  if (viewing.seenPercent < 100)
    return "With high stakes every change has to have been on screen. Go through those you have not seen.";
  return viewing.tooFast
    ? `With high stakes the ${String(viewing.words)} words have to be in view for the ${String(Math.ceil(viewing.neededSeconds))} seconds that reading takes; so far ${String(Math.floor(viewing.activeSeconds))}.`
    : undefined;
}

function actionsFor(
  handoff: StoredHandoff,
  caller: Person,
  view: Pick<HandoffView, "findings" | "checklist">,
): ActionState[] {
  const isReviewer = handoff.reviewers.some((reviewer) => reviewer.id === caller.id);
  const isAuthor = handoff.author.id === caller.id;
  const mayReview = isReviewer && !(isAuthor && handoff.workflow.stakes !== "Low");
  const inReview = handoff.state === "InReview";
  const undecided = handoff.extent?.isReduced
    ? 0
    : handoff.changes.filter((change) => !decided(change)).length;
  const blocking = view.findings.filter((finding) => finding.severity === "Blocking").length;
  const incomplete = handoff.changes.filter(
    (change) => (pickOf(handoff, change)?.missing.length ?? 0) > 0,
  ).length;
  const open = view.checklist.filter((item) => !item.confirmedByMe).length;
  const reviewReason = !inReview
    ? "The handoff is not in review."
    : mayReview
      ? undefined
      : `Only the named reviewers decide: ${handoff.reviewers.map((person) => person.name).join(", ")}.`;
  // The first rule that does not hold, in the server's order and words.
  const signReason =
    reviewReason ??
    (undecided > 0
      ? `${String(undecided)} ${undecided === 1 ? "change is" : "changes are"} undecided.`
      : blocking > 0
        ? `${String(blocking)} blocking ${blocking === 1 ? "finding stands" : "findings stand"}. Edit or reject the words it is about.`
        : incomplete > 0
          ? `${String(incomplete)} kept candidates lack something.`
          : open > 0
            ? `${String(open)} checklist ${open === 1 ? "item is" : "items are"} not confirmed.`
            : handoff.signatures.some(({ person }) => person.id === caller.id)
              ? "You have signed this text. Another reviewer has to sign as well."
              : tooLittle(viewingOf(handoff, caller)));
  const draftable = isAuthor && ["Intake", "Failed", "Revising"].includes(handoff.state);
  const noRevisionLeft = handoff.loops >= handoff.workflow.gate.loopBudget;
  const reviseReason =
    reviewReason ??
    (noRevisionLeft
      ? "The revision budget is used up. Edit the words yourself, reject the draft, or finish by hand."
      : undefined);
  const state = (action: HandoffAction, reason: string | undefined): ActionState =>
    reason === undefined ? { action, allowed: true } : { action, allowed: false, reason };
  const manual =
    isAuthor || mayReview ? undefined : "Only the author and the reviewers may take it over.";
  const writable =
    handoff.workflow.pattern === "Parallel" &&
    ["Intake", "Drafting", "Failed", "Checking"].includes(handoff.state);
  return [
    state("WriteOwn", writable && isAuthor ? undefined : "There is nothing of yours to write."),
    state(
      "Draft",
      draftable || (handoff.state === "Revising" && mayReview)
        ? undefined
        : "There is nothing to draft now.",
    ),
    state("Decide", reviewReason),
    state("Attest", reviewReason),
    state("Sign", signReason),
    {
      ...state("Revise", reviseReason),
      code: reviewReason === undefined && noRevisionLeft ? "loop-budget-spent" : null,
    },
    state("PassOn", reviewReason),
    state("Reject", reviewReason),
    state(
      "RevertToManual",
      inReview || handoff.state === "Failed" ? manual : "It is not open any more.",
    ),
    state(
      "Release",
      handoff.state === "Approved" || handoff.state === "Released"
        ? undefined
        : "It is not approved.",
    ),
    state(
      "RecordOutcome",
      handoff.state !== "Released"
        ? "It is not released."
        : isAuthor || isReviewer
          ? undefined
          : "Only its author and its reviewers can record how it was received.",
    ),
  ];
}

export function viewOf(handoff: StoredHandoff, caller: Person): HandoffView {
  const { workflow } = handoff;
  const dates = checkDates(handoff.changes, handoff.record);
  const findings = [...checkFindings(handoff.changes, dates), ...handoff.findings];
  const changes = handoff.changes.map((change, index) => ({
    ...withRedline(change, index),
    pick: pickOf(handoff, change),
    findings: findings
      .filter((finding) => finding.changeId === change.id)
      .map((finding) => finding.id),
  }));
  const checklist = workflow.gate.checklist.map((item) => {
    const confirmations = handoff.ticks.get(item.id) ?? [];
    return {
      ...item,
      confirmations,
      confirmedByMe: confirmations.some((tick) => tick.person.id === caller.id),
    };
  });
  const holder = { Author: [handoff.author], Reviewer: handoff.reviewers };
  const { input, draft, release } = workflow.responsibilities;
  return {
    id: handoff.id,
    etag: `"${String(handoff.version)}"`,
    state: handoff.state,
    workflow: {
      key: workflow.key,
      version: workflow.version,
      name: workflow.name,
      stakes: workflow.stakes,
      surface: workflow.surface,
      pattern: workflow.pattern,
      format: workflow.output.format,
    },
    subject: subjectOf(handoff),
    recipients: [],
    author: handoff.author,
    reviewers: handoff.reviewers,
    responsibilities: [
      { duty: "Input", title: input.title, people: holder[input.holder] },
      { duty: "Draft", title: draft.title, people: holder[draft.holder] },
      { duty: "Release", title: release.title, people: holder[release.holder] },
    ],
    record: handoff.record,
    createdAt: handoff.createdAt,
    sensitivityLabel: handoff.label,
    dueAt: dueAtOf(handoff),
    delegations: handoff.delegations,
    actions: actionsFor(handoff, caller, { findings, checklist }),
    draft:
      handoff.sentences.length > 0
        ? {
            revision: handoff.revision,
            origin: rulesOrigin,
            words: words(handoff.changes),
            paragraphs: new Set(handoff.changes.map((change) => change.paragraph)).size,
            sentences: handoff.sentences,
          }
        : undefined,
    revisesExistingText: handoff.document !== undefined,
    ...togetherOf(handoff),
    changes,
    findings,
    evidence: {
      dates,
      facts: coverFacts(workflow, handoff.record, handoff.changes),
      words: { count: words(handoff.changes), ...workflow.output.words },
      paragraphs: {
        count: new Set(handoff.changes.map((change) => change.paragraph)).size,
        ...workflow.output.paragraphs,
      },
    },
    checklist,
    checks: workflow.gate.checks.map((check) => check.kind),
    extent: handoff.extent,
    outcomes: handoff.outcomes,
    loop: {
      used: handoff.loops,
      budget: workflow.gate.loopBudget,
      refused: handoff.refusedLoops,
    },
    confirmation: `I have read the whole text, checked it against the record, and take responsibility for releasing it.`,
    textDigest: `digest-${String(handoff.version)}`,
    requiredSignatures: workflow.gate.reviewers,
    viewing: handoff.state === "InReview" ? viewingOf(handoff, caller) : undefined,
    rigor: {
      waiversPossible: workflow.stakes !== "High",
      viewingRequired: workflow.stakes === "High",
      freshSignInMinutes: workflow.stakes === "High" ? 5 : null,
    },
    signatures: handoff.signatures.map((signature) => ({
      ...signature,
      viewing: {
        words: words(handoff.changes),
        neededSeconds: 46,
        activeSeconds: 58,
        seenPercent: 100,
        tooFast: false,
        required: workflow.stakes === "High",
      },
    })),
    seal: handoff.seal,
    release: handoff.release,
    delivery: handoff.delivery,
    timing: {
      startedAt: handoff.createdAt,
      draftSeconds: handoff.sentences.length > 0 ? 3.4 : null,
      reviewSeconds: handoff.signatures.length > 0 ? 96 : null,
      totalSeconds: handoff.signatures.length > 0 ? 214 : null,
      baselineMinutes: workflow.baselineMinutes,
    },
    failure: handoff.failure,
    filter: filterOf(handoff),
  };
}

/** Refuses what the view says this person cannot do now. */
export function need(handoff: StoredHandoff, caller: Person, action: string) {
  const state = viewOf(handoff, caller).actions.find((candidate) => candidate.action === action);
  if (!state?.allowed)
    refuse(409, "not-allowed-now", "That is not possible now", state?.reason ?? "");
}

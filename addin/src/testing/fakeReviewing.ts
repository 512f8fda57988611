import type {
  Change,
  ChangeDecision,
  Meaning,
  OutcomeReport,
  Person,
  PickRequest,
} from "../api/types";
import { pick } from "./fakeFiltering";
import { need, note, viewOf, type StoredHandoff } from "./fakeHandoffs";
import { personOf } from "./fakePeople";
import { seal } from "./fakeReleasing";
import { openOwn } from "./fakeTogether";
import { refuse } from "./refusal";

const fullAgain = {
  isReduced: false,
  ground: "ReviewerFound",
  sentence: "Reviewed in full: something in this text was changed or rejected.",
} as const;

const isAgainst = ({ decision }: Change) => decision === "Edited" || decision === "Rejected";

/** Does to a handoff in review, or after it, what somebody asks for. */
export async function act(
  handoff: StoredHandoff,
  caller: Person,
  request: Request,
  part: string,
  item?: string,
) {
  const body = (await request.json()) as {
    decision?: ChangeDecision;
    text?: string;
    confirmed?: boolean;
    accept?: boolean;
    reason?: string;
    textDigest?: string;
    meaning?: Meaning;
    to?: string;
  } & PickRequest;
  if (body.draft != null && body.draft !== handoff.revision)
    refuse(
      409,
      "draft-replaced",
      "A newer draft has taken its place",
      `Draft ${String(handoff.revision)} has taken the place of the one you looked at. Look at the newer one; nothing was stored.`,
    );
  switch (part) {
    case "changes":
      need(handoff, caller, "Decide");
      if (item && body.decision === "Edited") openOwn(handoff, item);
      if (request.url.endsWith("/pick")) {
        pick(handoff, item ?? "", body);
        return;
      }
      handoff.changes = handoff.changes.map((change) => {
        const meant = item ? change.id === item : change.decision === "Undecided";
        const all = body.accept ? "Accepted" : "Rejected";
        const decision = item ? (body.decision ?? "Undecided") : all;
        return meant
          ? {
              ...change,
              decision,
              editedText: decision === "Edited" ? body.text : null,
              decidedBy: decision === "Undecided" ? undefined : caller,
              decidedAt: new Date().toISOString(),
            }
          : change;
      });
      if (handoff.extent?.isReduced && handoff.changes.some(isAgainst))
        handoff.extent = { ...handoff.extent, ...fullAgain };
      return;
    case "checklist": {
      need(handoff, caller, "Attest");
      const others = (handoff.ticks.get(item ?? "") ?? []).filter(
        (tick) => tick.person.id !== caller.id,
      );
      handoff.ticks.set(
        item ?? "",
        body.confirmed ? [...others, { person: caller, at: new Date().toISOString() }] : others,
      );
      return;
    }
    case "delegation":
      need(handoff, caller, "PassOn");
      passOn(handoff, caller, body.to ?? "", body.reason ?? "");
      return;
    case "revision":
      if (viewOf(handoff, caller).actions.some((action) => action.code === "loop-budget-spent")) {
        handoff.refusedLoops++;
        refuse(409, "loop-budget-spent", "No revision is left", "Edit the text yourself.");
      }
      need(handoff, caller, "Revise");
      handoff.loops++;
      handoff.state = "Revising";
      note(handoff, caller, "RevisionRequested", body.reason ?? "");
      return;
    case "rejection":
      need(handoff, caller, "Reject");
      handoff.state = "Rejected";
      note(handoff, caller, "Rejected", body.reason ?? "");
      return;
    case "manual":
      need(handoff, caller, "RevertToManual");
      handoff.state = "RevertedToManual";
      note(handoff, caller, "RevertedToManual", body.reason ?? "");
      return;
    case "signature":
      need(handoff, caller, "Sign");
      if (body.textDigest !== viewOf(handoff, caller).textDigest)
        refuse(
          409,
          "text-changed",
          "The text changed while you were looking",
          "Look at it again before you sign.",
        );
      seal(handoff, caller, body.meaning ?? "Approval");
      return;
    case "outcomes":
      need(handoff, caller, "RecordOutcome");
      handoff.outcomes.push({
        ...(body as OutcomeReport),
        at: new Date().toISOString(),
        by: caller,
        byApplication: false,
      });
      note(handoff, caller, "OutcomeRecorded", "Recorded how it was received");
      return;
    default:
      refuse(404, "not-found", "There is nothing here", "The address is unknown.");
  }
}

/** Takes in how long somebody had the draft in view. */
export async function looked(handoff: StoredHandoff, caller: Person, request: Request) {
  const { activeMilliseconds, seen } = (await request.json()) as {
    activeMilliseconds: number;
    seen: string[];
  };
  const before = handoff.viewings.get(caller.id) ?? { seconds: 0, seen: [] };
  handoff.viewings.set(caller.id, {
    seconds: before.seconds + activeMilliseconds / 1000,
    seen: [...new Set([...before.seen, ...seen])],
  });
  const { viewing } = viewOf(handoff, caller);
  if (!viewing) refuse(409, "action-not-possible", "Not possible now", "It is not in review.");
  return viewing;
}

function passOn(handoff: StoredHandoff, caller: Person, id: string, reason: string) {
  const to = personOf(id);
  if (to.id === handoff.author.id)
    refuse(422, "not-to-the-author", "This review can't be passed on so", "That is the author.");
  handoff.reviewers.splice(
    handoff.reviewers.findIndex((reviewer) => reviewer.id === caller.id),
    1,
    to,
  );
  for (const [item, ticks] of handoff.ticks)
    handoff.ticks.set(
      item,
      ticks.filter((tick) => tick.person.id !== caller.id),
    );
  handoff.delegations.push({
    from: caller,
    to,
    by: caller,
    at: new Date().toISOString(),
    reason,
  });
  note(handoff, caller, "Delegated", reason);
}

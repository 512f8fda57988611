import { useState } from "react";
import type { Change, HandoffView, PickPart, Workflow } from "../../api/types";
import { useActions, useApp } from "../../store/context";
import { actionOf, valueOf } from "../../store/state";
import { isKept, partsOf, withSteps, type PickParts } from "../../store/triage";
import { strings } from "../../strings";
import { proposedText } from "../../store/text";
import { neighbour } from "../review/keys";
import { countTriage, lacks, nameOf, nextOpen } from "./candidates";
import { partsOffered, saidOf } from "./choices";
import type { TriageCommand } from "./keys";

const words = strings.triage;

export type TriageView = "one" | "all" | "facts";

/**
 * What can be done about candidates. Each act reads what is on the way at that moment and not what was drawn last: two
 * keys pressed within one frame are two decisions about two candidates.
 */
export function useTriage(workflow: Workflow | undefined) {
  const { store } = useApp();
  const { select, triage, announce } = useActions();
  const [shown, setShown] = useState<TriageView>("one");
  const [choosing, setChoosing] = useState<PickPart>();
  const [editing, setEditing] = useState<string>();

  /** The candidate that is meant, in the handoff as it stands with what is on its way. */
  const now = () => {
    const { handoff, triage, me, selected, online } = store.getState();
    const stored = valueOf(handoff);
    if (!stored) return undefined;
    const view = withSteps(stored, triage.pending, me);
    const change = view.changes.find(({ id }) => id === selected) ?? view.changes[0];
    return change && { view, change, can: online && actionOf(view, "Decide").allowed };
  };

  const go = (id: string | undefined) => {
    setChoosing(undefined);
    setEditing(undefined);
    if (id !== undefined) select(id);
  };

  const decide = (decision: "Accepted" | "Rejected" | "Undecided", about?: Change) => {
    const at = now();
    const change = about ?? at?.change;
    if (!at?.can || !change) return;
    const name = nameOf(change, at.view.record, workflow);
    const said = { Accepted: words.kept, Rejected: words.dropped, Undecided: words.undone };
    if (change.decision !== decision) {
      triage({ kind: "decide", changeId: change.id, decision });
      announce(said[decision](name));
    }
    const then = now()?.view ?? at.view;
    go(decision === "Undecided" ? change.id : (nextOpen(then, change.id) ?? change.id));
  };

  /** Says a part of a pick; whoever does that keeps the candidate. */
  const say = (part: PickPart, parts: PickParts) => {
    const at = now();
    if (!at?.can) return;
    const { change } = at;
    const pick = { ...partsOf(change.pick), ...parts };
    const step = { kind: "pick", changeId: change.id, pick } as const;
    if (isKept(change)) triage(step);
    else triage({ kind: "decide", changeId: change.id, decision: "Accepted" }, step);
    announce(words.said(words.parts[part], saidOf(part, pick) ?? words.notSaid));
    const then = now()?.view ?? at.view;
    // While some are undecided they go first; then one lack leads to the next.
    if (countTriage(then).left > 0) setChoosing(undefined);
    else toNextLack(then, change.id);
  };

  const toNextLack = (view: HandoffView, from: string) => {
    const find = (id: string | undefined) => view.changes.find((each) => each.id === id);
    const own = find(from);
    const next = own && lacks(own).length > 0 ? own : find(nextOpen(view, from));
    if (next && next.id !== from) go(next.id);
    setChoosing(next && lacks(next)[0]);
  };

  const reword = (text: string) => {
    const at = now();
    if (!at?.can) return;
    triage({ kind: "decide", changeId: at.change.id, decision: "Edited", text });
    setEditing(undefined);
  };

  const run = (command: TriageCommand) => {
    const at = now();
    if (!at) return;
    const { view, change, can } = at;
    switch (command) {
      case "next":
      case "previous": {
        const ids = view.changes.map(({ id }) => id);
        go(neighbour(ids, change.id, command === "next" ? 1 : -1));
        break;
      }
      case "open":
        go(nextOpen(view, change.id));
        break;
      case "list":
        setShown((before) => (before === "one" ? "all" : "one"));
        break;
      case "keep":
        decide("Accepted");
        break;
      case "drop":
        decide("Rejected");
        break;
      case "undo":
        decide("Undecided");
        break;
      case "reword":
        if (can) {
          setShown("one");
          setEditing(proposedText(change));
        }
        break;
      default:
        if (can && view.filter && partsOffered(view.filter).includes(command)) {
          setShown("one");
          setChoosing(command);
        }
    }
  };

  return { shown, setShown, choosing, setChoosing, editing, setEditing, go, say, reword, run };
}

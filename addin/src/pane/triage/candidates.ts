import type { Change, HandoffView, PickPart, TemplateField, Workflow } from "../../api/types";
import { showValue } from "../../form/model";
import { fieldAt, valueAt, within, pointerOf } from "../../form/pointers";
import { isKept } from "../../store/triage";

export interface TriageCounts {
  readonly kept: number;
  readonly dropped: number;
  readonly left: number;
  /** Kept ones of which something that the workflow demands is not said. */
  readonly incomplete: number;
}

export const lacks = ({ pick }: Change): readonly PickPart[] => pick?.missing ?? [];

export function countTriage({ changes }: HandoffView): TriageCounts {
  const kept = changes.filter(isKept);
  const dropped = changes.filter(({ decision }) => decision === "Rejected").length;
  return {
    kept: kept.length,
    dropped,
    left: changes.length - kept.length - dropped,
    incomplete: kept.filter((change) => lacks(change).length > 0).length,
  };
}

/** The next candidate that waits for somebody, round to the start: undecided ones before those that lack something. */
export function nextOpen({ changes }: HandoffView, from: string | undefined): string | undefined {
  const at = changes.findIndex(({ id }) => id === from);
  const around = [...changes.slice(at + 1), ...changes.slice(0, Math.max(0, at))];
  const waits =
    around.find(({ decision }) => decision === "Undecided") ??
    around.find((change) => lacks(change).length > 0);
  return waits?.id;
}

/** What a candidate is called: the item's own name, else the sentence. */
export function nameOf(change: Change, record: unknown, workflow: Workflow | undefined): string {
  const { candidate } = change;
  const field = workflow?.filter?.name;
  const name =
    candidate && field !== undefined
      ? valueAt(record, candidate.item + pointerOf(field))
      : undefined;
  return typeof name === "string" && name !== "" ? name : change.text;
}

export interface ItemValue {
  readonly pointer: string;
  readonly label: string;
  readonly value: string;
}

/** What the record says of a candidate: the values that its reason rests on, and the rest of the item. */
export function valuesOf(
  { candidate }: Change,
  record: unknown,
  fields: readonly TemplateField[],
  name: string | undefined,
): { readonly evidence: readonly ItemValue[]; readonly rest: readonly ItemValue[] } {
  if (!candidate) return { evidence: [], rest: [] };
  const list = fieldAt(fields, candidate.item);
  const evidence = candidate.evidence.map(({ pointer, value }) => ({
    pointer,
    label: fieldAt(fields, pointer)?.label ?? "",
    value,
  }));
  const rest = (list?.fields ?? [])
    .map((field) => {
      const pointer = candidate.item + pointerOf(field.name);
      return { pointer, field, value: showValue(field, valueAt(record, pointer)) };
    })
    .filter(
      ({ pointer, field, value }) =>
        value !== "" &&
        field.name !== name &&
        // A quote of a long text is evidence and not all of it: the text itself stands among the rest.
        (field.kind === "LongText" || !evidence.some((each) => within(each.pointer, pointer))),
    )
    .map(({ pointer, field, value }) => ({ pointer, label: field.label, value }));
  return { evidence, rest };
}

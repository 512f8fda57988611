import type { Filter, HandoffView, Person, PickPart } from "../../api/types";
import { formatDate } from "../../format";
import type { PickParts } from "../../store/triage";
import { strings } from "../../strings";

const words = strings.triage;

/** One way to say a part of a pick. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  /** Said beside it, such as the date that "tomorrow" is. */
  readonly detail?: string;
  readonly parts: PickParts;
}

/** The parts that a workflow lets people say. */
export const partsOffered = ({ angles, depths }: Filter): readonly PickPart[] => [
  ...(angles.length > 0 ? (["Angle"] as const) : []),
  ...(depths.length > 0 ? (["Depth"] as const) : []),
  "Assignee",
  "Due",
];

/** A calendar date of the person's own day, some days on. */
export function dayAfter(today: Date, days: number): string {
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + days));
  return day.toISOString().slice(0, 10);
}

export function dueChoices(today: Date): Choice[] {
  // The Friday to come; on a Friday or at a weekend that of the next week.
  const toFriday = (5 - today.getDay() + 7) % 7 || 7;
  const quick = [
    ["tomorrow", 1],
    ["friday", toFriday],
    ["week", 7],
    ["fortnight", 14],
  ] as const;
  return quick.map(([key, days]) => {
    const due = dayAfter(today, days);
    return { key, label: words.quick[key], detail: formatDate(due), parts: { due } };
  });
}

export const angleChoices = ({ angles }: Filter): Choice[] =>
  angles.map((angle) => ({ key: angle, label: angle, parts: { angle } }));

export const depthChoices = ({ depths }: Filter): Choice[] =>
  depths.map((depth) => ({ key: depth, label: words.depths[depth], parts: { depth } }));

/** People, those first who were chosen here before. */
export function personChoices(people: readonly Person[], view: HandoffView): Choice[] {
  const times = new Map<string, number>();
  for (const { pick } of view.changes)
    if (pick?.assignee) times.set(pick.assignee.id, (times.get(pick.assignee.id) ?? 0) + 1);
  return people
    .toSorted(
      (a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0) || a.name.localeCompare(b.name),
    )
    .map((assignee) => ({ key: assignee.id, label: assignee.name, parts: { assignee } }));
}

/** A part as it is said now, in words; undefined where it is not. */
export function saidOf(part: PickPart, pick: PickParts): string | undefined {
  switch (part) {
    case "Angle":
      return pick.angle;
    case "Depth":
      return pick.depth && words.depths[pick.depth];
    case "Assignee":
      return pick.assignee?.name;
    case "Due":
      return pick.due === undefined ? undefined : formatDate(pick.due);
  }
}

const nothing: Record<PickPart, PickParts> = {
  Angle: { angle: undefined },
  Depth: { depth: undefined },
  Assignee: { assignee: undefined },
  Due: { due: undefined },
};

/** Takes back what is said of a part. */
export const cleared = (part: PickPart): PickParts => nothing[part];

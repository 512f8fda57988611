import type { ProcessMap, ProcessStep } from "../api/types";
import { toKey, unique } from "./names";

/** A step while it is edited; the key keeps its identity through reordering, the id comes with the first save. */
export interface FormStep extends Omit<ProcessStep, "id"> {
  readonly key: string;
  readonly id: string | undefined;
}

export interface MapForm {
  readonly steps: readonly FormStep[];
  readonly timesAMonth: number;
  readonly subjects: number;
  readonly subject: string;
}

let last = 0;

export const newStep = (): FormStep => ({
  key: `step-${String(++last)}`,
  id: undefined,
  what: "",
  who: "",
  input: "",
  output: "",
  minutes: 0,
});

/** The form of a map; without one it begins with a step to fill in. */
export function toMapForm(map: ProcessMap | undefined): MapForm {
  if (!map) return { steps: [newStep()], timesAMonth: 1, subjects: 1, subject: "" };
  return {
    steps: map.steps.map((step) => ({ ...step, key: newStep().key })),
    timesAMonth: map.timesAMonth,
    subjects: map.subjects,
    subject: map.subject ?? "",
  };
}

/** The map that is saved. Options name steps by their ids: a step keeps the one it has. */
export function toMap(form: MapForm): ProcessMap {
  const taken = form.steps.flatMap(({ id }) => id ?? []);
  const steps = form.steps.map(({ id, what, who, input, output, minutes }) => {
    const own = id ?? unique(toKey(what) || "step", taken);
    taken.push(own);
    return { id: own, what, who, input, output, minutes };
  });
  const subject = form.subject.trim();
  return {
    steps,
    timesAMonth: form.timesAMonth,
    subjects: form.subjects,
    ...(subject === "" ? {} : { subject }),
  };
}

export interface Totals {
  readonly run: number;
  readonly runs: number;
  readonly subject: number;
  readonly month: number;
}

/** What a map adds up to while it is typed; the server computes the same from what is saved. */
export function totalsOf({ steps, timesAMonth, subjects }: MapForm): Totals {
  const run = steps.reduce((sum, step) => sum + step.minutes, 0);
  return {
    run,
    runs: timesAMonth * subjects,
    subject: run * timesAMonth,
    month: run * timesAMonth * subjects,
  };
}

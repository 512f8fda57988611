import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { asApiError } from "../../api/problems";
import type { FieldProblem, InputRecord, Workflow } from "../../api/types";
import { restoreForm, toForm, toRecord, type FormValue, type FormValues } from "../../form/model";
import { normalisePointer, visibleProblems } from "../../form/problems";
import { FormStorage } from "../../form/storage";
import { useApp } from "../../store/context";
import { mostSeconds, useInputTime } from "./useInputTime";

const saveDelay = 300;
const validateDelay = 250;

export interface RecordForm {
  readonly values: FormValues;
  readonly reviewers: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly tried: boolean;
  /** When it was last saved, or false where this device keeps nothing. */
  readonly savedAt: Date | false | undefined;
  readonly restored: boolean;
  readonly set: (name: string, value: FormValue) => void;
  readonly setReviewers: (ids: readonly string[]) => void;
  readonly replace: (values: FormValues) => void;
  /** A field was left: validate, and show what concerns it. */
  readonly leave: (pointer: string) => void;
  /** Validates everything for a submit; returns the problems, or undefined when the server could not be asked. */
  readonly check: () => Promise<readonly FieldProblem[] | undefined>;
  readonly show: (problems: readonly FieldProblem[]) => void;
  readonly record: () => InputRecord;
  /** How long it was in use, in whole seconds. */
  readonly inputSeconds: () => number;
  /** The sensitivity labels of the files that it was filled from, each once. They stay however its fields are changed: who knows what is left of a file. */
  readonly labels: () => readonly string[];
  /** A file with this label was taken over. */
  readonly madeFrom: (label: string) => void;
  readonly forget: () => void;
}

interface Begun {
  readonly values: FormValues;
  readonly reviewers: readonly string[];
  readonly restored: boolean;
  readonly activeMilliseconds: number;
  readonly labels: readonly string[];
}

function begin(
  workflow: Workflow,
  personId: string,
  storage: FormStorage,
  example: InputRecord | undefined,
  firstReviewers: readonly string[],
): Begun {
  const { fields } = workflow.input;
  const saved = storage.load(personId, workflow.key);
  if (example || !saved)
    return {
      values: toForm(fields, example),
      reviewers: firstReviewers,
      restored: false,
      activeMilliseconds: 0,
      labels: [],
    };
  return {
    values: restoreForm(fields, saved.values),
    reviewers: saved.reviewers,
    restored: true,
    activeMilliseconds: saved.activeMilliseconds ?? 0,
    labels: saved.labels ?? [],
  };
}

/** The state of the form: values, what was left already, problems from the server, and the copy on this device. */
export function useRecordForm(
  workflow: Workflow,
  personId: string,
  example: InputRecord | undefined,
  firstReviewers: readonly string[],
): RecordForm {
  const { api, storage } = useApp().services;
  const { fields } = workflow.input;
  const [forms] = useState(() => new FormStorage(storage));
  const [begun] = useState(() => begin(workflow, personId, forms, example, firstReviewers));
  const inputTime = useInputTime(begun.activeMilliseconds);
  const activeTime = useEffectEvent(inputTime);
  const [values, setValues] = useState(begun.values);
  const [reviewers, setReviewers] = useState(begun.reviewers);
  const [labels, setLabels] = useState(begun.labels);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | false>();
  const [changed, setChanged] = useState(false);
  const latest = useRef(values);
  const running = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    latest.current = values;
  }, [values]);

  useEffect(() => {
    if (!changed) return;
    const later = setTimeout(() => {
      const now = new Date();
      const kept = forms.save(personId, workflow.key, {
        values,
        reviewers,
        savedAt: now.toISOString(),
        activeMilliseconds: activeTime(),
        labels,
      });
      setSavedAt(kept ? now : false);
    }, saveDelay);
    return () => clearTimeout(later);
  }, [changed, forms, labels, personId, reviewers, values, workflow.key]);

  const ask = useCallback(async (): Promise<readonly FieldProblem[] | undefined> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    try {
      const result = await api.validate(workflow.key, toRecord(fields, latest.current), own.signal);
      const found = result.problems.map((problem) => ({
        ...problem,
        pointer: normalisePointer(problem.pointer, fields),
      }));
      setProblems(found);
      return found;
    } catch (error) {
      // Validation while typing is a courtesy: unreachable, it must not disturb. The submit asks again.
      asApiError(error);
      return undefined;
    }
  }, [api, fields, workflow.key]);

  const schedule = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(), validateDelay);
  }, [ask]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      running.current?.abort();
    },
    [],
  );

  return {
    values,
    reviewers,
    problems: visibleProblems(problems, touched, tried),
    tried,
    savedAt,
    restored: begun.restored,
    set(name, value) {
      setChanged(true);
      setValues((before) => ({ ...before, [name]: value }));
      if (touched.size > 0 || tried) schedule();
    },
    setReviewers(ids) {
      setChanged(true);
      setReviewers(ids);
    },
    replace(fresh) {
      setChanged(true);
      setValues(fresh);
      setTouched(new Set());
      setTried(false);
      setProblems([]);
    },
    leave(pointer) {
      setTouched((before) => new Set(before).add(pointer));
      schedule();
    },
    async check() {
      clearTimeout(timer.current);
      setTried(true);
      return ask();
    },
    show(fresh) {
      setTried(true);
      setProblems(
        fresh.map((problem) => ({
          ...problem,
          pointer: normalisePointer(problem.pointer, fields),
        })),
      );
    },
    record: () => toRecord(fields, latest.current),
    inputSeconds: () => Math.min(mostSeconds, Math.round(inputTime() / 1000)),
    labels: () => labels,
    madeFrom(label) {
      setChanged(true);
      setLabels((before) => [...new Set([...before, label])]);
    },
    forget() {
      setChanged(false);
      forms.clear(personId, workflow.key);
    },
  };
}

import type { Change, Finding, KnownFailure } from "../../api/types";
import { useLoaded } from "../../components/useLoaded";
import { useApp } from "../../store/context";

/** Seen once, it can be chance: a row speaks of what came back. */
const fewestRuns = 2;

/** What is known of a workflow: nothing while it is on its way. */
export interface Known {
  readonly failures: readonly KnownFailure[];
  /** Whether it could not be loaded; what is known then is not nothing. */
  readonly isMissing: boolean;
  readonly reload: () => void;
}

/** What this workflow's AI tends to get wrong: a help beside the review, which goes on without it. */
export function useKnownFailures(workflow: string): Known {
  const { api } = useApp().services;
  const [loaded, reload] = useLoaded(() => api.knownFailures(workflow));
  return {
    failures: loaded.status === "ready" ? loaded.value : [],
    isMissing: loaded.status === "failed",
    reload,
  };
}

/** The one that was seen in most runs among those that came back. */
const worst = (failures: readonly KnownFailure[]): KnownFailure | undefined =>
  failures.filter(({ runs }) => runs >= fewestRuns).toSorted((a, b) => b.runs - a.runs)[0];

/** What tends to go wrong in a section. */
export const knownOfSection = (
  failures: readonly KnownFailure[],
  section: string,
): KnownFailure | undefined => worst(failures.filter((failure) => failure.section === section));

/** What tends to go wrong where a change stands, and with the checks that found something in it: each once. */
export function knownAt(
  failures: readonly KnownFailure[],
  change: Change,
  findings: readonly Finding[],
): KnownFailure[] {
  const checks = new Set(
    findings.filter(({ changeId }) => changeId === change.id).map(({ check }) => check),
  );
  const ofChecks = [...checks].map((check) =>
    worst(failures.filter((failure) => failure.check === check)),
  );
  return [knownOfSection(failures, change.section), ...ofChecks].filter(
    (failure) => failure !== undefined,
  );
}

/** What got past an item of the checklist before. */
export const knownOfItem = (
  failures: readonly KnownFailure[],
  item: string,
): KnownFailure | undefined => worst(failures.filter((failure) => failure.item === item));

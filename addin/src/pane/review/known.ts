import { useEffect, useState } from "react";
import { asApiError } from "../../api/problems";
import type { Change, Finding, KnownFailure } from "../../api/types";
import { useApp } from "../../store/context";

/** Seen once, it can be chance: a row speaks of what came back. */
const fewestRuns = 2;

/** What this workflow's AI tends to get wrong; nothing until it is known, and where it cannot be. */
export function useKnownFailures(workflow: string): readonly KnownFailure[] {
  const { api } = useApp().services;
  const [known, setKnown] = useState<readonly KnownFailure[]>([]);
  useEffect(() => {
    let wanted = true;
    api.knownFailures(workflow).then(
      (failures) => wanted && setKnown(failures),
      // A help beside the review, which goes on without it.
      (error: unknown) => asApiError(error),
    );
    return () => {
      wanted = false;
    };
  }, [api, workflow]);
  return known;
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

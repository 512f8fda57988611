import { useState } from "react";
import { ApiError, asApiError, describeFailure, type Notice } from "../api/problems";
import type { FieldProblem, Journey } from "../api/types";

/** A step that changes the journey; the revision is what the designer saw, none takes any. */
type Step = (revision: number | undefined) => Promise<Journey>;

export interface StepState {
  readonly busy: boolean;
  readonly notice: Notice | undefined;
  readonly problems: readonly FieldProblem[];
  /** Somebody else was faster: this takes the step all the same, over what they did. */
  readonly again: (() => Promise<boolean>) | undefined;
  /** Takes a step; true where it was taken. */
  readonly take: (step: Step) => Promise<boolean>;
  readonly clear: () => void;
}

/** The refusal as a whole: what is wrong with single fields stands beside them. */
const noticeOf = ({ kind, problem }: ApiError): Notice =>
  describeFailure(new ApiError(kind, { ...problem, errors: [] }));

/** Takes steps of a journey, and keeps what was refused and why. */
export function useStep(journey: Journey, onJourney: (journey: Journey) => void): StepState {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const [refused, setRefused] = useState<Step>();
  const run = async (step: Step, revision: number | undefined): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      onJourney(await step(revision));
      return true;
    } catch (error) {
      setFailure(asApiError(error));
      setRefused(() => step);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const moved = failure?.problem.code === "journey-moved";
  return {
    busy,
    notice: failure && !moved ? noticeOf(failure) : undefined,
    problems: failure?.fieldProblems ?? [],
    again: moved && refused ? () => run(refused, undefined) : undefined,
    take: (step) => run(step, journey.revision),
    clear: () => setFailure(undefined),
  };
}

import type { FieldProblem } from "../api/types";
import { within } from "../form/pointers";

/** The problems within a part of what was sent, with pointers into that part. */
export const relative = (problems: readonly FieldProblem[], part: string): FieldProblem[] =>
  problems
    .filter((problem) => within(problem.pointer, part))
    .map((problem) => ({ ...problem, pointer: problem.pointer.slice(part.length) }));

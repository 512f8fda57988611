import type { FieldProblem, ImportedTable } from "../../api/types";
import { tokensOf } from "../../form/pointers";

/** A row that does not fit, with every reason. */
export interface UnfitRow {
  /** Its place in the list, from 0. */
  readonly row: number;
  readonly details: readonly string[];
}

/** The items that a file holds, as they would stand in the record. */
export const itemsOf = ({ value }: ImportedTable): readonly unknown[] =>
  // The generated type of a free JSON value is an object; this one is always an array.
  Array.isArray(value) ? value : [];

const rowOf = ({ pointer }: FieldProblem): number | undefined => {
  const row = Number(tokensOf(pointer)[1]);
  return Number.isInteger(row) ? row : undefined;
};

/** The rows that do not fit, in the file's order. */
export function unfitRows({ problems }: ImportedTable): UnfitRow[] {
  const rows = new Map<number, string[]>();
  for (const problem of problems) {
    const row = rowOf(problem);
    if (row !== undefined) rows.set(row, [...(rows.get(row) ?? []), problem.detail]);
  }
  return [...rows].map(([row, details]) => ({ row, details })).toSorted((a, b) => a.row - b.row);
}

/** What is wrong with the list as a whole. */
export const wholeProblems = ({ problems }: ImportedTable): readonly FieldProblem[] =>
  problems.filter((problem) => rowOf(problem) === undefined);

import type { FieldProblem, ImportedTable, TemplateField, Workflow } from "../api/types";
import { mapTable, readCells } from "../form/table";
import { pointerOf } from "../form/pointers";
import { toRecord } from "../form/model";
import { validateRecord } from "./fakeRecord";
import { refuse } from "./refusal";

/** Reads a table of text as the server does: each cell at its place, what cannot be read named with its line. */
export async function readTable(request: Request, workflow: Workflow): Promise<ImportedTable> {
  const name = new URL(request.url).searchParams.get("field");
  const list = workflow.input.fields.find((field) => field.name === name);
  if (!list)
    return refuse(422, "which-list", "It is not clear which list this is for", "Name one.");
  const cells = readCells(await request.text());
  const table = mapTable(list, cells);
  const most = list.maxItems ?? 200;
  if (table.mapped !== "headers")
    refuse(
      422,
      "no-known-column",
      "This can't be read as a list",
      `No column has the name of a field. Name the columns in the first row: ${labels(list)}.`,
    );
  if (table.rows.length > most)
    refuse(
      422,
      "too-many-rows",
      "This can't be read as a list",
      `The file has ${String(table.rows.length)} rows; ${list.label} takes at most ${String(most)}.`,
    );
  const value = table.rows.map((row) => toRecord(list.fields ?? [], row.values));
  const problems: FieldProblem[] = value.flatMap((item, index) =>
    validateRecord(list.fields ?? [], item, pointerOf(list.name, index)).map((problem) => ({
      ...problem,
      detail: `${problem.detail.replace(/\.$/, "")} (line ${String(index + 2)}).`,
    })),
  );
  return {
    field: list.name,
    value: value as unknown as ImportedTable["value"],
    rows: value.length,
    columns: (cells[0] ?? []).map((heading) => ({
      heading,
      field: table.ignoredColumns.includes(heading)
        ? null
        : (list.fields?.find((field) => matches(field, heading))?.name ?? null),
    })),
    problems,
  };
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
const matches = (field: TemplateField, heading: string) =>
  [plain(field.label), plain(field.name)].includes(plain(heading));
const labels = (list: TemplateField) => (list.fields ?? []).map((field) => field.label).join(", ");

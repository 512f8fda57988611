import type { FieldProblem, TemplateField } from "../api/types";
import { isIsoDate } from "../format";
import { pointerOf, valueAt } from "../form/pointers";

/** The checks that matter for the pane: required, numbers, dates, lengths, list sizes; nested by pointer. */
export function validateRecord(
  fields: readonly TemplateField[],
  record: unknown,
  base = "",
): FieldProblem[] {
  return fields.flatMap((field): FieldProblem[] => {
    const pointer = base + pointerOf(field.name);
    const value = valueAt(record, pointerOf(field.name));
    const problem = (code: string, detail: string, expected?: string): FieldProblem[] => [
      { pointer, code, detail, expected: expected ?? "" },
    ];
    if (value === undefined || value === null || value === "")
      return field.required ? problem("required", `${field.label} is missing.`) : [];
    if (field.kind === "Number" && typeof value !== "number")
      return problem("not-a-number", `${field.label} is not a number.`, "a number such as 5");
    if (field.kind === "Date" && !(typeof value === "string" && isIsoDate(value)))
      return problem("not-a-date", `${field.label} is not a date.`, "a date such as 2024-07-24");
    if (typeof value === "string" && field.minLength && value.length < field.minLength)
      return problem(
        "too-short",
        `${field.label} is too short.`,
        `at least ${String(field.minLength)} characters`,
      );
    if (!Array.isArray(value)) return [];
    if (field.minItems && value.length < field.minItems)
      return problem("too-few", `${field.label} needs at least ${String(field.minItems)}.`);
    return value.flatMap((item: unknown, index) =>
      validateRecord(field.fields ?? [], item, `${pointer}/${String(index)}`),
    );
  });
}

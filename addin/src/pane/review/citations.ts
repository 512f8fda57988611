import type { TemplateField } from "../../api/types";
import { showValue } from "../../form/model";
import { fieldAt, labelOf, pointerOf, tokensOf, valueAt } from "../../form/pointers";

export interface Citation {
  /** The field or the list row that the sentence comes from. */
  readonly pointer: string;
  readonly label: string;
  /** What the record says there: one line per cited value. */
  readonly values: readonly { readonly label: string; readonly value: string }[];
}

/** The list row of a pointer, or the pointer itself: three cells of one milestone are one source for a reader. */
function sourceOf(pointer: string): string {
  const tokens = tokensOf(pointer);
  const row = tokens.findIndex((token) => /^\d+$/.test(token));
  return row < 0 ? pointer : pointerOf(...tokens.slice(0, row + 1));
}

/** What a change cites, one entry per field or list row, in the order of the citations. */
export function citationsOf(
  pointers: readonly string[],
  fields: readonly TemplateField[],
  record: unknown,
): Citation[] {
  const sources = [...new Set(pointers.map(sourceOf))];
  return sources.map((source) => ({
    pointer: source,
    label: labelOf(fields, source),
    values: pointers
      .filter((pointer) => sourceOf(pointer) === source)
      .map((pointer) => ({
        label: fieldAt(fields, pointer)?.label ?? "",
        value: showValue(fieldAt(fields, pointer), valueAt(record, pointer)),
      })),
  }));
}

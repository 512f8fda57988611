import type { TemplateField } from "../api/types";

/** Escapes one reference token (RFC 6901, section 3). */
export const escapeToken = (token: string): string =>
  token.replaceAll("~", "~0").replaceAll("/", "~1");

/** Builds a JSON pointer from its tokens. */
export const pointerOf = (...tokens: readonly (string | number)[]): string =>
  tokens.map((token) => `/${escapeToken(String(token))}`).join("");

/** The tokens of a JSON pointer; also of its URI fragment form (`#/a/b`). */
export function tokensOf(pointer: string): string[] {
  const bare = pointer.startsWith("#") ? decodeURIComponent(pointer.slice(1)) : pointer;
  if (bare === "") return [];
  return bare
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Whether `pointer` is `ancestor` or lies inside it. */
export const within = (pointer: string, ancestor: string): boolean =>
  pointer === ancestor || pointer.startsWith(`${ancestor}/`);

/** The value at a pointer, or undefined where the record has none. */
export function valueAt(record: unknown, pointer: string): unknown {
  let value: unknown = record;
  for (const token of tokensOf(pointer)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === token)?.[1];
  }
  return value;
}

/** The field that a pointer names, or undefined: `/nextSteps/1/date` is the column Date of the list Next steps. */
export function fieldAt(
  fields: readonly TemplateField[],
  pointer: string,
): TemplateField | undefined {
  let level: readonly TemplateField[] = fields;
  let found: TemplateField | undefined;
  for (const token of tokensOf(pointer)) {
    if (/^\d+$/.test(token) && found?.kind === "List") continue;
    const next = level.find((field) => field.name === token);
    if (!next) return found;
    found = next;
    level = next.fields ?? [];
  }
  return found;
}

/** A pointer in words: `/nextSteps/1/date` reads "Next steps 2, Date". Unknown tokens stay readable. */
export function labelOf(fields: readonly TemplateField[], pointer: string): string {
  let level: readonly TemplateField[] = fields;
  const words: string[] = [];
  for (const token of tokensOf(pointer)) {
    if (/^\d+$/.test(token) && words.length > 0) {
      words.push(`${words.pop() ?? ""} ${String(Number(token) + 1)}`);
      continue;
    }
    const field = level.find((candidate) => candidate.name === token);
    words.push(field?.label ?? token);
    level = field?.fields ?? [];
  }
  return words.join(", ");
}

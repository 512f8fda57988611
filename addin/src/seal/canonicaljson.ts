/**
 * The text that is signed for a JSON value (RFC 8785): members sorted by the units of their names. Members without a value are left out,
 * as the server does before it signs.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = value as Readonly<Record<string, unknown>>;
  const shown = Object.keys(members).filter((name) => members[name] !== null);
  shown.sort();
  return `{${shown.map((name) => `${JSON.stringify(name)}:${canonicalJson(members[name])}`).join(",")}}`;
}

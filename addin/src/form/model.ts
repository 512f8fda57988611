import type { InputRecord, TemplateField } from "../api/types";
import { editNumber, formatDate, formatMoney, formatNumber, parseNumber } from "../format";
import { strings } from "../strings";

/** One row of a list while it is edited; the key keeps the row's identity through reordering. */
export interface FormRow {
  readonly key: string;
  readonly values: FormValues;
}

/** What stands in a field while it is edited: text as typed, so that nothing typed is ever lost. */
export type FormValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "flag"; readonly on: boolean | undefined }
  | { readonly kind: "money"; readonly amount: string; readonly currency: string }
  | { readonly kind: "person"; readonly name: string; readonly email: string }
  | { readonly kind: "rows"; readonly rows: readonly FormRow[] };

export interface FormValues {
  readonly [name: string]: FormValue;
}

let lastRow = 0;
const newKey = () => `row-${String(++lastRow)}`;

const text = (value: string): FormValue => ({ kind: "text", text: value });

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function plain(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return editNumber(value);
  if (typeof value === "boolean") return String(value);
  return "";
}

/** The editable form of one value of the record; absent values give the field's empty form. */
export function toFormValue(field: TemplateField, value: unknown): FormValue {
  switch (field.kind) {
    case "YesNo":
      return { kind: "flag", on: typeof value === "boolean" ? value : undefined };
    case "Money":
      return {
        kind: "money",
        amount: plain(property(value, "amount")),
        currency: plain(property(value, "currency")) || (field.currency ?? "EUR"),
      };
    case "Person":
      return {
        kind: "person",
        name: typeof value === "string" ? value : plain(property(value, "name")),
        email: plain(property(value, "email")),
      };
    case "List": {
      const items = Array.isArray(value) ? value : Array.from({ length: field.minItems ?? 0 });
      return { kind: "rows", rows: items.map((item: unknown) => newRow(field, item)) };
    }
    default:
      return text(plain(value));
  }
}

/** A row of a list field, filled from an item of the record or empty. */
export function newRow(field: TemplateField, item?: unknown): FormRow {
  return { key: newKey(), values: toForm(field.fields ?? [], item) };
}

/** The editable form of a whole record. */
export function toForm(fields: readonly TemplateField[], record: unknown): FormValues {
  return Object.fromEntries(
    fields.map((field) => [field.name, toFormValue(field, property(record, field.name))]),
  );
}

function toValue(field: TemplateField, value: FormValue): unknown {
  switch (value.kind) {
    case "text": {
      const trimmed = value.text.trim();
      if (trimmed === "") return undefined;
      // What is no number goes to the server as typed: its answer then names the field and what it expects.
      if (field.kind === "Number") return parseNumber(trimmed) ?? trimmed;
      return field.kind === "LongText" ? value.text.trimEnd() : trimmed;
    }
    case "flag":
      return value.on;
    case "money": {
      const amount = value.amount.trim();
      if (amount === "") return undefined;
      return { amount: parseNumber(amount) ?? amount, currency: value.currency.trim() };
    }
    case "person": {
      const [name, email] = [value.name.trim(), value.email.trim()];
      if (name === "" && email === "") return undefined;
      return email === "" ? { name } : { name, email };
    }
    case "rows":
      return value.rows.map((row) => toRecord(field.fields ?? [], row.values));
  }
}

/** The record as the API takes it. An optional field that is empty is absent. */
export function toRecord(fields: readonly TemplateField[], form: FormValues): InputRecord {
  const entries: [string, unknown][] = [];
  for (const field of fields) {
    const value = form[field.name];
    const converted = value && toValue(field, value);
    const emptyOptionalList = Array.isArray(converted) && converted.length === 0 && !field.required;
    if (converted !== undefined && !emptyOptionalList) entries.push([field.name, converted]);
  }
  return Object.fromEntries(entries);
}

/** Whether somebody has put anything in. */
export function isEmpty(fields: readonly TemplateField[], form: FormValues): boolean {
  return fields.every((field) => {
    const value = form[field.name];
    if (value?.kind === "rows")
      return value.rows.every((row) => isEmpty(field.fields ?? [], row.values));
    return value === undefined || toValue(field, value) === undefined;
  });
}

/** A value of the record for reading, in the person's locale. */
export function showValue(field: TemplateField | undefined, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? strings.input.yes : strings.input.no;
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "string") return field?.kind === "Date" ? formatDate(value) : value;
  if (Array.isArray(value))
    return value.map((item: unknown) => showRow(field?.fields ?? [], item)).join("; ");
  const amount = property(value, "amount");
  const currency = property(value, "currency");
  if (typeof amount === "number" && typeof currency === "string")
    return formatMoney(amount, currency);
  const [name, email] = [plain(property(value, "name")), plain(property(value, "email"))];
  if (field?.kind === "Person") return email ? `${name} (${email})` : name;
  return showRow(field?.fields ?? [], value);
}

function showRow(fields: readonly TemplateField[], item: unknown): string {
  if (typeof item !== "object" || item === null) return plain(item);
  return Object.entries(item)
    .map(([name, value]: [string, unknown]) =>
      showValue(
        fields.find((field) => field.name === name),
        value,
      ),
    )
    .filter(Boolean)
    .join(", ");
}

/** Takes what was saved over into the template's present shape: what no longer fits the field's kind is left out. */
export function restoreForm(fields: readonly TemplateField[], saved: FormValues): FormValues {
  return Object.fromEntries(
    fields.map((field): [string, FormValue] => {
      const empty = toFormValue(field, undefined);
      const value = saved[field.name];
      if (value?.kind !== empty.kind) return [field.name, empty];
      if (value.kind !== "rows") return [field.name, value];
      // Row keys of an earlier visit could clash with new ones.
      const rows = value.rows.map((row) => ({
        key: newKey(),
        values: restoreForm(field.fields ?? [], row.values),
      }));
      return [field.name, { kind: "rows", rows }];
    }),
  );
}

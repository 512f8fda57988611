import type { TemplateField } from "../api/types";
import { parseNumber } from "../format";
import { readDate } from "./dates";
import { newRow, type FormRow, type FormValue } from "./model";

/** Cells of a pasted table, row by row. */
export type Cells = readonly (readonly string[])[];

/** What became of a pasted table: the rows, and all that the person should know about them. */
export interface PastedTable {
  readonly rows: readonly FormRow[];
  readonly mapped: "headers" | "order";
  /** Header or number of each column that no field took. */
  readonly ignoredColumns: readonly string[];
  /** Cells that stand in the form as they were, because they could not be read as the field's kind. */
  readonly unread: readonly {
    readonly row: number;
    readonly label: string;
    readonly text: string;
  }[];
}

/** RFC 4180, with the separator given; a quote opens a field only at its start, as Excel does. */
function separated(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const source = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === separator) endCell();
    else if (char === "\n") endRow();
    else cell += char;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}

function tidy(rows: string[][]): string[][] {
  return rows
    .map((row) => row.map((cell) => cell.replaceAll(/[\s\u00a0]+/g, " ").trim()))
    .filter((row) => row.some((cell) => cell !== ""));
}

function htmlCells(html: string): string[][] | undefined {
  const page = new DOMParser().parseFromString(html, "text/html");
  const table = page.querySelector("table");
  if (!table) return undefined;
  return [...table.querySelectorAll("tr")].map((tr) =>
    [...tr.querySelectorAll("td, th")].map((cell) => cell.textContent),
  );
}

/** Reads a table off the clipboard: HTML (Word, Excel, a web page) wins over tab-separated text over CSV. */
export function readCells(plain: string, html = ""): Cells {
  const fromHtml = html === "" ? undefined : htmlCells(html);
  if (fromHtml && fromHtml.length > 0) return tidy(fromHtml);
  if (plain.includes("\t")) return tidy(separated(plain, "\t"));
  // The separator is the one that makes a table; in doubt the semicolon, for the comma then is a decimal sign.
  const [semicolons, commas] = [separated(plain, ";"), separated(plain, ",")];
  const columns = (rows: Cells) => rows[0]?.length ?? 0;
  return tidy(
    columns(semicolons) > 1 && columns(semicolons) >= columns(commas) ? semicolons : commas,
  );
}

const normal = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");

function columnsByHeader(
  header: readonly string[],
  fields: readonly TemplateField[],
): (TemplateField | undefined)[] | undefined {
  const taken = new Set<TemplateField>();
  const columns = header.map((cell) => {
    const field = fields.find(
      (candidate) =>
        !taken.has(candidate) &&
        normal(cell) !== "" &&
        [normal(candidate.name), normal(candidate.label)].includes(normal(cell)),
    );
    if (field) taken.add(field);
    return field;
  });
  // One known word can be data by chance; half of the columns cannot.
  return taken.size > 0 && taken.size * 2 >= Math.min(header.length, fields.length)
    ? columns
    : undefined;
}

function readCell(field: TemplateField, cell: string): { value: FormValue; read: boolean } {
  const text = (value: string, read: boolean) => ({
    value: { kind: "text", text: value } as const,
    read,
  });
  switch (field.kind) {
    case "Date": {
      const date = readDate(cell);
      return text(date ?? cell, date !== undefined);
    }
    case "Number":
      return text(cell, parseNumber(cell) !== undefined);
    case "Choice": {
      const choice = field.choices?.find((option) => normal(option) === normal(cell));
      return text(choice ?? cell, choice !== undefined);
    }
    case "YesNo": {
      const yes = /^(yes|y|true|1|x)$/i.test(cell);
      const no = /^(no|n|false|0)$/i.test(cell);
      return { value: { kind: "flag", on: yes ? true : no ? false : undefined }, read: yes || no };
    }
    case "Money": {
      const money = /^([A-Z]{3})?\s*(.*?)\s*([A-Z]{3})?$/.exec(cell);
      const amount = money?.[2] ?? cell;
      const currency = money?.[1] ?? money?.[3] ?? field.currency ?? "EUR";
      return {
        value: { kind: "money", amount, currency },
        read: parseNumber(amount) !== undefined,
      };
    }
    case "Person":
      return { value: { kind: "person", name: cell, email: "" }, read: true };
    default:
      return text(cell, true);
  }
}

/** Maps the cells to rows of the list: by header names where the first row holds them, by order where not. */
export function mapTable(field: TemplateField, cells: Cells): PastedTable {
  const fields = field.fields ?? [];
  const header = cells[0] ?? [];
  const byHeader = columnsByHeader(header, fields);
  const columns = byHeader ?? header.map((_, index) => fields[index]);
  const body = byHeader ? cells.slice(1) : cells;
  const unread: { row: number; label: string; text: string }[] = [];
  const rows = body.map((line, row) => {
    const empty = newRow(field);
    const values = { ...empty.values };
    columns.forEach((column, index) => {
      const cell = line[index] ?? "";
      if (!column || cell === "") return;
      const { value, read } = readCell(column, cell);
      values[column.name] = value;
      if (!read) unread.push({ row: row + 1, label: column.label, text: cell });
    });
    return { key: empty.key, values };
  });
  const ignoredColumns = columns.flatMap((column, index) =>
    column ? [] : [byHeader ? (header[index] ?? "") : String(index + 1)],
  );
  return { rows, mapped: byHeader ? "headers" : "order", ignoredColumns, unread };
}

import { describe, expect, it } from "vitest";
import type { TemplateField } from "../api/types";
import { readDate } from "./dates";
import { toRecord } from "./model";
import { mapTable, readCells } from "./table";

const list: TemplateField = {
  name: "nextSteps",
  label: "Next steps",
  kind: "List",
  required: true,
  fields: [
    { name: "name", label: "Name", kind: "Text", required: true },
    { name: "date", label: "Due date", kind: "Date", required: true },
    { name: "owner", label: "Owner", kind: "Text", required: false },
  ],
};

const recordsOf = (plain: string, html?: string) => {
  const table = mapTable(list, readCells(plain, html));
  return { ...table, records: table.rows.map((row) => toRecord(list.fields ?? [], row.values)) };
};

describe("C01 a pasted table", () => {
  it("is mapped by its header row in whatever order the columns stand", () => {
    const { records, mapped } = recordsOf("Owner\tDue date\tName\nLead\t2024-07-24\tCode Freeze");
    expect(mapped).toBe("headers");
    expect(records).toEqual([{ name: "Code Freeze", date: "2024-07-24", owner: "Lead" }]);
  });

  it("is mapped by order without a header row", () => {
    const { records, mapped } = recordsOf("Code Freeze,24 July 2024,Lead\r\n");
    expect(mapped).toBe("order");
    expect(records).toEqual([{ name: "Code Freeze", date: "2024-07-24", owner: "Lead" }]);
  });

  it("keeps separators and quotes inside of quoted cells, and reads a line break there as a space", () => {
    expect(readCells('"Code, then\nfreeze";"the ""real"" lead"')).toEqual([
      ["Code, then freeze", 'the "real" lead'],
    ]);
  });

  it("takes the semicolon where the comma is a decimal sign", () => {
    expect(readCells("1,5;2\n3,5;4")).toEqual([
      ["1,5", "2"],
      ["3,5", "4"],
    ]);
  });

  it("is read from Word's HTML, whose plain text is no table", () => {
    const html =
      "<table><tr><td><p>Code\n Freeze</p></td><td>24.07.2024</td><td>Lead</td></tr></table>";
    expect(recordsOf("Code Freeze\n24.07.2024\nLead", html).records).toEqual([
      { name: "Code Freeze", date: "2024-07-24", owner: "Lead" },
    ]);
  });

  it("names the columns that no field takes", () => {
    expect(recordsOf("Name\tDue date\tStatus\nA\t2024-01-02\tdone").ignoredColumns).toEqual([
      "Status",
    ]);
  });

  it("keeps what it cannot read, and says where it stands", () => {
    const { records, unread } = recordsOf("Name\tDue date\nA\tsoon");
    expect(records).toEqual([{ name: "A", date: "soon" }]);
    expect(unread).toEqual([{ row: 1, label: "Due date", text: "soon" }]);
  });

  it("gives no rows for text without a table in it", () => {
    expect(recordsOf("  \n ").records).toEqual([]);
  });
});

describe("C01 a date as people write it", () => {
  it.each([
    ["2024-07-24", "2024-07-24"],
    ["24.7.2024", "2024-07-24"],
    ["24 July 2024", "2024-07-24"],
    ["Wednesday, 24 July 2024", "2024-07-24"],
    ["Jul 24, 2024", "2024-07-24"],
    ["7/24/2024", "2024-07-24"],
    ["24/7/2024", "2024-07-24"],
    ["31 June 2024", undefined],
    ["soon", undefined],
  ])("%s", (text, date) => {
    expect(readDate(text, "en-US")).toBe(date);
  });

  it("reads an ambiguous date in the order of the locale", () => {
    expect(readDate("3/4/2024", "en-US")).toBe("2024-03-04");
    expect(readDate("3/4/2024", "en-GB")).toBe("2024-04-03");
  });
});

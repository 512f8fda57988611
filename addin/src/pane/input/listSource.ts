import { createContext, useContext } from "react";
import type { TableType } from "../../api/filtering";
import type { ImportedTable } from "../../api/types";

/** Reads a file as a list field of the workflow whose form this is. */
export type ReadList = (field: string, file: Blob, type: TableType) => Promise<ImportedTable>;

/** Where lists are filled from files. */
export interface ListReading {
  readonly read: ReadList;
  /** What was read of a file was taken over. */
  readonly took: (table: ImportedTable) => void;
}

/** Where lists can be filled from a file; nowhere in a preview of a form. */
export const ListSource = createContext<ListReading | undefined>(undefined);

export const useListSource = (): ListReading | undefined => useContext(ListSource);

/** More is not taken by the server. */
export const mostBytes = 20 * 1024 * 1024;

const types: Readonly<Record<string, TableType>> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  tab: "text/tab-separated-values",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  eml: "message/rfc822",
  txt: "text/plain",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** What the dialog of the system offers. */
export const accepted = Object.keys(types)
  .map((ending) => `.${ending}`)
  .join(",");

/** The kind of a file by its ending: browsers know no type of a mail, and Windows calls a CSV file an Excel one. */
export const tableTypeOf = (name: string): TableType | undefined =>
  types[name.split(".").at(-1)?.toLowerCase() ?? ""];

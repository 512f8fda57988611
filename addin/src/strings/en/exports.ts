import type { ExportForm, ExportTable } from "../../api/administration";

/** The words of the exports on the administration page. */
export const exports = {
  title: "Tables and data",
  lead: "For reports of your own. No text of a draft is in the tables. The ledger notes who took them.",
  tables: { handoffs: "Handoffs", findings: "Findings" } satisfies Record<ExportTable, string>,
  about: {
    handoffs: "Who did what when, and how it went: a line for each handoff",
    findings: "What the checks say of all texts as they stand, without the words they quote",
  } satisfies Record<ExportTable, string>,
  forms: { csv: "CSV", json: "JSON" } satisfies Record<ExportForm, string>,
  downloadOf: (table: string, form: string) => `Download ${table} as ${form}`,
  person: {
    ask: "A person's data",
    title: "What there is of a person",
    body: "For somebody who asks what is kept about them. Everybody can download their own from the menu at their name. The ledger notes that you did.",
    who: "Whose data",
    download: "Download",
  },
};

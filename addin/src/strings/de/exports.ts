import type { ExportForm, ExportTable } from "../../api/administration";

/** The words of the exports on the administration page. */
export const exports = {
  title: "Tabellen und Daten",
  lead: "Für eigene Auswertungen. In den Tabellen steht kein Text eines Entwurfs. Das Protokoll hält fest, wer sie geholt hat.",
  tables: { handoffs: "Übergaben", findings: "Befunde" } satisfies Record<ExportTable, string>,
  about: {
    handoffs: "Wer wann was getan hat und wie es ausging: eine Zeile je Übergabe",
    findings:
      "Was die Prüfungen zu allen Texten in ihrem jetzigen Stand sagen, ohne zitierte Wörter",
  } satisfies Record<ExportTable, string>,
  forms: { csv: "CSV", json: "JSON" } satisfies Record<ExportForm, string>,
  downloadOf: (table: string, form: string) => `${table} als ${form} herunterladen`,
  person: {
    ask: "Daten einer Person",
    title: "Was es über eine Person gibt",
    body: "Für jemanden, der fragt, was über ihn gespeichert ist. Die eigenen Daten kann jeder im Menü bei seinem Namen herunterladen. Das Protokoll hält fest, dass Sie es getan haben.",
    who: "Wessen Daten",
    download: "Herunterladen",
  },
};

/** The words about what a workflow's AI tends to get wrong. */
export const failures = {
  title: (known: number) => `Was hier oft schiefgeht (${String(known)})`,
  missing: "Was hier oft schiefgeht, konnte nicht geladen werden.",
  lead: "Aus den Prüfungen, den Korrekturen der Prüfenden und später gefundenen Fehlern der letzten Durchläufe.",
  note: "Bekannt",
  at: (place: string, sentence: string) => `${place}: ${sentence}`,
  counts: (runs: number, of: number) => `${String(runs)} von ${String(of)}`,
  here: {
    Edited: (times: string) => `Wird hier oft umformuliert: ${times} Entwürfen.`,
    Rejected: (times: string) => `Wird hier oft abgelehnt: ${times} Entwürfen.`,
    Finding: (times: string) => `Diese Prüfung findet oft etwas: ${times} Entwürfen.`,
    Overlooked: (times: string) => `Wird leicht übersehen: ${times} Entwürfen.`,
    Escaped: (times: string) => `Blieb in der Prüfung schon unbemerkt: ${times} Entwürfen.`,
  },
};

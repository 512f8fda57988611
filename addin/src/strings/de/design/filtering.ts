import { formatFixed, formatNumber } from "../../../format";
import { count } from "../count";

const share = (value: number) => formatFixed(value, 2);

/** The words about how well a filter chooses. */
export const filtering = {
  title: "Rücktest an Einträgen mit bekannter Antwort",
  lead: "Was in einem Durchlauf bewertet, bewertet hier die markierten Beispiele; zu jeder Schwelle steht, was sie übergäbe.",
  run: "Rücktest durchführen",
  running: "Die Beispiele werden bewertet …",
  done: "Der Rücktest ist da.",
  never:
    "Er läuft, wenn Sie ihn anfordern, und wird nirgends aufbewahrt: Ein neues Modell oder neue Kriterien brauchen einen neuen.",
  noLabels:
    "Noch hat kein Beispiel markierte Einträge. Markieren Sie unter „Gestalten“, welche Einträge eines Beispiels die richtigen sind.",
  meets: "Die Hürde für das Übergebene ist genommen.",
  fails: "Die Hürde für das Übergebene ist nicht genommen.",
  basis: (items: number, records: number, relevant: number, origin: string) =>
    `${count(items, "Eintrag", "Einträge")} aus ${count(records, "markiertem Beispiel", "markierten Beispielen")}, davon ${formatNumber(relevant)} richtig. Bewertet von ${origin}.`,
  precision: "Genauigkeit",
  recall: "Trefferquote",
  f1: "F1",
  precisionIs: "Genauigkeit: welcher Anteil des Übergebenen richtig ist.",
  recallIs: "Trefferquote: welcher Anteil des Richtigen übergeben wird.",
  threshold: "Schwelle",
  handedOver: "Übergeben",
  right: "Richtig",
  chosen: (value: number) => `Gewählt: ${formatNumber(value)}`,
  best: (threshold: number, f1: number) =>
    `Das höchste F1, ${share(f1)}, liegt bei der Schwelle ${formatNumber(threshold)}.`,
  average: (value: number) => `Mittlere Genauigkeit ${share(value)}.`,
  here: (label: string, value: string, bar: string) => `${label} ${value}, die Hürde ist ${bar}`,
  showAll: (rest: number) => `${formatNumber(rest)} weitere Schwellen zeigen`,
  share,
  none: "–",
  bars: {
    title: "Die beiden Hürden in echten Durchläufen",
    lead: (runs: number, version: number) =>
      `${count(runs, "herausgegebener Durchlauf", "herausgegebene Durchläufe")} von Version ${String(version)}.`,
    handedOver: "Übergeben: von Menschen behalten",
    final: "Am Ende: von denen angenommen, die es bekamen",
    said: (right: number, of: number, bar: string) =>
      `${formatNumber(right)} von ${formatNumber(of)}, die Hürde ist ${bar}`,
    met: "Genommen",
    missed: "Nicht genommen",
    unknown: "Noch ist nichts bekannt",
  },
};

/** The words of the tab Playbook. */
export const playbook = {
  download: "Als Word-Datei herunterladen",
  empty:
    "Es gibt noch keine Version. Legen Sie unter „Gestalten“ eine an: Das Playbook entsteht aus ihr und ihren Durchläufen.",
  made: (version: number) =>
    `Zu Version ${String(version)}, aus dem, was in diesem Moment gespeichert ist.`,
  nothing: "Davon ist noch nichts bekannt.",
};

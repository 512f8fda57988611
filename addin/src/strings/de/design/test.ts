import { formatNumber } from "../../../format";
import { count } from "../count";

/** The words of the tab Test. */
export const test = {
  version: "Version",
  try: "Beispiele ausprobieren",
  trying: "Die Beispiele werden ausprobiert …",
  done: (passed: number, all: number) =>
    `${formatNumber(passed)} von ${count(all, "Beispiel", "Beispielen")} bestanden.`,
  bar: (examples: number, share: string) =>
    `Die Hürde: mindestens ${count(examples, "Beispiel", "Beispiele")} mit erwarteten Fakten, davon bestehen ${share}.`,
  passes: "Die Hürde ist genommen",
  fails: "Die Hürde ist nicht genommen",
  made: (origin: string, when: string, name: string) =>
    `Gemacht mit ${origin}, ${when}, von ${name}.`,
  reopened:
    "Das gilt für diese Version und dieses Modell. Mit einem anderen ist der Test wieder offen.",
  never: (drafter: string) => `Mit ${drafter} wurden diese Beispiele noch nicht ausprobiert.`,
  passed: "Bestanden",
  failed: "Nicht bestanden",
  facts: (said: number, all: number) =>
    `${formatNumber(said)} von ${count(all, "Fakt", "Fakten")} gesagt`,
  missing: "Nicht gesagt",
  said: "Gesagt, darf aber nicht",
  blocking: "Würde das Unterschreiben sperren",
  text: "Der Entwurf",
  noDraft: "Es kam kein Entwurf",
  noVersion: "Es gibt noch keine Version. Legen Sie unter „Gestalten“ eine an.",
};

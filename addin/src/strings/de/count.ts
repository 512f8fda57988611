import { formatNumber } from "../../format";

/** „1 Änderung“, „2 Änderungen“. German has two forms, and 1 alone takes the first (CLDR plural rules for de). */
export const count = (value: number, one: string, many: string): string =>
  `${formatNumber(value)} ${value === 1 ? one : many}`;

/** A label that begins with an adjective, within a sentence: „Hohe Tragweite“ becomes „hohe Tragweite“. */
export const withinSentence = (label: string): string =>
  label.charAt(0).toLowerCase() + label.slice(1);

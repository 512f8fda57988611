import { isLetters } from "./characters";
import { paired } from "./names";

/** A number of CSS with its unit, in thousandths: whole numbers are the same in every language. See HtmlLength of the server. */
export interface Length {
  readonly thousandths: number;
  readonly unit: string;
}

/** More than any page measures. */
export const most = 10000000;

/** The size of text that nothing was said about: 16 px, in thousandths. */
export const defaultFont = 16000;

const units = paired(
  ":1000 px:1000 pt:1333 pc:16000 in:96000 cm:37795 mm:3780 q:945 rem:16000",
  Number,
);

/** The number that a value is, or undefined. */
export function parseLength(value: string): Length | undefined {
  const parts = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([^]*)$/.exec(value);
  if (parts === null) return undefined;
  const whole = String(parts[2]);
  let fraction = "";
  if (parts[3] !== undefined) fraction = parts[3];
  const unit = String(parts[4]);
  if (whole === "" && fraction === "") return undefined;
  if (unit !== "" && unit !== "%" && !isLetters(unit)) return undefined;
  const digits = Math.min(most, Number(`0${whole}`));
  const size = Math.min(most, digits * 1000 + Number(`${fraction}000`.slice(0, 3)));
  if (parts[1] === "-") return { thousandths: -size, unit };
  return { thousandths: size, unit };
}

/** In thousandths of a pixel, or undefined for a unit that depends on the window. A percentage is of `whole`. */
export function pixels(length: Length, font: number, whole: number): number | undefined {
  let factor = units.get(length.unit);
  if (length.unit === "em") factor = font;
  else if (length.unit === "ex" || length.unit === "ch") factor = Math.trunc(font / 2);
  else if (length.unit === "%") factor = Math.trunc(whole / 100);
  else if (factor === undefined && length.thousandths === 0) factor = 0;
  if (factor === undefined) return undefined;
  const size = Math.trunc((length.thousandths * factor) / 1000);
  return Math.max(-most, Math.min(most, size));
}

/** The length that a value is in thousandths of a pixel, or undefined. */
export function pixelsOf(value: string, font: number, whole: number): number | undefined {
  const length = parseLength(value);
  if (length === undefined) return undefined;
  return pixels(length, font, whole);
}

import { currentLocale as locale, direction, wordsLocale } from "../strings/current";

/** Dates and numbers in the person's own locale: the language of the screens, in the region that the person is in. */

// What belongs together, as a number and its unit do, is not parted by the end of a line.
const space = "\u00a0";

/** A date or a quantity among words from right to left keeps its own order: FIRST STRONG ISOLATE and its end (UAX #9). */
const isolated = (text: string): string => (direction() === "rtl" ? `\u2068${text}\u2069` : text);

/** True for a calendar date as the API writes it (RFC 3339 full-date). */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** "24 July 2024". A calendar date has no zone, so none may shift it. Anything else comes back as it is. */
export function formatDate(iso: string, inLocale = locale()): string {
  if (!isIsoDate(iso)) return iso;
  return isolated(
    new Intl.DateTimeFormat(inLocale, { dateStyle: "long", timeZone: "UTC" }).format(
      new Date(`${iso}T00:00:00Z`),
    ),
  );
}

/** "24 Jul", for an axis or a narrow column. Anything but a calendar date comes back as it is. */
export function formatShortDate(iso: string, inLocale = locale()): string {
  if (!isIsoDate(iso)) return iso;
  const format = new Intl.DateTimeFormat(inLocale, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return isolated(format.format(new Date(`${iso}T00:00:00Z`)).replaceAll(" ", space));
}

/** An instant with its zone, for what somebody may have to prove. */
export function formatInstant(iso: string, inLocale = locale()): string {
  const format = new Intl.DateTimeFormat(inLocale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
  return isolated(format.format(new Date(iso)));
}

/** The time of day of an instant that is near, to the minute. */
export function formatClock(iso: string, inLocale = locale()): string {
  return new Intl.DateTimeFormat(inLocale, { hour: "2-digit", minute: "2-digit" }).format(
    new Date(iso),
  );
}

/** The time of day of an instant that is near, to the second. */
export function formatTime(iso: string, inLocale = locale()): string {
  return new Intl.DateTimeFormat(inLocale, { timeStyle: "medium" }).format(new Date(iso));
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "in 3 hours", "2 days ago". */
export function formatRelative(iso: string, now: Date, inLocale = locale()): string {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(inLocale, { numeric: "auto" });
  for (const [unit, size] of steps)
    if (Math.abs(seconds) >= size) return isolated(format.format(Math.round(seconds / size), unit));
  return isolated(format.format(0, "minute"));
}

/** How long ago: "3 hours", "2 days"; less than a minute is "1 minute". */
export function formatSpan(iso: string, now: Date, inLocale = locale()): string {
  const seconds = Math.max(60, (now.getTime() - new Date(iso).getTime()) / 1000);
  const [unit, size] = steps.find((step) => seconds >= step[1]) ?? ["minute", 60];
  const format = new Intl.NumberFormat(inLocale, { style: "unit", unit, unitDisplay: "long" });
  return isolated(format.format(Math.floor(seconds / size)));
}

/** Whether an instant is on the calendar day before, where the person is. */
export function isYesterday(iso: string, now: Date): boolean {
  const day = new Date(now);
  day.setDate(day.getDate() - 1);
  return new Date(iso).toDateString() === day.toDateString();
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A format is dear to make and numbers are many on a screen: one per locale is kept. */
function numberFormat(inLocale: string): Intl.NumberFormat {
  const known = numbers.get(inLocale);
  if (known) return known;
  const format = new Intl.NumberFormat(inLocale, { maximumFractionDigits: 6 });
  numbers.set(inLocale, format);
  return format;
}

export function formatNumber(value: number, inLocale = locale()): string {
  // A small count is written alike in all our languages; the first format of a page takes long enough for it to be seen.
  if (Number.isInteger(value) && value >= 0 && value < 1000 && /^(?:en|de)\b/.test(inLocale))
    return String(value);
  return numberFormat(inLocale).format(value);
}

/** A number with exactly so many digits behind the decimal sign. */
export function formatFixed(value: number, digits: number, inLocale = locale()): string {
  return new Intl.NumberFormat(inLocale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A share, 0 to 1, in whole percent: "85 %". */
export function formatShare(share: number, inLocale = locale()): string {
  return `${formatNumber(Math.round(share * 100), inLocale)}${space}%`;
}

export function formatMoney(amount: number, currency: string, inLocale = locale()): string {
  try {
    return isolated(
      new Intl.NumberFormat(inLocale, { style: "currency", currency }).format(amount),
    );
  } catch (error) {
    // An unknown currency code is the record's, and shown as it stands.
    if (error instanceof RangeError) return `${formatNumber(amount, inLocale)} ${currency}`;
    throw error;
  }
}

/** A duration for reading: "48 s", "3 min", "1 h 5 min". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return isolated(`${String(whole)}${space}s`);
  const minutes = Math.round(whole / 60);
  const rest = minutes % 60;
  const hours = minutes < 60 ? "" : `${String((minutes - rest) / 60)}${space}h`;
  const over = rest === 0 && hours !== "" ? "" : `${String(rest)}${space}min`;
  return isolated([hours, over].filter(Boolean).join(" "));
}

function separators(inLocale: string): { readonly decimal: string; readonly group: string } {
  const parts = new Intl.NumberFormat(inLocale).formatToParts(12345.6);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { decimal: of("decimal") || ".", group: of("group") };
}

/** A number as people of the locale type it, or undefined. The plain form with a point is always understood. */
export function parseNumber(text: string, inLocale = locale()): number | undefined {
  const plain = /^[+-]?\d+(\.\d+)?$/;
  const trimmed = text.trim();
  const { decimal, group } = separators(inLocale);
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group || ","}\\d{3})+(\\${decimal}\\d+)?$`);
  // "1,234" is a thousand where the comma groups, and must not pass for the plain form of something else.
  const bare = grouped.test(trimmed)
    ? trimmed.replaceAll(group, "")
    : trimmed.replaceAll(/[\s'’]/g, "");
  if (plain.test(bare)) return Number(bare);
  const localised = bare.replace(decimal, ".");
  return plain.test(localised) ? Number(localised) : undefined;
}

/** A number for an input box: the locale's decimal sign, no grouping. */
export function editNumber(value: number, inLocale = locale()): string {
  return String(value).replace(".", separators(inLocale).decimal);
}

/** "Teodor Brandt or Noor Haddad". */
export const formatAnyOf = (people: readonly { readonly name: string }[]): string =>
  new Intl.ListFormat(wordsLocale(), { type: "disjunction" }).format(
    people.map(({ name }) => name),
  );

/** The two letters that stand for a person. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}

import { isIsoDate } from "../format";
import { currentLocale } from "../strings/current";

const pad = (value: number) => String(value).padStart(2, "0");

function iso(year: number, month: number, day: number): string | undefined {
  const text = `${String(year)}-${pad(month)}-${pad(day)}`;
  const date = new Date(`${text}T00:00:00Z`);
  // Date rolls 31 June over into July; a rolled date was never written by the person.
  return isIsoDate(text) && date.getUTCDate() === day && date.getUTCMonth() + 1 === month
    ? text
    : undefined;
}

function monthByName(name: string, locale: string): number | undefined {
  const wanted = name.toLowerCase().replace(".", "");
  for (const inLocale of new Set([locale, "en"]))
    for (const month of ["long", "short"] as const)
      for (let index = 0; index < 12; index++) {
        const text = new Intl.DateTimeFormat(inLocale, { month, timeZone: "UTC" }).format(
          Date.UTC(2024, index, 15),
        );
        if (text.toLowerCase().replace(".", "") === wanted) return index + 1;
      }
  return undefined;
}

/** Whether the locale writes the month before the day, as in 7/24/2024. */
function monthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date());
  const at = (type: string) => parts.findIndex((part) => part.type === type);
  return at("month") < at("day");
}

/**
 * Reads a date as spreadsheets and people write it and returns YYYY-MM-DD, or undefined where it cannot be told.
 * 03/04/2024 is read in the locale's order; a number above twelve settles the order by itself.
 */
export function readDate(text: string, locale = currentLocale()): string | undefined {
  const trimmed = text.trim();
  const isoLike = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(
    trimmed,
  );
  if (isoLike) return iso(Number(isoLike[1]), Number(isoLike[2]), Number(isoLike[3]));
  const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(trimmed);
  if (numeric) {
    const [a, b, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])];
    const firstIsMonth =
      numeric[2] === "/" && (a > 12 ? false : b > 12 ? true : monthFirst(locale));
    return firstIsMonth ? iso(year, a, b) : iso(year, b, a);
  }
  const dayFirst = /^(?:\p{L}+,\s*)?(\d{1,2})(?:st|nd|rd|th|\.)?\s+(\p{L}+\.?),?\s+(\d{4})$/u.exec(
    trimmed,
  );
  const wordFirst = /^(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(trimmed);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [wordFirst?.[2], wordFirst?.[1], wordFirst?.[3]];
  if (!day || !name || !year) return undefined;
  const month = monthByName(name, locale);
  return month === undefined ? undefined : iso(Number(year), month, Number(day));
}

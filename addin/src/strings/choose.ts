import { languages, offered, type Language } from "./languages";

/** What speaks for a language, the strongest first. */
export interface Wishes {
  /** The query of the address; `lang` in it names a language. */
  readonly query: string;
  /** What the person chose on this device. */
  readonly kept: string | null;
  /** The display language of the Office application around the pane (BCP 47). */
  readonly host?: string | undefined;
  /** What the browser is set to, the best first (BCP 47). */
  readonly browser: readonly string[];
}

export interface Choice {
  readonly language: Language;
  /** How dates and numbers are written and read (BCP 47). */
  readonly locale: string;
}

/** A tag as a locale, or undefined where it is no language tag at all. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The language of ours that a tag asks for: German for de, de-AT and the like. */
function languageOf(tag: string): Language | undefined {
  const locale = localeOf(tag);
  const named = (["en-XA", "ar-XB"] as const).find((pseudo) => pseudo === locale?.baseName);
  return named ?? offered.find((language) => language === locale?.language);
}

/** The tag of the person's region within a language; the language's own where nothing says which region that is. */
function regional(language: Language, tags: readonly string[]): string {
  const { locale } = languages[language];
  if (!offered.some((one) => one === language)) return locale;
  const regions = tags
    .map(localeOf)
    .filter((one) => one?.language === language && one.region !== undefined);
  return regions[0]?.baseName ?? locale;
}

/** The language of the screens: the address before the person's choice, before the host, before the browser, else English. */
export function choose({ query, kept, host, browser }: Wishes): Choice {
  const asked = new URLSearchParams(query).get("lang");
  const tags = [asked, kept, host, ...browser].filter((tag) => typeof tag === "string");
  const language = tags.map(languageOf).find((one) => one !== undefined) ?? "en";
  return { language, locale: regional(language, tags) };
}

/** A language that the screens speak, and two made from English to test with (see `pseudo.ts`). */
export type Language = "en" | "de" | "en-XA" | "ar-XB";

interface About {
  /** What its speakers call it; the same on every screen, so that they find it. */
  readonly name: string;
  /** How dates and numbers are written where nothing says which region the person is in. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
}

export const languages: Readonly<Record<Language, About>> = {
  en: { name: "English", locale: "en-GB", direction: "ltr" },
  de: { name: "Deutsch", locale: "de-DE", direction: "ltr" },
  "en-XA": { name: "Pseudo-English", locale: "en-GB", direction: "ltr" },
  "ar-XB": { name: "Pseudo right-to-left", locale: "en-GB", direction: "rtl" },
};

/** The languages that people choose from. */
export const offered = ["en", "de"] as const satisfies readonly Language[];

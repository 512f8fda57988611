import type { Choice } from "./choose";
import { languages } from "./languages";
import type { Strings } from "./types";

export interface Current extends Choice {
  readonly words: Strings;
}

let set: Current | undefined;

/** Sets the language of this page. Screens take their words when they are loaded, so it is set once, before them. */
export function setCurrent(current: Current): void {
  set = current;
}

/** The language of this page. */
export function current(): Current {
  if (!set)
    throw new Error("A screen was loaded before its words: begin the page by `begin` of begin.ts.");
  return set;
}

/** How dates and numbers are written and read on this page. */
export const currentLocale = (): string => current().locale;

/** The locale of the words themselves, for what is joined to a sentence: a list's "or" is theirs and no region's. */
export const wordsLocale = (): string => languages[current().language].locale;

/** Which way the page is read. */
export const direction = (): "ltr" | "rtl" => languages[current().language].direction;

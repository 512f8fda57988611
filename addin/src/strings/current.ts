import type { Choice } from "./choose";
import { languages } from "./languages";
import type { LaterStrings, Parts } from "./types";

export interface Current extends Choice {
  /** Those of the first part, and of the parts that have come since. */
  readonly words: Parts["first"] & Partial<LaterStrings>;
}

let set: Current | undefined;

/** Sets the language of this page. Screens take their words when they are loaded, so it is set once, before them. */
export function setCurrent(current: Current): void {
  set = current;
}

/** Adds words of the same language that came later. */
export function addWords(words: Partial<LaterStrings>): void {
  const before = current();
  set = { ...before, words: { ...before.words, ...words } };
}

/** Words of a part that comes later; whoever asks for them has loaded it (`load.ts`). */
export function later<K extends keyof LaterStrings>(name: K): LaterStrings[K] {
  const found: Partial<LaterStrings>[K] = current().words[name];
  if (found === undefined)
    throw new Error(`The words of "${name}" were asked for before their part was loaded.`);
  return found;
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

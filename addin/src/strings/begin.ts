import { choose } from "./choose";
import { addWords, setCurrent } from "./current";
import { keptLanguage } from "./kept";
import { languages } from "./languages";
import { partOf } from "./load";
import type { LaterPart } from "./types";

interface Beginning {
  /** The display language of the Office application around the page. */
  readonly host?: string | undefined;
  /** The words that its screens say from the start, beyond those of the first part. */
  readonly parts?: readonly LaterPart[];
}

/** Begins a page: finds the language, gives the screens their words, and loads them. */
export async function begin(
  screens: () => Promise<unknown>,
  { host, parts = [] }: Beginning = {},
): Promise<void> {
  const choice = choose({
    query: location.search,
    kept: keptLanguage(localStorage),
    host,
    browser: navigator.languages,
  });
  const { language } = choice;
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
  const [words, ...others] = await Promise.all([
    partOf(language, "first"),
    ...parts.map((part) => partOf(language, part)),
  ]);
  setCurrent({ ...choice, words });
  for (const more of others) addWords(more);
  await screens();
}

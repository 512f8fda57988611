import { choose } from "./choose";
import { setCurrent } from "./current";
import { keptLanguage } from "./kept";
import { languages, type Language } from "./languages";
import type { Strings } from "./types";

/** The words of a language, each a file of its own. The pages have English fetched ahead (`vite.config.ts`). */
async function wordsOf(language: Language): Promise<Strings> {
  if (language === "de") return (await import("./de")).de;
  const { en } = await import("./en");
  if (language === "en") return en;
  const { accented, mirrored } = await import("./pseudo");
  return language === "en-XA" ? accented(en) : mirrored(en);
}

/**
 * Begins a page: finds the language, gives the screens its words, and loads them. `host` is the display language of the
 * Office application around the page.
 */
export async function begin(screens: () => Promise<unknown>, host?: string): Promise<void> {
  const choice = choose({
    query: location.search,
    kept: keptLanguage(localStorage),
    host,
    browser: navigator.languages,
  });
  document.documentElement.lang = choice.language;
  document.documentElement.dir = languages[choice.language].direction;
  setCurrent({ ...choice, words: await wordsOf(choice.language) });
  await screens();
}

import { addWords, current } from "./current";
import type { Language } from "./languages";
import type { LaterPart, Parts } from "./types";

/** The files of a language, one for each part. */
type Files = { readonly [P in keyof Parts]: () => Promise<{ readonly words: Parts[P] }> };

const files: Readonly<Record<"en" | "de", Files>> = {
  en: {
    first: () => import("./en/parts/first"),
    form: () => import("./en/parts/form"),
    work: () => import("./en/parts/work"),
    design: () => import("./en/parts/design"),
    administration: () => import("./en/parts/administration"),
    workbench: () => import("./en/parts/workbench"),
  },
  de: {
    first: () => import("./de/parts/first"),
    form: () => import("./de/parts/form"),
    work: () => import("./de/parts/work"),
    design: () => import("./de/parts/design"),
    administration: () => import("./de/parts/administration"),
    workbench: () => import("./de/parts/workbench"),
  },
};

/** A part of the words of a language; those to test with are made of English. */
export async function partOf<P extends keyof Parts>(
  language: Language,
  part: P,
): Promise<Parts[P]> {
  if (language === "en" || language === "de") return (await files[language][part]()).words;
  const [{ words }, { accented, mirrored }] = await Promise.all([
    files.en[part](),
    import("./pseudo"),
  ]);
  return language === "en-XA" ? accented(words) : mirrored(words);
}

const loaded = new Map<LaterPart, Promise<void>>();

async function add(part: LaterPart): Promise<void> {
  addWords(await partOf(current().language, part));
}

/** Sees to it that the words of these parts are there. A part that could not be had is asked for again the next time. */
export async function loadWords(parts: readonly LaterPart[]): Promise<void> {
  const waitFor = (part: LaterPart) => {
    const known = loaded.get(part);
    if (known) return known;
    const coming = add(part).catch((error: unknown) => {
      loaded.delete(part);
      throw error;
    });
    loaded.set(part, coming);
    return coming;
  };
  await Promise.all(parts.map(waitFor));
}

/**
 * Languages to test with, made from English at run time: one longer and accented, which shows words that are cut, that no
 * font has, or that do not come from `strings`; one that runs from right to left. Values given to the words stay as they are.
 */

/** Changes the words of a text; `kept` are the values in it. */
type Mark = (text: string, kept: readonly string[]) => string;

const plain = "aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ";
const marked = "åÅƀƁçÇðÐéÉƒƑĝĜĥĤîÎĵĴķĶļĻɱṀñÑöÖþÞǫǪŕŔšŠţŢûÛṽṼŵŴẋẊýÝžŽ";
const accents = new Map(
  Array.from(plain, (letter, at) => [letter, Array.from(marked)[at] ?? letter]),
);
const filler = "ļöŕéɱ îþšûɱ ðöļöŕ šîţ åɱéţ çöñšéçţéţûŕ ";

/** How much longer than in English a sentence may become: German needs a third and more. */
const longer = 0.35;

/** A text cut where a value stands, a number, or a placeholder in braces: words at even places, what is kept at odd ones. */
function cut(text: string, kept: readonly string[]): string[] {
  const values = kept
    .toSorted((a, b) => b.length - a.length)
    .map((value) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return text.split(
    new RegExp(`(${[...values, String.raw`\{[^}]*\}`, String.raw`\d[\d.,:]*`].join("|")})`),
  );
}

const changed = (
  text: string,
  kept: readonly string[],
  word: (letters: string) => string,
): string =>
  cut(text, kept)
    .map((part, at) => (at % 2 === 0 ? part.replaceAll(/[A-Za-z]+/g, word) : part))
    .join("");

// A single letter is the name of a key, and what is all values has no word of ours.
const hasWords = (text: string, kept: readonly string[]) =>
  cut(text, kept).some((part, at) => at % 2 === 0 && /[A-Za-z]{2}/.test(part));

const accent: Mark = (text, kept) => {
  if (!hasWords(text, kept)) return text;
  const said = changed(text, kept, (word) =>
    Array.from(word, (letter) => accents.get(letter) ?? letter).join(""),
  );
  const more = Math.ceil(text.length * longer);
  return `[${said} ${filler
    .repeat(Math.ceil(more / filler.length))
    .slice(0, more)
    .trim()}]`;
};

const turned = new Map([
  ["→", "←"],
  ["←", "→"],
]);

// RIGHT-TO-LEFT OVERRIDE and its end around each word, and a RIGHT-TO-LEFT MARK before the first (UAX #9). Onward is to the left.
const mirror: Mark = (text, kept) =>
  hasWords(text, kept)
    ? `\u200f${changed(text, kept, (word) => `\u202e${word}\u202c`)}`
    : text.replaceAll(/[→←]/g, (arrow) => turned.get(arrow) ?? arrow);

/** The texts among what a function is given. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The same words, each changed at the moment that it is read. */
function change<T extends object>(words: T, mark: Mark): T {
  const known = new WeakMap<object, unknown>();
  const remember = <T extends object>(value: T, make: (value: T) => unknown): unknown => {
    if (!known.has(value)) known.set(value, make(value));
    return known.get(value);
  };
  const changeOne = (value: unknown, kept: readonly string[]): unknown => {
    if (typeof value === "string") return mark(value, kept);
    if (typeof value === "function")
      return remember(
        value,
        (words) =>
          new Proxy(words, {
            apply: (target, self, given: unknown[]): unknown =>
              changeOne(Reflect.apply(target, self, given), textsIn(given)),
          }),
      );
    return typeof value === "object" && value !== null ? remember(value, read) : value;
  };
  const read = <T extends object>(value: T): T =>
    new Proxy(value, {
      get: (target, name): unknown => {
        const found: unknown = Reflect.get(target, name);
        // What an array inherits, such as `map`, says nothing.
        return Object.hasOwn(target, name) ? changeOne(found, []) : found;
      },
    });
  return read(words);
}

/** English, accented and some 35 % longer. */
export const accented = <T extends object>(words: T): T => change(words, accent);

/** English, from right to left. */
export const mirrored = <T extends object>(words: T): T => change(words, mirror);

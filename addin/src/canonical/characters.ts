/** Characters as HTML reads them, as HtmlCharacters of the server does. */

/** Stands for the ampersand of a character reference that the table does not know. No body has it: it counts as U+FFFD there. */
export const unknown = "\uFFFF";

// White space as the text form folds it: Zs of Unicode, tab, line feed, carriage return, vertical tab, form feed. `\s` has U+FEFF and the ends of lines of Unicode as well.
const spaces = /[\t-\r \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;

/** ASCII whitespace of the Infra standard. */
export function isMarkupSpace(c: string): boolean {
  return c === " " || c === "\t" || c === "\n" || c === "\f" || c === "\r";
}

/** Whether there is something, and nothing but ASCII letters. */
export const isLetters = (text: string): boolean => /^[A-Za-z]+$/.test(text);

/** Whether there is something, and nothing but ASCII digits. */
export const isDigits = (text: string): boolean => /^[0-9]+$/.test(text);

/** ASCII letters in lower case, all else as it is. */
export function lower(text: string): string {
  if (!/[A-Z]/.test(text)) return text;
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Runs of white space as one space each. */
export const singleSpaced = (text: string): string => text.replace(spaces, " ");

/** The same, and none at the ends. */
export const fold = (text: string): string => singleSpaced(text).replace(/^ | $/g, "");

/** U+FFFD for what no file can carry: half of a surrogate pair, U+FFFE, U+FFFF. */
export function carried(text: string): string {
  return text.replace(
    /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF\uFFFE\uFFFF]/g,
    (character) => {
      if (character.length === 2) return character;
      return "\uFFFD";
    },
  );
}

/** A body with line feeds for all line ends (WHATWG HTML 13.2.3.5), no byte order mark, and U+FFFD for what no file can carry. */
export function whole(html: string): string {
  let text = html;
  if (text.charAt(0) === "\uFEFF") text = text.slice(1);
  return carried(text.replace(/\r\n?/g, "\n").replace(/\0/g, "\uFFFD"));
}

import { whole } from "./characters";
import { type Limit, Reader } from "./reader";
import { sha256OfText } from "./sha256";
import { Tokenizer } from "./tokenizer";

/** Names the form of an HTML body in a seal. */
export const htmlForm = "handoffoffice-html-1";

/** How much is read, the same as CanonicalHtml of the server. */
export const limits = {
  length: 2097152,
  form: 8388608,
  depth: 256,
  attributes: 256,
} as const;

/** What reading a body gave: its form, or what there is too much of. */
export type CanonicalForm =
  | { readonly text: string; readonly refused?: undefined }
  | { readonly text?: undefined; readonly refused: Limit };

/** The canonical form of a body: what a reader reads, in order, with what hides or redirects made visible in it. */
export function canonicalHtml(html: string): CanonicalForm {
  if (html.length > limits.length) return { refused: { what: "characters", limit: limits.length } };
  const tokenizer = new Tokenizer(whole(html), limits.attributes);
  const tokens = tokenizer.read();
  if (tokenizer.tooManyAttributes)
    return { refused: { what: "attributes", limit: limits.attributes } };
  const read = new Reader(tokens, limits.depth, limits.form).read();
  if (typeof read === "string") return { text: read };
  return { refused: read };
}

/** The digest that a seal holds: SHA-256 over a form in UTF-8, in lower-case hexadecimal digits. */
export function digestOf(form: string): string {
  return sha256OfText(form);
}

/** What a tail is kept as where its form would be too long: the length of the form in UTF-16 units and its digest. */
export function tailOf(form: string): string {
  if (form === "") return "";
  return `${String(form.length)} ${digestOf(form)}`;
}

/**
 * The form of a body, and what is left of it without each of the tails that it ends with; none for a body that has no form.
 * @param tails as {@link tailOf} gives them.
 */
export function formsWithoutTail(html: string, tails: readonly string[]): string[] {
  const { text } = canonicalHtml(html);
  if (text === undefined) return [];
  const forms = [text];
  for (const tail of tails) {
    // A length that is none leads to other words than those of the digest.
    const at = text.length - Number(tail.split(" ")[0]);
    // The tail begins a line of its own, or is all there is.
    if (at > 0 && text.charAt(at - 1) !== "\n") continue;
    if (tailOf(text.slice(at)) === tail) forms.push(text.slice(0, Math.max(0, at - 1)));
  }
  return forms;
}

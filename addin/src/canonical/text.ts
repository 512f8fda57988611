import { carried, fold } from "./characters";
import { compose } from "./compose";

/** Names the form of plain paragraphs in a seal. */
export const textForm = "handoffoffice-text-1";

/**
 * The canonical text of paragraphs, as CanonicalContent of the server has it: each in Unicode NFC, every run of white space one space, none
 * at the ends, empty paragraphs left out, joined by line feeds.
 */
export function canonicalText(paragraphs: readonly string[]): string {
  return paragraphs
    .map((paragraph) => fold(compose(carried(paragraph))))
    .filter((paragraph) => paragraph !== "")
    .join("\n");
}

/** The canonical form of content under approval. Runs in an engine without DOM, crypto, TextEncoder and Intl. */
export {
  canonicalHtml,
  digestOf,
  formsWithoutTail,
  htmlForm,
  limits,
  tailOf,
  type CanonicalForm,
} from "./html";
export { canonicalText, textForm } from "./text";

import type { Element } from "@xmldom/xmldom";
import { Refusal } from "./errors";
import type { WordDocument } from "./wordDocument";
import { attr, child, descendants } from "./xml";

/** The name of a style by its id. */
export function styleName(document: WordDocument, id: string | undefined): string {
  const found = stylesOf(document).find((each) =>
    id === undefined
      ? attr(each, "default") === "1" && attr(each, "type") === "paragraph"
      : attr(each, "styleId") === id,
  );
  return attr(child(found, "name"), "val") ?? id ?? "Normal";
}

/** The id of a style by its name, in any case. */
export function styleId(document: WordDocument, name: unknown): string {
  const found = stylesOf(document).find(
    (each) =>
      typeof name === "string" &&
      styleName(document, attr(each, "styleId")).toLowerCase() === name.toLowerCase(),
  );
  const id = attr(found, "styleId");
  if (id === undefined) throw new Refusal("InvalidArgument");
  return id;
}

function stylesOf(document: WordDocument): Element[] {
  const part = document.parts.related(document.main, "styles");
  return part === undefined ? [] : [...descendants(document.parts.root(part), "style")];
}

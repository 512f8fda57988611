import { Refusal } from "./errors";
import type { WordDocument } from "./wordDocument";
import { attr, parseXml, relationshipNamespace, rootOf } from "./xml";

const properties = {
  type: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  namespace: "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
};

/** A custom XML part (ECMA-376 Part 1, 22.5): data that travels in the document. */
export class CustomXmlPart {
  constructor(
    readonly document: WordDocument,
    /** The name of the part. */
    readonly name: string,
  ) {}

  get stands() {
    return this.document.parts.has(this.name);
  }

  /** The id that its properties have: a GUID in braces. */
  get id(): string {
    const { parts } = this.document;
    const name = parts.related(this.name, "customXmlProps");
    return (name === undefined ? undefined : attr(parts.root(name), "itemID")) ?? "";
  }

  get namespaceUri(): string {
    return rootOf(parseXml(this.xml)).namespaceURI ?? "";
  }

  get xml(): string {
    return new TextDecoder().decode(this.document.parts.bytes(this.name));
  }

  set xml(xml: string) {
    checkXml(xml);
    this.document.parts.set(this.name, xml);
  }

  delete(): void {
    const { parts, main } = this.document;
    const name = parts.related(this.name, "customXmlProps");
    if (name !== undefined) parts.delete(name);
    parts.unrelate(main, this.name);
    parts.delete(this.name);
  }
}

function checkXml(xml: string): void {
  if (!xml.trimStart().startsWith("<")) throw new Refusal("InvalidArgument");
  rootOf(parseXml(xml));
}

export const customXmlParts = (document: WordDocument): CustomXmlPart[] =>
  document.parts
    .relationships(document.main)
    .filter(({ type }) => type.endsWith("/customXml"))
    .map(({ target }) => new CustomXmlPart(document, target));

export function addCustomXmlPart(document: WordDocument, xml: string): CustomXmlPart {
  checkXml(xml);
  const { parts, main } = document;
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`) || parts.has(`customXml/itemProps${number}.xml`))
    number++;
  const [item, props] = [`customXml/item${number}.xml`, `customXml/itemProps${number}.xml`];
  // An id without chance: the part's number.
  const id = `{00000000-0000-4000-8000-${String(number).padStart(12, "0")}}`;
  parts.add(item, "application/xml", xml);
  parts.add(
    props,
    properties.type,
    `<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${properties.namespace}"/>`,
  );
  parts.relate(item, `${relationshipNamespace}/customXmlProps`, props);
  parts.relate(main, `${relationshipNamespace}/customXml`, item);
  return new CustomXmlPart(document, item);
}

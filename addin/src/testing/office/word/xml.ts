import { DOMParser, Node, onErrorStopParsing, ParseError, XMLSerializer } from "@xmldom/xmldom";
import type { Document, Element, Text } from "@xmldom/xmldom";
import { Refusal } from "./errors";

const transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** The same vocabulary in a document that was saved as "Strict Open XML" (ECMA-376 Part 1, Annex A). */
const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

export const relationshipNamespace =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Parses XML; what is not well formed is refused as Word does. */
export function parseXml(text: string): Document {
  const parser = new DOMParser({ onError: onErrorStopParsing });
  try {
    return parser.parseFromString(text.replace(/^\uFEFF/, ""), "text/xml");
  } catch (error) {
    if (error instanceof ParseError) throw new Refusal("InvalidArgument");
    throw error;
  }
}

const markNamespace = "urn:handoffoffice:mark";

/**
 * A place in a part: an element without width that stands between its nodes, or inside a text, and goes where they go. What
 * holds a place (a range, the selection) has one at each end. No part is written with its marks.
 */
export type Mark = Element;

export const isMark = (node: Node | null): node is Mark =>
  isElement(node) && node.namespaceURI === markNamespace;

export const makeMark = (like: Node): Mark =>
  documentOf(like).createElementNS(markNamespace, "mark");

/** XML as it is written: without marks. */
export const serialize = (node: Node): string =>
  new XMLSerializer().serializeToString(node, {
    nodeFilter: (each) => (isMark(each) ? null : each),
  });

export function rootOf(document: Document): Element {
  const root = document.documentElement;
  if (!root) throw new Error("The part has no root.");
  return root;
}

export const isElement = (node: Node | null): node is Element =>
  node?.nodeType === Node.ELEMENT_NODE;

export const isText = (node: Node | null): node is Text =>
  node?.nodeType === Node.TEXT_NODE || node?.nodeType === Node.CDATA_SECTION_NODE;

/** Whether a node is an element of WordprocessingML, of one of the names where any are given. */
export const isWord = (node: Node | null, ...names: readonly string[]): node is Element =>
  isElement(node) &&
  (node.namespaceURI === transitional || node.namespaceURI === strict) &&
  (names.length === 0 || names.includes(node.localName ?? ""));

export const nodesOf = (node: Node): Node[] => [...node.childNodes];

/** The elements of WordprocessingML right below, of one of the names where any are given. */
export const children = (element: Element, ...names: readonly string[]): Element[] =>
  nodesOf(element).filter((node) => isWord(node, ...names));

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element && children(element, name)[0];

/** The elements of WordprocessingML below, in the order of the document. */
export function* descendants(element: Element, ...names: readonly string[]): Generator<Element> {
  for (const node of nodesOf(element)) {
    if (!isElement(node)) continue;
    if (isWord(node, ...names)) yield node;
    yield* descendants(node, ...names);
  }
}

/** The nearest ancestor of one of the names; the node itself does not count. */
export function closest(node: Node, ...names: readonly string[]): Element | undefined {
  const parent = node.parentElement;
  return !parent || isWord(parent, ...names) ? (parent ?? undefined) : closest(parent, ...names);
}

export function contains(ancestor: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode) if (at === ancestor) return true;
  return false;
}

/** An attribute by its local name, whatever its prefix. */
export const attr = (element: Element | undefined, name: string): string | undefined =>
  element &&
  [...element.attributes].find(
    (each) => each.localName === name && each.prefix !== "xmlns" && each.name !== "xmlns",
  )?.value;

export function setAttr(element: Element, name: string, value: string): void {
  const present = [...element.attributes].find(
    (each) => each.localName === name && each.prefix !== "xmlns",
  );
  if (present) present.value = value;
  else
    element.setAttributeNS(
      element.namespaceURI,
      element.prefix ? `${element.prefix}:${name}` : name,
      value,
    );
}

function documentOf(node: Node): Document {
  if (!node.ownerDocument) throw new Error("The node is of no document.");
  return node.ownerDocument;
}

/** A new element of WordprocessingML for the part that `like` stands in. */
export function make(
  like: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: readonly Node[] = [],
): Element {
  const root = documentOf(like).documentElement;
  const word = isWord(like) ? like : isWord(root) ? root : undefined;
  const namespace = word?.namespaceURI ?? transitional;
  const prefix = word?.prefix ?? "w";
  const made = documentOf(like).createElementNS(namespace, `${prefix}:${name}`);
  for (const [key, value] of Object.entries(attributes)) setAttr(made, key, value);
  for (const node of content) made.appendChild(node);
  return made;
}

/** A `w:t` or `w:delText` that keeps its white space. */
export function makeText(like: Element, name: "t" | "delText", text: string): Element {
  const made = make(like, name, {}, [documentOf(like).createTextNode(text)]);
  made.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
  return made;
}

/** A copy of an element with its attributes and nothing in it. */
export function shallow(element: Element): Element {
  const copy = element.cloneNode(false);
  if (!isElement(copy)) throw new Error("The copy of an element is an element.");
  return copy;
}

export const isAttached = (node: Node): boolean => {
  const document = node.ownerDocument;
  return document !== null && contains(document, node);
};

export function parentOf(node: Node): Element {
  const parent = node.parentElement;
  if (!parent) throw new Error("The node stands nowhere.");
  return parent;
}

export function before(place: Node, ...nodes: readonly Node[]): void {
  const parent = parentOf(place);
  for (const node of nodes) parent.insertBefore(node, place);
}

export function after(place: Node, ...nodes: readonly Node[]): void {
  const parent = parentOf(place);
  const next = place.nextSibling;
  for (const node of nodes) parent.insertBefore(node, next);
}

export function prepend(parent: Element, ...nodes: readonly Node[]): void {
  const first = parent.firstChild;
  for (const node of nodes) parent.insertBefore(node, first);
}

export function append(parent: Element, ...nodes: readonly Node[]): void {
  for (const node of nodes) parent.appendChild(node);
}

export function detach(node: Node): void {
  node.parentNode?.removeChild(node);
}

/** The child of that name; where it is absent it is made at the front, or after the given one. */
export function ensure(parent: Element, name: string, behind?: Element): Element {
  const found = child(parent, name);
  if (found) return found;
  const made = make(parent, name);
  if (behind) after(behind, made);
  else prepend(parent, made);
  return made;
}

/** Renames an element: a new one in its place with its attributes and its content. */
export function rename(element: Element, name: string): Element {
  const made = make(element, name);
  for (const each of [...element.attributes])
    made.setAttributeNS(each.namespaceURI, each.name, each.value);
  append(made, ...nodesOf(element));
  before(element, made);
  detach(element);
  return made;
}

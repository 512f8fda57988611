import { Window } from "happy-dom";
import type { Finding } from "./finding";

/** An element of a manifest as it is read. */
export interface XmlNode {
  readonly name: string;
  readonly namespace: string;
  readonly type: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
  /** The names of the elements down to it, with their ids. */
  readonly path: string;
}

type DomElement = InstanceType<Window["Element"]>;

function nodeOf(element: DomElement, above: string): XmlNode {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) attributes[name] = value ?? "";
  const id = attributes["id"] === undefined ? "" : `[${attributes["id"]}]`;
  const path = `${above}/${element.localName}${id}`;
  return {
    name: element.localName,
    namespace: element.namespaceURI ?? "",
    type: attributes["xsi:type"],
    attributes,
    children: [...element.children].map((child) => nodeOf(child, path)),
    text: element.textContent,
    path,
  };
}

/** Reads the text of a document; a finding where it is not well-formed. */
export async function readXml(text: string): Promise<XmlNode | Finding> {
  const window = new Window();
  const root = new window.DOMParser().parseFromString(text, "application/xml").documentElement;
  const broken = root.querySelector("parsererror");
  const read =
    broken === null
      ? nodeOf(root, "")
      : { rule: "not-well-formed", where: "/", detail: broken.textContent.trim() };
  await window.happyDOM.close();
  return read;
}

/** An element and everything in it. */
export const all = (node: XmlNode): readonly XmlNode[] => [node, ...node.children.flatMap(all)];

/** The elements of a name in another one, itself included. */
export const named = (node: XmlNode, name: string) => all(node).filter((one) => one.name === name);

/** The elements under one that has resources, without those under another one within it: what its resource ids are good for. */
export const scopeOf = (node: XmlNode): readonly XmlNode[] =>
  node.children.flatMap((child) =>
    child.name === "VersionOverrides" ? [] : [child, ...scopeOf(child)],
  );

/** The value of an attribute, empty where there is none. */
export const attribute = (node: XmlNode, name: string) => node.attributes[name] ?? "";

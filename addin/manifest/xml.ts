/** An element to be written. Children that are undefined or an empty text are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[] | string;
}

/** An element with attributes and children, or with text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (XmlElement | undefined)[] | string = [],
): XmlElement {
  if (typeof children === "string") return { name, attributes, children };
  return { name, attributes, children: children.filter((child) => child !== undefined) };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escape = (text: string) => text.replace(/[&<>"]/g, (found) => entities[found] ?? found);

function lines({ name, attributes, children }: XmlElement, indent: string): string[] {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const start = `${indent}<${name}${written.join("")}`;
  if (children.length === 0) return [`${start} />`];
  if (typeof children === "string") return [`${start}>${escape(children)}</${name}>`];
  return [
    `${start}>`,
    ...children.flatMap((child) => lines(child, `${indent}  `)),
    `${indent}</${name}>`,
  ];
}

/** The text of a document with this root, indented, in UTF-8. */
export const writeXml = (root: XmlElement): string =>
  ['<?xml version="1.0" encoding="UTF-8"?>', ...lines(root, ""), ""].join("\n");

const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** The same vocabulary in a document that was saved as "Strict Open XML" (ECMA-376 Part 1, Annex A). */
const strictNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";

export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** Whether a node is an element of WordprocessingML: by its namespace, as producers are free in their prefixes. */
export const isWord = (node: Node): node is Element =>
  isElement(node) && (node.namespaceURI === wordNamespace || node.namespaceURI === strictNamespace);

export const childrenOf = (element: Element): Element[] =>
  [...element.childNodes].filter((node) => isWord(node));

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element && childrenOf(element).find((child) => child.localName === name);

/** An attribute by its local name, whatever its prefix. */
function attributeOf(element: Element, name: string): Attr | undefined {
  return [...element.attributes].find((each) => localNameOf(each) === name);
}

/** The local name of an attribute; none for a namespace declaration. */
export const localNameOf = ({ name }: Attr): string | undefined =>
  /^xmlns(:|$)/.test(name) ? undefined : name.slice(name.indexOf(":") + 1);

export const attr = (element: Element | undefined, name: string): string | undefined =>
  element && attributeOf(element, name)?.value;

/** A new element beside the given one, with its prefix. */
export function make(like: Element, name: string): Element {
  const { prefix } = like;
  return like.ownerDocument.createElementNS(
    like.namespaceURI,
    prefix === null ? name : `${prefix}:${name}`,
  );
}

export function setAttr(element: Element, name: string, value: string): void {
  const { prefix, namespaceURI } = element;
  const present = attributeOf(element, name);
  if (present) present.value = value;
  // In the default namespace an attribute needs no prefix to be read by its local name.
  else if (prefix === null) element.setAttribute(name, value);
  else element.setAttributeNS(namespaceURI, `${prefix}:${name}`, value);
}

/** The child of that name; where it is absent it is made, after the given one or at the front. */
export function ensure(parent: Element, name: string, after?: Element): Element {
  const found = childOf(parent, name);
  if (found) return found;
  const made = make(parent, name);
  parent.insertBefore(made, after ? after.nextSibling : parent.firstChild);
  return made;
}

/** Puts an element's children in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** On, off or absent (ECMA-376 Part 1, 17.17.4). */
export function toggled(element: Element | undefined): boolean | undefined {
  if (!element) return undefined;
  return !["0", "false", "off"].includes(attr(element, "val") ?? "true");
}

/** The words below an element as a person reads them; deleted words too. */
export function textOf(element: Element): string {
  const texts = childrenOf(element).map((child) => {
    switch (child.localName) {
      case "t":
      case "delText":
        return child.textContent;
      case "tab":
      case "br":
      case "cr":
        return " ";
      case "noBreakHyphen":
        return "\u2011";
      case "p":
      case "tc":
        return `${textOf(child)} `;
      default:
        return child.localName.endsWith("Pr") ? "" : textOf(child);
    }
  });
  return texts.join("");
}

/** Deleted words in the elements of standing ones: whoever shows them sees by the mark that they go. */
export function freeDeleted(run: Element): void {
  for (const child of childrenOf(run)) {
    if (child.localName !== "delText") continue;
    const text = make(child, "t");
    text.textContent = child.textContent;
    child.replaceWith(text);
  }
}

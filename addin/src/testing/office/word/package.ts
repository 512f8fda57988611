import JSZip from "jszip";
import type { Document, Element } from "@xmldom/xmldom";
import { attr, isElement, nodesOf, parseXml, rootOf, serialize } from "./xml";

const packageNamespace = "http://schemas.microsoft.com/office/2006/xmlPackage";
const relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The part's name without a leading slash, or the address where it is external. */
  readonly target: string;
  readonly external: boolean;
}

interface OpenPart {
  readonly xml: Document;
  /** What it was when it was opened: where nothing has changed, the part keeps its bytes. */
  readonly opened: string;
}

const folderOf = (part: string) => part.slice(0, part.lastIndexOf("/") + 1);
const fileOf = (part: string) => part.slice(part.lastIndexOf("/") + 1);
const relationshipsOf = (part: string) => `${folderOf(part)}_rels/${fileOf(part)}.rels`;

/** A target as it stands in a relationship, as the name of a part (ECMA-376 Part 2, 6.5.3.4). */
function resolve(part: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folderOf(part) + target;
  const steps: string[] = [];
  for (const step of path.split("/"))
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  return steps.join("/");
}

/** An Office Open XML package. A part that nobody changes keeps its bytes. */
export class Package {
  private readonly open = new Map<string, OpenPart>();

  private constructor(private readonly parts: Map<string, Uint8Array>) {}

  static async read(bytes: Uint8Array): Promise<Package> {
    const zip = await JSZip.loadAsync(bytes);
    const parts = new Map<string, Uint8Array>();
    for (const [name, file] of Object.entries(zip.files))
      if (!file.dir) parts.set(name, await file.async("uint8array"));
    return new Package(parts);
  }

  /** Reads a package that is one XML file, as `getOoxml` gives and `insertOoxml` takes it. */
  static fromFlat(text: string): Package {
    const parts = new Map<string, Uint8Array>();
    for (const part of nodesOf(rootOf(parseXml(text)))) {
      if (!isElement(part) || part.namespaceURI !== packageNamespace) continue;
      const name = (attr(part, "name") ?? "").replace(/^\//, "");
      const [data] = nodesOf(part).filter(isElement);
      if (!data) continue;
      if (data.localName === "binaryData")
        parts.set(name, bytesOf((data.textContent ?? "").replace(/\s/g, "")));
      else {
        const [root] = nodesOf(data).filter(isElement);
        if (root) parts.set(name, new TextEncoder().encode(serialize(root)));
      }
      const type = attr(part, "contentType");
      if (type) parts.set(`${name}#type`, new TextEncoder().encode(type));
    }
    const types = [...parts].filter(([name]) => name.endsWith("#type"));
    for (const [name] of types) parts.delete(name);
    parts.set("[Content_Types].xml", new TextEncoder().encode(contentTypes(types)));
    return new Package(parts);
  }

  get names(): readonly string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  bytes(name: string): Uint8Array {
    const open = this.open.get(name);
    const text = open && serialize(open.xml);
    if (open && text !== undefined && text !== open.opened)
      return new TextEncoder().encode(
        text.startsWith("<?xml")
          ? text
          : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`,
      );
    const bytes = this.parts.get(name);
    if (!bytes) throw new Error(`The package has no part ${name}.`);
    return bytes;
  }

  /** The root of a part of XML, to read and to change. */
  root(name: string): Element {
    let open = this.open.get(name);
    if (!open) {
      const xml = parseXml(new TextDecoder().decode(this.bytes(name)));
      open = { xml, opened: serialize(xml) };
      this.open.set(name, open);
    }
    return rootOf(open.xml);
  }

  set(name: string, bytes: Uint8Array | string): void {
    this.open.delete(name);
    this.parts.set(name, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  }

  delete(name: string): void {
    this.open.delete(name);
    this.parts.delete(name);
    if (this.has(relationshipsOf(name))) this.delete(relationshipsOf(name));
    for (const type of this.typeElements())
      if (attr(type, "PartName") === `/${name}`) type.parentNode?.removeChild(type);
  }

  /** A new part with its content type. */
  add(name: string, contentType: string, bytes: Uint8Array | string): void {
    this.set(name, bytes);
    if (this.contentType(name) === contentType) return;
    const types = this.root("[Content_Types].xml");
    const made = this.child(types, contentTypesNamespace, "Override");
    made.setAttribute("PartName", `/${name}`);
    made.setAttribute("ContentType", contentType);
  }

  contentType(name: string): string | undefined {
    const types = this.typeElements();
    const own = types.find((each) => attr(each, "PartName") === `/${name}`);
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    const fallback = types.find((each) => attr(each, "Extension")?.toLowerCase() === extension);
    return attr(own ?? fallback, "ContentType");
  }

  /** The relationships of a part; of the package where the name is empty. */
  relationships(part: string): Relationship[] {
    const name = relationshipsOf(part);
    if (!this.has(name)) return [];
    return nodesOf(this.root(name))
      .filter(isElement)
      .map((each) => {
        const external = attr(each, "TargetMode") === "External";
        const target = attr(each, "Target") ?? "";
        return {
          id: attr(each, "Id") ?? "",
          type: attr(each, "Type") ?? "",
          target: external ? target : resolve(part, target),
          external,
        };
      });
  }

  /** Relates a part to another one, or to an address, and gives the relationship's id. */
  relate(part: string, type: string, target: string, external = false): string {
    const name = relationshipsOf(part);
    if (!this.has(name)) this.set(name, `<Relationships xmlns="${relationshipsNamespace}"/>`);
    const used = new Set(this.relationships(part).map(({ id }) => id));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number++;
    const made = this.child(this.root(name), relationshipsNamespace, "Relationship");
    made.setAttribute("Id", `rId${number}`);
    made.setAttribute("Type", type);
    made.setAttribute("Target", external ? target : `/${target}`);
    if (external) made.setAttribute("TargetMode", "External");
    return `rId${number}`;
  }

  unrelate(part: string, target: string): void {
    const name = relationshipsOf(part);
    const gone = this.relationships(part).find((each) => each.target === target);
    if (!gone) return;
    for (const each of nodesOf(this.root(name)).filter(isElement))
      if (attr(each, "Id") === gone.id) each.parentNode?.removeChild(each);
  }

  /** The part that a relationship of this kind leads to; kinds are the last word of their type. */
  related(part: string, kind: string): string | undefined {
    return this.relationships(part).find(
      ({ type, external }) => !external && type.endsWith(`/${kind}`),
    )?.target;
  }

  /** The package as one XML file, with other XML for some parts, such as the document's. */
  flat(instead: Readonly<Record<string, string>>): string {
    const parts = this.names
      .filter((name) => name !== "[Content_Types].xml")
      .map((name) => {
        const type = this.contentType(name) ?? "application/octet-stream";
        const data = type.endsWith("xml")
          ? `<pkg:xmlData>${instead[name] ?? serialize(this.root(name))}</pkg:xmlData>`
          : `<pkg:binaryData>${base64Of(this.bytes(name))}</pkg:binaryData>`;
        return `<pkg:part pkg:name="/${name}" pkg:contentType="${type}">${data}</pkg:part>`;
      });
    return `<?xml version="1.0" standalone="yes"?><pkg:package xmlns:pkg="${packageNamespace}">${parts.join("")}</pkg:package>`;
  }

  async zip(): Promise<Uint8Array> {
    const zip = new JSZip();
    for (const name of this.names) zip.file(name, this.bytes(name));
    return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
  }

  private typeElements(): Element[] {
    return nodesOf(this.root("[Content_Types].xml")).filter(isElement);
  }

  private child(parent: Element, namespace: string, name: string): Element {
    const { ownerDocument } = parent;
    if (!ownerDocument) throw new Error("The part has no document.");
    const made = ownerDocument.createElementNS(namespace, name);
    parent.appendChild(made);
    return made;
  }
}

/** base64 as text; of parts that can be larger than a call may have arguments. */
export function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

function contentTypes(types: readonly (readonly [string, Uint8Array])[]): string {
  const overrides = types.map(
    ([name, type]) =>
      `<Override PartName="/${name.slice(0, -"#type".length)}" ContentType="${new TextDecoder().decode(type)}"/>`,
  );
  return `<Types xmlns="${contentTypesNamespace}">${overrides.join("")}</Types>`;
}

import { namespaces, packDocx, type WordParts } from "../../wordParts";
import { simulateWord, type WordOptions } from "./word";
import type { WordDocument } from "./wordDocument";

/** Opens a small document of the given parts. */
export const openWord = async (parts: WordParts, options: Omit<WordOptions, "docx"> = {}) =>
  simulateWord({ docx: await packDocx(parts), ...options });

/** What a promise is rejected with; one that is kept fails the test. */
export async function failure(promise: PromiseLike<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`It did not fail, and gave ${String(value)}.`);
}

/** The body's XML without its declarations of namespaces and its section. */
export const bodyOf = ({ bodyXml }: WordDocument): string =>
  bodyXml
    .replace(/ xmlns(:\w+)?="[^"]*"/g, "")
    .replace(/^<w:body>|<w:sectPr>.*<\/w:sectPr><\/w:body>$/g, "");

/** A package in flat form, as the server makes it for `insertOoxml`. */
export const flatOpc = (body: string, parts: readonly FlatPart[] = []): string =>
  `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${[
    flatPart({ name: "_rels/.rels", type: relationshipsType, xml: officeDocument }),
    flatPart({
      name: "word/document.xml",
      type: `${wordType}.document.main+xml`,
      xml: `<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    }),
    ...parts.map(flatPart),
  ].join("")}</pkg:package>`;

export interface FlatPart {
  readonly name: string;
  readonly type: string;
  readonly xml: string;
}

const flatPart = ({ name, type, xml }: FlatPart) =>
  `<pkg:part pkg:name="/${name}" pkg:contentType="${type}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;

export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";
export const relationshipsType = "application/vnd.openxmlformats-package.relationships+xml";
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Relationships of a part, each by the last word of its type. */
export const relationships = (
  ...all: readonly (readonly [id: string, kind: string, target: string])[]
) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, kind, target]) =>
        `<Relationship Id="${id}" Type="${types}/${kind}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const officeDocument = relationships(["r1", "officeDocument", "word/document.xml"]);

/** A tracked insertion or deletion of another author's. */
export const change = (kind: "ins" | "del", content: string, author = "Dana Brandt") =>
  `<w:${kind} w:id="900" w:author="${author}" w:date="2026-11-01T08:00:00Z">${content}</w:${kind}>`;

/** A content control around blocks or runs. */
export const control = (tag: string, content: string, more = "") =>
  `<w:sdt><w:sdtPr>${more}<w:tag w:val="${tag}"/><w:id w:val="${String(100 + tag.length)}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

import JSZip from "jszip";

/** The namespaces that the test documents use. */
export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export const escapeXml = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** A run; `properties` is what stands in its `w:rPr`. */
export const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

export const deletedRun = (text: string) =>
  `<w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r>`;

/** A paragraph; `properties` is what stands in its `w:pPr`. */
export const paragraph = (content: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

const styles = `<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="278" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:after="240"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:spacing w:before="240" w:after="80"/></w:pPr><w:rPr><w:color w:val="0F4761"/><w:sz w:val="30"/></w:rPr></w:style></w:styles>`;

export const portrait =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708"/>';

export interface WordParts {
  /** What stands in `w:body`, before the last section. */
  readonly body: string;
  /** What stands in the last `w:sectPr`. */
  readonly section?: string;
  /** What stands in `w:comments`. */
  readonly comments?: string;
  /** What stands in `w:hdr` of every page. */
  readonly header?: string;
  /** What stands in `w:footnotes`. */
  readonly footnotes?: string;
}

const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A small Word document of the given parts. */
export async function packDocx(parts: WordParts): Promise<Uint8Array> {
  const zip = new JSZip();
  const files = [
    { name: "styles", root: styles },
    { name: "comments", root: `<w:comments ${namespaces}>${parts.comments ?? ""}</w:comments>` },
    ...(parts.header === undefined
      ? []
      : [{ name: "header", root: `<w:hdr ${namespaces}>${parts.header}</w:hdr>` }]),
    ...(parts.footnotes === undefined
      ? []
      : [
          {
            name: "footnotes",
            root: `<w:footnotes ${namespaces}>${parts.footnotes}</w:footnotes>`,
          },
        ]),
  ];
  zip.file(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>${files
      .map(
        ({ name }) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${name}+xml"/>`,
      )
      .join("")}</Types>`,
  );
  const relationships = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const relationship = (name: string, target: string, id: string) =>
    `<Relationship Id="${id}" Type="${types}/${name}" Target="${target}"/>`;
  zip.file("_rels/.rels", relationships(relationship("officeDocument", "word/document.xml", "r1")));
  zip.file(
    "word/_rels/document.xml.rels",
    relationships(files.map(({ name }) => relationship(name, `${name}.xml`, `r-${name}`)).join("")),
  );
  for (const { name, root } of files) zip.file(`word/${name}.xml`, root);
  const header =
    parts.header === undefined ? "" : '<w:headerReference w:type="default" r:id="r-header"/>';
  zip.file(
    "word/document.xml",
    `<w:document ${namespaces}><w:body>${parts.body}<w:sectPr>${header}${parts.section ?? portrait}</w:sectPr></w:body></w:document>`,
  );
  return zip.generateAsync({ type: "uint8array" });
}

/** A document of these blocks in the form that `insertOoxml` takes. */
export const flatOpc = (body: string) =>
  `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` +
  `<pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml"><pkg:xmlData>` +
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>` +
  `</pkg:xmlData></pkg:part>` +
  `<pkg:part pkg:name="/word/document.xml" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"><pkg:xmlData>` +
  `<w:document ${namespaces}><w:body>${body}</w:body></w:document>` +
  `</pkg:xmlData></pkg:part></pkg:package>`;

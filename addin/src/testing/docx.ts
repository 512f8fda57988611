import JSZip from "jszip";
import type { Change, HandoffView, Workflow } from "../api/types";

const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const run = (text: string) => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

function changeXml(change: Change, view: HandoffView, at: number): string {
  if (change.decision === "Rejected") return "";
  const text = change.editedText ?? change.text;
  if (change.decision !== "Undecided") return run(`${text} `);
  const comments = view.findings.filter((finding) => change.findings.includes(finding.id));
  const ids = comments.map((finding) => view.findings.indexOf(finding));
  const open = ids.map((id) => `<w:commentRangeStart w:id="${String(id)}"/>`).join("");
  const close = ids
    .map(
      (id) =>
        `<w:commentRangeEnd w:id="${String(id)}"/><w:r><w:commentReference w:id="${String(id)}"/></w:r>`,
    )
    .join("");
  const ins = `<w:ins w:id="${String(at + 100)}" w:author="${escape(change.author)}" w:date="2024-07-19T09:00:00Z">${run(`${text} `)}</w:ins>`;
  return open + ins + close;
}

function bodyXml(view: HandoffView, workflow: Workflow): string {
  const styled = (style: string, text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
  const parts = workflow.output.format === "Email" ? [] : [styled("Title", view.subject)];
  for (const section of workflow.output.sections) {
    if (section.heading) parts.push(styled("Heading1", section.heading));
    const changes = view.changes.filter((change) => change.section === section.key);
    for (const paragraph of new Set(changes.map((change) => change.paragraph)))
      parts.push(
        `<w:p>${changes
          .filter((change) => change.paragraph === paragraph)
          .map((change) => changeXml(change, view, view.changes.indexOf(change)))
          .join("")}</w:p>`,
      );
  }
  return parts.join("");
}

const styles = `<w:styles ${ns}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="278" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:after="240"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:spacing w:before="240" w:after="80"/></w:pPr><w:rPr><w:color w:val="0F4761"/><w:sz w:val="30"/></w:rPr></w:style></w:styles>`;

/** A small Word document of the handoff as it stands: undecided changes as tracked insertions, findings as comments. */
export async function buildDocx(view: HandoffView, workflow: Workflow): Promise<Uint8Array> {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const zip = new JSZip();
  zip.file(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/comments.xml" ContentType="${word}.comments+xml"/></Types>`,
  );
  zip.file(
    "_rels/.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    "word/_rels/document.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${type}/comments" Target="comments.xml"/></Relationships>`,
  );
  zip.file("word/styles.xml", styles);
  zip.file(
    "word/comments.xml",
    `<w:comments ${ns}>${view.findings
      .map(
        (finding, id) =>
          `<w:comment w:id="${String(id)}" w:author="HandoffOffice checks" w:date="2024-07-19T09:00:00Z"><w:p>${run(finding.message)}</w:p></w:comment>`,
      )
      .join("")}</w:comments>`,
  );
  zip.file(
    "word/document.xml",
    `<w:document ${ns}><w:body>${bodyXml(view, workflow)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708"/></w:sectPr></w:body></w:document>`,
  );
  return zip.generateAsync({ type: "uint8array" });
}

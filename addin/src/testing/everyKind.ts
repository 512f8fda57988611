import { deletedRun, escapeXml, packDocx, paragraph, run, type WordParts } from "./wordParts";

const rita = "Rita Sommer";
const jonas = "Jonas Keller";
const rules = "HandoffOffice (rules, no AI)";
const checks = "HandoffOffice checks";

/** The attributes of a tracked change. */
const by = (id: number, author: string, date = "2024-07-19T09:30:00Z") =>
  `w:id="${String(id)}" w:author="${escapeXml(author)}" w:date="${date}"`;

const ins = (id: number, author: string, content: string) =>
  `<w:ins ${by(id, author)}>${content}</w:ins>`;
const del = (id: number, author: string, content: string) =>
  `<w:del ${by(id, author)}>${content}</w:del>`;
const about = (comment: number, content: string) =>
  `<w:commentRangeStart w:id="${String(comment)}"/>${content}<w:commentRangeEnd w:id="${String(comment)}"/><w:r><w:commentReference w:id="${String(comment)}"/></w:r>`;
const comment = (id: number, author: string, text: string) =>
  `<w:comment w:id="${String(id)}" w:author="${escapeXml(author)}" w:date="2024-07-19T09:31:00Z">${paragraph(run(text))}</w:comment>`;

const heading = (text: string) => paragraph(run(text), '<w:pStyle w:val="Heading1"/>');

const cell = (content: string, properties = "") =>
  `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>${properties}</w:tcPr>${paragraph(content)}</w:tc>`;
const row = (cells: string, properties = "") =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;

const border = (side: string) =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>`;
const borders = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders>`;

const words = [
  paragraph(run("Release 1.31 status"), '<w:pStyle w:val="Title"/>'),
  heading("Words"),
  paragraph(
    run("The team ") +
      about(11, ins(101, rita, run("gladly "))) +
      run("shipped ") +
      about(12, del(102, jonas, deletedRun("almost all")) + ins(103, jonas, run("41 of 45"))) +
      run(" enhancements, and ") +
      ins(104, rita, run("nobody ") + del(105, jonas, deletedRun("really ")) + run("waited ")) +
      run("for the rest."),
  ),
  paragraph(
    about(13, ins(106, rules, run("The code freeze follows on 31 July 2024."))) +
      run(" The docs are due after it."),
  ),
];

const moves = [
  heading("Moves"),
  paragraph(
    run("Three enhancements moved to the next release. ") +
      `<w:moveFromRangeStart w:id="201" w:name="move1" w:author="${jonas}" w:date="2024-07-19T10:00:00Z"/>` +
      `<w:moveFrom ${by(202, jonas)}>${run("The exceptions are listed below. ")}</w:moveFrom>` +
      '<w:moveFromRangeEnd w:id="201"/>' +
      run("Their owners know."),
  ),
  paragraph(
    run("One request was rejected. ") +
      `<w:moveToRangeStart w:id="203" w:name="move1" w:author="${jonas}" w:date="2024-07-19T10:00:00Z"/>` +
      `<w:moveTo ${by(204, jonas)}>${run("The exceptions are listed below. ")}</w:moveTo>` +
      '<w:moveToRangeEnd w:id="203"/>',
  ),
];

const bold = (id: number) => `<w:b/><w:rPrChange ${by(id, rita)}><w:rPr/></w:rPrChange>`;

const formats = [
  heading("Formatting"),
  paragraph(
    run("The ") +
      run("feature", bold(301)) +
      run(" freeze", bold(302)) +
      run(" comes first, and ") +
      run(
        "the date",
        `<w:i/><w:color w:val="C00000"/><w:sz w:val="28"/><w:rPrChange ${by(303, jonas)}><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrChange>`,
      ) +
      run(" stands."),
  ),
  paragraph(
    run("A closing line in the middle of the page."),
    `<w:jc w:val="center"/><w:pPrChange ${by(304, rita)}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>`,
  ),
  paragraph(
    run("A line that became a heading, with a break that was added after it."),
    `<w:pStyle w:val="Heading1"/><w:rPr><w:ins ${by(305, rita)}/></w:rPr><w:pPrChange ${by(306, jonas)}><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:pPrChange>`,
  ),
  paragraph(run("Two paragraphs that "), `<w:rPr><w:del ${by(307, jonas)}/></w:rPr>`),
  paragraph(run("become one again.")),
];

const table = `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/>${borders}<w:jc w:val="center"/><w:tblPrChange ${by(401, rita)}><w:tblPr><w:tblW w:w="9000" w:type="dxa"/>${borders}</w:tblPr></w:tblPrChange></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>${[
  row(
    cell(run("Milestone")) +
      cell(run("Date")) +
      cell(
        run("Owner"),
        `<w:shd w:val="clear" w:fill="F2F2F2"/><w:tcPrChange ${by(402, jonas)}><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr></w:tcPrChange>`,
      ),
  ),
  row(
    cell(ins(403, rita, run("Docs freeze"))) +
      cell(ins(404, rita, run("6 August 2024"))) +
      cell(ins(405, rita, run("Docs team"))),
    `<w:ins ${by(406, rita)}/>`,
  ),
  row(
    cell(del(407, jonas, deletedRun("Dry run"))) +
      cell(del(408, jonas, deletedRun("1 August 2024"))) +
      cell(del(409, jonas, deletedRun("Nobody"))),
    `<w:del ${by(410, jonas)}/>`,
  ),
  row(
    cell(run("Release")) +
      cell(run("13 August 2024"), `<w:cellIns ${by(411, rita)}/>`) +
      cell(run("Release team"), `<w:cellDel ${by(412, jonas)}/>`),
  ),
].join("")}</w:tbl>`;

const section = `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708"/><w:sectPrChange ${by(501, jonas)}><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708"/></w:sectPr></w:sectPrChange>`;

/** The parts of a document with every kind of tracked change, by three authors, with reasons and a finding. */
export const everyKind: WordParts = {
  body: [
    ...words,
    ...moves,
    ...formats,
    heading("Tables"),
    table,
    paragraph(run("See the note.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
  ].join(""),
  section,
  comments: [
    comment(11, rita, "It was a good month; let us say so."),
    comment(12, jonas, "The record has the exact number."),
    comment(13, checks, "The date differs from the record."),
  ].join(""),
  header: paragraph(run("Status report ") + ins(601, rita, run("for the client"))),
  footnotes: `<w:footnote w:id="2">${paragraph(run("Dates are ") + del(602, jonas, deletedRun("more or less ")) + run("final."))}</w:footnote>`,
};

export const buildEveryKind = () => packDocx(everyKind);

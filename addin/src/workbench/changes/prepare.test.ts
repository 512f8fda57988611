import { describe, expect, it } from "vitest";
import { deletedRun, packDocx, paragraph, run } from "../../testing/wordParts";
import { prepare } from "./prepare";

const by = (id: number, author = "Rita") =>
  `w:id="${String(id)}" w:author="${author}" w:date="2024-07-19T09:30:00Z"`;
const ins = (id: number, content: string, author?: string) =>
  `<w:ins ${by(id, author)}>${content}</w:ins>`;
const del = (id: number, content: string, author?: string) =>
  `<w:del ${by(id, author)}>${content}</w:del>`;
const comment = (id: number, author: string, text: string) =>
  `<w:comment w:id="${String(id)}" w:author="${author}">${paragraph(run(text))}</w:comment>`;
const reference = '<w:r><w:commentReference w:id="1"/></w:r>';

async function changesOf(body: string, parts: Omit<Parameters<typeof packDocx>[0], "body"> = {}) {
  const bytes = await packDocx({ body, ...parts });
  return (await prepare(new Blob([bytes.slice().buffer]))).changes;
}

describe("C67 the tracked changes of a document", () => {
  it("are read with kind, place, author, date, words and id", async () => {
    const body = paragraph(
      run("A ") + ins(7, run("new ") + run("word")) + del(8, deletedRun("old")),
    );
    expect(await changesOf(body)).toMatchObject([
      { ids: ["7"], kind: "Inserted", place: "Text", author: "Rita", text: "new word" },
      { ids: ["8"], kind: "Deleted", place: "Text", date: "2024-07-19T09:30:00Z", text: "old" },
    ]);
  });

  it("name both authors where one deleted what another had inserted", async () => {
    const body = paragraph(ins(1, run("not ") + del(2, deletedRun("really"), "Jonas")));
    expect(await changesOf(body)).toMatchObject([
      { author: "Rita", text: "not really", within: undefined },
      { author: "Jonas", text: "really", within: 0 },
    ]);
  });

  it("link the two ends of a move by its name, whatever lies between", async () => {
    const range = (end: string, id: number) =>
      `<w:${end}RangeStart w:id="${String(id)}" w:name="move1"/>`;
    const close = (end: string, id: number) => `<w:${end}RangeEnd w:id="${String(id)}"/>`;
    const body =
      paragraph(
        range("moveFrom", 1) +
          `<w:moveFrom ${by(2)}>${run("It moved.")}</w:moveFrom>` +
          close("moveFrom", 1),
      ) +
      paragraph(ins(3, run("Not this."))) +
      paragraph(
        range("moveTo", 4) +
          `<w:moveTo ${by(5)}>${run("It moved.")}</w:moveTo>` +
          close("moveTo", 4),
      );
    expect(await changesOf(body)).toMatchObject([
      { kind: "MovedFrom", move: "move1" },
      { kind: "Inserted", move: undefined },
      { kind: "MovedTo", move: "move1" },
    ]);
  });

  it("are found in rows, cells, paragraph marks, numbering and sections", async () => {
    const row = `<w:tr><w:trPr><w:ins ${by(1)}/></w:trPr><w:tc><w:tcPr><w:cellDel ${by(2)}/></w:tcPr>${paragraph(run("Cell"))}</w:tc></w:tr>`;
    const body =
      `<w:tbl>${row}</w:tbl>` +
      paragraph(
        run("List"),
        `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${by(3)}/></w:numPr><w:rPr><w:del ${by(4)}/></w:rPr>`,
      );
    const section = `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:sectPrChange ${by(5)}><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:sectPrChange>`;
    const changes = await changesOf(body, { section });
    expect(changes.map(({ kind, place }) => [kind, place])).toEqual([
      ["Inserted", "Row"],
      ["Deleted", "Cell"],
      ["Inserted", "Paragraph"],
      ["Deleted", "ParagraphMark"],
      ["Formatted", "Section"],
    ]);
  });

  it("are found in headers and notes, where an id can mean another change than in the body", async () => {
    const changes = await changesOf(paragraph(ins(1, run("Body"))), {
      header: paragraph(ins(1, run("Header"))),
      footnotes: `<w:footnote w:id="2">${paragraph(del(1, deletedRun("Note")))}</w:footnote>`,
    });
    expect(changes.map(({ text, inBody }) => [text, inBody])).toEqual([
      ["Body", true],
      ["Header", false],
      ["Note", false],
    ]);
  });

  it("are one where the same formatting was tracked run by run, and two where it differs", async () => {
    const bold = (id: number, extra = "") =>
      `<w:b/>${extra}<w:rPrChange ${by(id)}><w:rPr/></w:rPrChange>`;
    const body = paragraph(
      run("one ", bold(1)) + run("two", bold(2)) + run(" three", bold(3, "<w:i/>")),
    );
    expect(await changesOf(body)).toMatchObject([
      { ids: ["1", "2"], text: "one two", about: ["Bold"] },
      { ids: ["3"], text: " three", about: ["Bold", "Italic"] },
    ]);
  });

  it("are found within links, content controls, smart tags and fields", async () => {
    const body = paragraph(
      `<w:hyperlink w:anchor="a">${ins(1, run("link"))}</w:hyperlink>` +
        `<w:sdt><w:sdtContent>${ins(2, run("control"))}</w:sdtContent></w:sdt>` +
        `<w:smartTag w:element="date">${ins(3, run("tag"))}</w:smartTag>` +
        `<w:fldSimple w:instr="DATE">${ins(4, run("field"))}</w:fldSimple>`,
    );
    const changes = await changesOf(body);
    expect(changes.map((change) => change.text)).toEqual(["link", "control", "tag", "field"]);
  });

  it("have an author even where the document names none", async () => {
    const [change] = await changesOf(paragraph(`<w:ins w:id="1">${run("Who?")}</w:ins>`));
    expect(change).toMatchObject({ author: "Unknown author", date: undefined });
  });
});

describe("C67 the comments of a change", () => {
  const why = { comments: comment(1, "Rita", "Because.") };
  const about = (content: string) =>
    `<w:commentRangeStart w:id="1"/>${content}<w:commentRangeEnd w:id="1"/>${reference}`;

  it("are those whose range covers its words", async () => {
    const body = paragraph(about(ins(1, run("new"))) + ins(2, run("other")));
    const changes = await changesOf(body, why);
    expect(changes.map((change) => change.comments)).toEqual([
      [{ author: "Rita", text: "Because." }],
      [],
    ]);
  });

  it("are those right after its words where they have no range", async () => {
    const body = paragraph(ins(1, run("new")) + reference + ins(2, run("other")));
    const changes = await changesOf(body, why);
    expect(changes.map((change) => change.comments.length)).toEqual([1, 0]);
  });

  it("are none where they are about other words", async () => {
    const body = paragraph(about(run("kept")) + ins(1, run("new")));
    const [change] = await changesOf(body, why);
    expect(change?.comments).toEqual([]);
  });
});

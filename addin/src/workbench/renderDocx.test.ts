import { beforeAll, describe, expect, it } from "vitest";
import { buildEveryKind } from "../testing/everyKind";
import { packDocx, paragraph, run, deletedRun } from "../testing/wordParts";
import { mendLocalNames } from "../testing/xmlAttributes";
import { renderDocx } from "./renderDocx";

beforeAll(mendLocalNames);

async function render(bytes: Promise<Uint8Array>) {
  const root = document.createElement("div").attachShadow({ mode: "open" });
  const drawn = await renderDocx(root, new Blob([(await bytes).slice().buffer]));
  const tracked = (id: string) => {
    const change = drawn.changes.find((each) => each.ids.includes(id));
    return (change && drawn.elements.get(change.key)) ?? [];
  };
  return { root, tracked, ...drawn };
}

const by = (id: number, author: string) => `w:id="${String(id)}" w:author="${author}"`;

describe("C67 a document with every kind of tracked change", () => {
  it("shows each of them, with one button for the keyboard that says what it is", async () => {
    const { changes, elements } = await render(buildEveryKind());
    expect(changes.length).toBe(29);
    for (const change of changes) {
      const shown = elements.get(change.key) ?? [];
      const names = shown.flatMap((element) =>
        element.tagName === "BUTTON" ? [element.getAttribute("aria-label")] : [],
      );
      expect(names).toEqual([expect.stringContaining(`by ${change.author}`)]);
    }
  });

  it("keeps all words on the page, also those that go and those that moved", async () => {
    const { root } = await render(buildEveryKind());
    const text = root.textContent;
    for (const words of ["almost all", "41 of 45", "really ", "Dry run", "more or less"])
      expect(text).toContain(words);
    expect(text.split("The exceptions are listed below.")).toHaveLength(3);
  });

  it("leaves the languages of the words as they were", async () => {
    const french = '<w:lang w:val="fr-FR"/>';
    const body = paragraph(
      `<w:ins ${by(1, "Rita")}>${run("Bonjour", french)}${run(" hello")}</w:ins>`,
    );
    const { root } = await render(packDocx({ body }));
    const langs = [...root.querySelectorAll("span")].map((each) => each.getAttribute("lang"));
    expect(langs).toEqual(["fr-FR", null]);
    expect(root.innerHTML).not.toContain("tracked:");
  });
});

describe("C67 a simple field", () => {
  it("shows what it was when it was saved, and the number of its page", async () => {
    const field = (code: string, result: string) =>
      `<w:fldSimple w:instr=" ${code} ">${run(result)}</w:fldSimple>`;
    const body =
      paragraph(
        `${run("On ")}${field("SAVEDATE", "24 July")}${run(", page ")}${field("PAGE", "9")}`,
      ) +
      paragraph('<w:r><w:br w:type="page"/></w:r>') +
      paragraph(`${run("Page ")}${field("PAGE", "9")}${run(" of ")}${field("NUMPAGES", "9")}`);
    const { root } = await render(packDocx({ body }));
    const pages = [...root.querySelectorAll("section.docx")].map((page) => page.textContent);
    expect(pages).toEqual(["On 24 July, page 1", "Page 2 of 2"]);
  });
});

describe("C67 a change on the page", () => {
  it("is one element for neighbouring runs, and stands within the change it was made in", async () => {
    const body = paragraph(
      `<w:ins ${by(1, "Rita")}>${run("It ")}${run("is ")}<w:del ${by(2, "Jonas")}>${deletedRun("not ")}</w:del>${run("so.")}</w:ins>`,
    );
    const { tracked } = await render(packDocx({ body }));
    const [insertion] = tracked("1");
    const [deletion] = tracked("2");
    expect(insertion?.textContent).toBe("It is not so.");
    expect(insertion?.tagName).toBe("INS");
    expect(deletion?.tagName).toBe("DEL");
    expect(insertion?.contains(deletion ?? null)).toBe(true);
  });

  it("has its button before a link and not within it", async () => {
    const body = paragraph(
      `<w:hyperlink w:anchor="a"><w:ins ${by(1, "Rita")}>${run("there")}</w:ins></w:hyperlink>`,
    );
    const { root, tracked } = await render(packDocx({ body }));
    expect(root.querySelector("a ins")?.textContent).toBe("there");
    expect(
      tracked("1")
        .find((each) => each.tagName === "BUTTON")
        ?.closest("a"),
    ).toBeNull();
  });

  it("is told of even where its words cannot be shown", async () => {
    const field = `<w:ins ${by(1, "Rita")}><w:r><w:instrText>PAGE</w:instrText></w:r></w:ins>`;
    const { tracked } = await render(packDocx({ body: paragraph(run("Page ") + field) }));
    expect(tracked("1").map((each) => each.textContent)).toEqual(["Inserted"]);
  });
});

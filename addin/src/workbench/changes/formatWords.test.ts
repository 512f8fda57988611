import { describe, expect, it } from "vitest";
import { namespaces } from "../../testing/wordParts";
import { describeFormat, type FormatScope } from "./formatWords";

const names = { style: (id: string) => `Style ${id}` };

function properties(content: string): Element {
  const text = `<w:rPr ${namespaces}>${content}</w:rPr>`;
  return new DOMParser().parseFromString(text, "application/xml").documentElement;
}

const said = (scope: FormatScope, before: string, after: string) =>
  describeFormat(scope, properties(before), properties(after), names);

describe("C67 a change of formatting in words", () => {
  it.each<[FormatScope, string, string, string[]]>([
    ["run", "", "<w:b/>", ["Bold"]],
    ["run", "<w:b/>", "", ["Bold off"]],
    ["run", "<w:b/>", '<w:b w:val="0"/>', ["Bold off"]],
    ["run", '<w:sz w:val="22"/>', '<w:sz w:val="28"/>', ["Font size 11 to 14"]],
    ["run", "", '<w:sz w:val="27"/><w:szCs w:val="27"/>', ["Font size 13.5"]],
    ["run", '<w:sz w:val="28"/>', "", ["Font size as in the style, was 14"]],
    ["run", '<w:u w:val="none"/>', '<w:u w:val="single"/>', ["Underlined"]],
    ["run", "", '<w:rFonts w:ascii="Aptos" w:hAnsi="Aptos"/>', ["Font Aptos"]],
    [
      "run",
      '<w:lang w:val="de-DE"/>',
      '<w:lang w:val="en-GB"/>',
      ["Language German (Germany) to British English"],
    ],
    ["paragraph", '<w:jc w:val="left"/>', '<w:jc w:val="center"/>', ["Centered"]],
    ["paragraph", "", '<w:ind w:left="567"/>', ["Left indent 1 cm"]],
    [
      "paragraph",
      '<w:spacing w:after="0"/>',
      '<w:spacing w:after="160"/>',
      ["Space after 0 pt to 8 pt"],
    ],
    [
      "paragraph",
      '<w:spacing w:line="240"/>',
      '<w:spacing w:line="360"/>',
      ["Line spacing 1 to 1.5"],
    ],
    ["paragraph", '<w:pStyle w:val="A"/>', '<w:pStyle w:val="B"/>', ["Style Style A to Style B"]],
    ["paragraph", "", '<w:numPr><w:numId w:val="3"/></w:numPr>', ["Numbering or bullets"]],
    [
      "paragraph",
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>',
      '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>',
      ["List level 1 to 2"],
    ],
    [
      "section",
      '<w:pgSz w:w="1" w:h="2"/>',
      '<w:pgSz w:w="2" w:h="1" w:orient="landscape"/>',
      ["Landscape"],
    ],
    ["section", "", '<w:cols w:num="2"/>', ["Columns 1 to 2"]],
    ["cell", "", "<w:vMerge/>", ["Cells merged"]],
    ["row", "", "<w:tblHeader/>", ["Repeated as header row"]],
  ])("%s: %s becomes %s", (scope, before, after, words) => {
    expect(said(scope, before, after)).toEqual(words);
  });

  it("says everything that differs and nothing that stayed", () => {
    expect(said("run", '<w:b/><w:sz w:val="22"/>', '<w:b/><w:i/><w:sz w:val="24"/>')).toEqual([
      "Italic",
      "Font size 11 to 12",
    ]);
  });

  it("says that there is something even of what it has no words for", () => {
    expect(said("run", "", '<w:kern w:val="2"/>')).toEqual(["Other formatting"]);
    expect(said("run", "", "")).toEqual(["Other formatting"]);
  });
});

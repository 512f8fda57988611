import { type Client, inAttributes, inBody, inStyles, inTags, inText, withClass } from "./rewrite";

/**
 * Outlook for Windows with Word as its editor, which writes the HTML of its own document instead of what it was given (OfficeDev/office-js
 * issues 2910 and 5482).
 */

const head =
  '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">' +
  '<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15 (filtered medium)">' +
  '<style><!--\n@font-face\n\t{font-family:Calibri;\n\tpanose-1:2 15 5 2 2 2 4 3 2 4;}\np.MsoNormal, li.MsoNormal, div.MsoNormal\n\t{margin:0cm;\n\tfont-size:11.0pt;\n\tfont-family:"Calibri",sans-serif;\n\tmso-fareast-language:EN-US;}\n.MsoChpDefault\n\t{mso-style-type:export-only;}\ndiv.WordSection1\n\t{page:WordSection1;}\n--></style>' +
  '<!--[if gte mso 9]><xml>\n<o:shapedefaults v:ext="edit" spidmax="1026" />\n</xml><![endif]--></head>';

export const classicWindows: Client = {
  name: "Outlook for Windows, classic",
  rewrites: [
    {
      name: "a document of Word around it",
      apply: (html) =>
        /<html\b/i.test(html)
          ? html
          : `${head}<body lang=EN-GB link="#0563C1" vlink="#954F72" style='word-wrap:break-word'><div class=WordSection1>${html}</div></body></html>`,
    },
    { name: "class MsoNormal", apply: (html) => withClass(html, /^(p|li|div)$/, "MsoNormal") },
    {
      name: "o:p at the end of paragraphs",
      apply: (html) => html.replace(/<\/p>/gi, "<o:p></o:p></p>"),
    },
    {
      name: "margins and styles of Word",
      apply: (html) =>
        inAttributes(html, (attributes, name) => {
          if (name !== "p" || attributes.some(([key]) => key.toLowerCase() === "style"))
            return attributes;
          return [
            ...attributes,
            ["style", "margin:0cm;mso-margin-top-alt:auto;mso-line-height-alt:0pt"],
          ];
        }),
    },
    {
      name: "spans of a language",
      apply: (html) =>
        inText(html, (text) =>
          text.trim() === ""
            ? text
            : `<span lang=EN-GB style='font-size:11.0pt;mso-fareast-language:EN-US'>${text}</span>`,
        ),
    },
    {
      name: "a word in two spans of the same look",
      apply: (html, chance) =>
        inText(html, (text) =>
          text.replace(/[A-Za-z]{4,}(?![A-Za-z0-9]*;)/g, (word) =>
            chance(4) === 0
              ? `<span lang=DE>${word.slice(0, 2)}</span><span lang=EN-GB>${word.slice(2)}</span>`
              : word,
          ),
        ),
    },
    {
      name: "names of elements in capitals",
      apply: (html) =>
        inTags(html, (tag) =>
          tag.replace(/^<\/?[A-Za-z][A-Za-z0-9]*(?=[\s/>])/, (name) => name.toUpperCase()),
        ),
    },
    {
      name: "attributes in another order",
      apply: (html) => inAttributes(html, (attributes) => attributes.toReversed()),
    },
    {
      name: "values without quotes",
      apply: (html) => inTags(html, (tag) => tag.replace(/="([A-Za-z0-9]+)"/g, "=$1")),
    },
    {
      name: "names of properties in capitals",
      apply: (html) =>
        inStyles(html, (all) =>
          all.map((one) => one.replace(/^[a-z-]+(?=\s*:)/, (name) => name.toUpperCase())),
        ),
    },
    {
      name: "no-break spaces for the second of two",
      apply: (html) =>
        inText(html, (text) =>
          text.replace(
            /(\S) {2,}(?=\S)/g,
            (run, last: string) => `${last} ${"&nbsp;".repeat(run.length - 2)}`,
          ),
        ),
    },
    {
      name: "typographic characters as references",
      apply: (html) =>
        inText(html, (text) =>
          text.replace(
            /[\u00A0-\u00FF\u2013\u2014\u2018-\u201E\u2026\u20AC]/g,
            (c) => `&#${String(c.charCodeAt(0))};`,
          ),
        ),
    },
    {
      name: "lines broken at spaces",
      apply: (html, chance) =>
        inBody(html, (inside) =>
          inText(inside, (text) => text.replace(/ /g, () => (chance(6) === 0 ? "\r\n" : " "))),
        ),
    },
    {
      name: "an empty conditional comment",
      apply: (html) => inBody(html, (inside) => `${inside}<!--[if mso]><![endif]-->`),
    },
  ],
};

import { type Client, inAttributes, inBody, inStyles, inText, withClass } from "./rewrite";

/** Outlook on the web and the new Outlook, which share their editor (OfficeDev/office-js issue 5482). */

const hex = (digits: string): number => parseInt(digits, 16);

export const outlookWeb: Client = {
  name: "Outlook on the web, new Outlook",
  rewrites: [
    {
      name: "class elementToProof",
      apply: (html) => withClass(html, /^(p|div|span)$/, "elementToProof"),
    },
    {
      name: "classes and ids with x_ before them, as in what is quoted",
      apply: (html) =>
        inAttributes(html, (attributes) =>
          attributes.map(([key, value]) =>
            /^(class|id)$/i.test(key)
              ? ([key, value.replace(/[^\s]+/g, "x_$&")] as const)
              : ([key, value] as const),
          ),
        ),
    },
    {
      name: "colours as rgb()",
      apply: (html) =>
        inStyles(html, (all) =>
          all.map((one) =>
            one.replace(
              /#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/gi,
              (_, r: string, g: string, b: string) =>
                `rgb(${String(hex(r))}, ${String(hex(g))}, ${String(hex(b))})`,
            ),
          ),
        ),
    },
    {
      name: "declarations sorted by name",
      // Where one of them is a part of another, the order counts, and the editor keeps it.
      apply: (html) =>
        inStyles(html, (all) =>
          all.some((one) => /^(font|background|margin|padding)\s*:/i.test(one))
            ? all
            : all.toSorted(),
        ),
    },
    {
      name: "names of fonts in quotes",
      apply: (html) =>
        inStyles(html, (all) =>
          all.map((one) =>
            one.replace(/^(font-family:\s*)([A-Z][a-z]+)(?=,|$)/i, "$1&quot;$2&quot;"),
          ),
        ),
    },
    {
      name: "a space behind colons, a semicolon at the end",
      apply: (html) =>
        inStyles(html, (all) =>
          all.map(
            (one, at) =>
              one.replace(/^([a-z-]+):\s*/i, "$1: ") + (at === all.length - 1 ? ";" : ""),
          ),
        ),
    },
    {
      name: "a div around it",
      apply: (html) =>
        inBody(
          html,
          (inside) =>
            `<div class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);">${inside}</div>`,
        ),
    },
    {
      name: "paragraphs as divs",
      apply: (html) => html.replace(/<p\b/gi, "<div").replace(/<\/p>/gi, "</div>"),
    },
    {
      name: "an empty line as a div with a break",
      apply: (html) => inBody(html, (inside) => `${inside}<div class="elementToProof"><br></div>`),
    },
    {
      name: "strong and em for b and i",
      apply: (html) =>
        html.replace(/<(\/?)b(?=[\s>])/gi, "<$1strong").replace(/<(\/?)i(?=[\s>])/gi, "<$1em"),
    },
    {
      name: "its own attributes",
      apply: (html) =>
        inAttributes(html, (attributes, name) =>
          /^(a|img|p)$/.test(name)
            ? [...attributes, ["data-ogsc", ""], ["data-auth", "NotApplicable"]]
            : attributes,
        ),
    },
    {
      name: "a head with its default styles",
      apply: (html) =>
        /<html\b/i.test(html)
          ? html
          : `<html><head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style></head><body dir="ltr">${html}</body></html>`,
    },
    {
      name: "named references",
      apply: (html) =>
        inText(html, (text) =>
          text
            .replace(/\u00E4/g, "&auml;")
            .replace(/\u20AC/g, "&euro;")
            .replace(/\u2013/g, "&ndash;"),
        ),
    },
  ],
};

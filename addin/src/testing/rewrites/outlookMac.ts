import { type Client, inAttributes, inBody, inText, withClass } from "./rewrite";

/** Outlook for Mac: WebKit edits, and Outlook writes what WebKit has. */
export const outlookMac: Client = {
  name: "Outlook for Mac",
  rewrites: [
    {
      name: "class MsoNormal on what was Word's",
      apply: (html) => withClass(html, /^p$/, "MsoNormal"),
    },
    {
      name: "the caret's colour and a size that a Mac has",
      apply: (html) =>
        inBody(
          html,
          (inside) =>
            `<div style="caret-color: rgb(0, 0, 0); color: rgb(0, 0, 0); font-family: Calibri, sans-serif; font-size: 14px; text-size-adjust: auto;-webkit-text-stroke-width: 0px;">${inside}</div>`,
        ),
    },
    {
      name: "spans that keep white space",
      apply: (html) =>
        inText(html, (text) =>
          text.replace(/\u00A0/g, '<span class="Apple-converted-space">&nbsp;</span>'),
        ),
    },
    { name: "a break with a slash", apply: (html) => html.replace(/<br>/gi, '<br class="" />') },
    {
      name: "an empty class on everything",
      apply: (html) =>
        inAttributes(html, (attributes, name) =>
          name.includes(":") || attributes.some(([key]) => key.toLowerCase() === "class")
            ? attributes
            : [...attributes, ["class", ""]],
        ),
    },
    {
      name: "its body",
      apply: (html) =>
        /<html\b/i.test(html)
          ? html
          : `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">${html}</body></html>`,
    },
    {
      name: "letters with their marks apart, as its file system has them",
      apply: (html) => inText(html, (text) => text.normalize("NFD")),
    },
    {
      name: "line feeds between blocks",
      apply: (html) => inBody(html, (inside) => inside.replace(/<\/(p|div|li)></gi, "</$1>\n<")),
    },
  ],
};

import { type Client, inAttributes, inBody, inTags, inText } from "./rewrite";

/** What Exchange Online does on the way: Safe Links (Microsoft Defender for Office 365), conversion of the character set and of the body, line wrapping. */

const safeLink = (address: string): string =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&amp;data=05%7C02%7Cdana%40example.org%7C7b&amp;sdata=AbC%3D&amp;reserved=0`;

export const exchange: Client = {
  name: "Exchange transport",
  rewrites: [
    {
      name: "Safe Links",
      apply: (html) =>
        inAttributes(html, (attributes) =>
          attributes.map(([key, value]) =>
            key.toLowerCase() === "href" &&
            /^https?:\/\/(?!eur01\.safelinks)[!-~]+$/.test(value) &&
            !/[&"]/.test(value)
              ? ([key, safeLink(value)] as const)
              : ([key, value] as const),
          ),
        ),
    },
    // To us-ascii and back: each character that is none is written as its number.
    {
      name: "the character set",
      apply: (html) =>
        inText(html, (text) =>
          Array.from(text, (c) =>
            c > "~" ? `&#x${(c.codePointAt(0) ?? 0).toString(16)};` : c,
          ).join(""),
        ),
    },
    { name: "line ends", apply: (html) => html.replace(/\r\n|\n/g, "\r\n") },
    // RFC 5322, section 2.1.1: lines of 998 characters at most, and 78 where it can be.
    {
      name: "lines of 78 characters",
      apply: (html) =>
        inBody(html, (inside) =>
          inText(inside, (text) =>
            text.replace(/[^\n]{60,76}? /g, (line) => `${line.slice(0, -1)}\r\n`),
          ),
        ),
    },
    {
      name: "the body's character set in a meta element",
      apply: (html) =>
        html.replace(
          /<head>/i,
          '<head><meta http-equiv="Content-Type" content="text/html; charset=us-ascii">',
        ),
    },
    {
      name: "comments taken out",
      apply: (html) =>
        html.replace(/<!--(?!\[if|<!|\n@|\s*<!)[^]*?-->/g, (comment) =>
          comment.includes("{") ? comment : "",
        ),
    },
    {
      name: "tags broken over lines",
      apply: (html, chance) =>
        inTags(html, (tag) =>
          tag.replace(/ (?=[A-Za-z-]+=)/g, () => (chance(3) === 0 ? "\r\n" : " ")),
        ),
    },
    {
      name: "white space at the ends",
      apply: (html) => inBody(html, (inside) => `\r\n${inside}\r\n\r\n`),
    },
  ],
};

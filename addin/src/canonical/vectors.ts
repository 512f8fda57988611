import { readFileSync, writeFileSync } from "node:fs";
import { numbers } from "../testing/numbers";

/** The cases that this implementation and the server's must agree on, and what makes random ones. Of the tests alone. */

export interface HtmlGroup {
  readonly name: string;
  form: string;
  readonly html: string;
  readonly equal: readonly string[];
  readonly different: readonly string[];
}

export interface Vectors {
  readonly html: readonly HtmlGroup[];
  readonly text: readonly {
    readonly name: string;
    form: string;
    readonly equal: readonly (readonly string[])[];
  }[];
  readonly tails: readonly {
    readonly name: string;
    readonly html: string;
    readonly tails: readonly string[];
    readonly match: readonly string[];
    readonly fail: readonly string[];
  }[];
}

export interface Soup {
  readonly html: string;
  readonly digest: string;
}

const fileOf = (name: string): string => `${process.cwd()}/../tests/vectors/${name}.json`;

export function readVectors(): Vectors {
  return JSON.parse(readFileSync(fileOf("canonical-html"), "utf8")) as Vectors;
}

export function readSoups(): Soup[] {
  return JSON.parse(readFileSync(fileOf("html-soup"), "utf8")) as Soup[];
}

/** Writes a file of vectors in ASCII: some of what is in them no file can carry. */
export function writeFile(name: string, content: unknown): void {
  const json = JSON.stringify(content, null, 2).replace(
    /[\u007F-\uFFFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(fileOf(name), `${json}\n`);
}

const pieces = [
  ...Array.from("<>\"'=/!-?&;#: {}\\\n\t\r\0ab1.\u00A0\u200B\u0301\uFFFF\u{1F600}\u202E\uFEFF"),
  ...["<p>", "</p>", "<b>", "</b>", "<div ", "<span style='", "' >", "</span>", "<a href=", "</a>"],
  ...[
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<li>",
    "<ol start=3>",
    "<ul>",
    "</ul>",
    "<br/>",
    "<hr>",
  ],
  ...[
    "<!--",
    "-->",
    "--!>",
    "<!--[if mso]>",
    "<![endif]-->",
    "<![if !vml]>",
    "<![endif]>",
    "<xml>",
  ],
  ...["<style>", "</style>", "<script>", "</script>", "<title>", "</title>", "<textarea>", "<svg>"],
  ...[
    "</svg>",
    "<![CDATA[",
    "]]>",
    "<plaintext>",
    "<img src=cid:x alt='",
    "<input value=",
    "<o:p/>",
  ],
  ...[
    "display:none",
    "color:white",
    "color:rgb(250, 250 250/.9)",
    "font:0/0 a",
    "font-size:.1em",
    "!important",
  ],
  ...[
    "background:#111 url(x)",
    "position:relative;top:1px",
    "width:1px;overflow:hidden",
    "font-family:Symbol",
  ],
  ...[
    "d\\69 splay",
    "/*",
    "*/",
    "url(",
    "(",
    "@media x{",
    "line-height:3px",
    "opacity:15%",
    "zoom:2",
    "--x:y",
  ],
  ...[
    "&amp;",
    "&nbsp",
    "&check;",
    "&#128;",
    "&#x41",
    "&copy=",
    "&#0;",
    "&lt",
    "HTTPS://A.b",
    "javascript:x",
  ],
  ...[
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fc.d",
    "%e9",
    "\u00E9",
    " hidden ",
  ],
  ...[
    " dir=rtl ",
    " bgcolor=000 ",
    "<font color=fff size=1 face=Webdings>",
    "</font>",
    "<s>",
    "<sup>",
    "<pre>",
  ],
  ...[
    "<body text=white>",
    "<h1>",
    "</h2>",
    "<dd>",
    "<bdo dir=rtl>",
    "<template>",
    "<marquee>",
    "word word",
  ],
  ...[
    "-12.3456pt",
    "1e3px",
    "99999999999em",
    "50%",
    "#ABC",
    "#12345678",
    "transparent",
    "smaller",
    "inherit",
  ],
];

const properties =
  "color background background-color font-size font font-family line-height display visibility opacity direction text-transform mso-hide unicode-bidi text-decoration vertical-align mso-text-raise position top text-indent margin margin-left padding-left width height max-height overflow letter-spacing mso-font-width mso-highlight mso-element float zoom list-style-type border behavior all x".split(
    " ",
  );
const values =
  "white|#111|#FFF8|rgb(10%,20%,30%)|rgba(1 2 3/.1)|hsl(0 0% 0%)|windowtext|currentcolor|transparent|none|auto|normal|inherit|initial|hidden|collapse|block|inline-block|flex|0|.3em|9pt|3.999px|4px|12.5%|-45pt|-.25in|1e3px|99999999px|smaller|x-small|0/0 a|italic 7.0pt Symbol|'Wingdings 2',serif|10px/1px x|uppercase|rtl|bidi-override|line-through|super|-30px|relative|absolute|5px auto|url(#default#VML)|url(https://A.b/C)|#000 url(cid:x)|red no-repeat scroll 0% 0%|var(--x)|calc(1px)|.199|20%|!important|0 !important|a\\;b|/* x */ none|lower-roman".split(
    "|",
  );
const tags =
  "span div p b font td tr table li ol ul a s sup small pre h2 body col center svg".split(" ");

/** A body of elements in random styles. */
function styledOf(next: (below: number) => number): string {
  const one = (list: readonly string[]): string => String(list[next(list.length)]);
  let html = "";
  for (let count = 1 + next(8); count > 0; count--) {
    let style = "";
    for (let declarations = next(4); declarations > 0; declarations--)
      style += `${one(properties)}: ${one(values)};`;
    const tag = one(tags);
    html += `<${tag} style="${style}">word${count} `;
    if (next(3) > 0) html += `</${one([tag, tag, tag, "p"])}>`;
    if (next(6) === 0) html += `<style>${tag}{${style}}</style>`;
  }
  return html;
}

/** A body of random pieces, or of elements in random styles. */
export function soupOf(seed: number): string {
  const next = numbers(seed);
  if (seed % 2 === 1) return styledOf(next);
  let html = "";
  for (let count = 1 + next(60); count > 0; count--) html += String(pieces[next(pieces.length)]);
  return html;
}

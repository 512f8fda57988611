import { readFileSync, writeFileSync } from "node:fs";

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

/** Numbers from 0 to below a bound, the same for a seed (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
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

/** A body of random pieces. */
export function soupOf(seed: number): string {
  const next = numbers(seed);
  let html = "";
  for (let count = 1 + next(60); count > 0; count--) html += String(pieces[next(pieces.length)]);
  return html;
}

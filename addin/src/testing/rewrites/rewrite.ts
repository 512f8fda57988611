/** How clients and servers rewrite the HTML of a mail, without a change for the reader. Shared by the tests of the form and the simulator. */

/** Numbers from 0 to below a bound; the same for the same seed. */
export type Chance = (below: number) => number;

/** One thing that a client does to a body. */
export interface Rewrite {
  readonly name: string;
  readonly apply: (html: string, chance: Chance) => string;
}

/** A client, and what it does. */
export interface Client {
  readonly name: string;
  readonly rewrites: readonly Rewrite[];
}

// A comment, a style with what is in it, or a tag; brackets within quotes are no end of a tag.
const markup =
  /(<!--[^]*?-->|<!\[[^\]]*\]>|<style\b[^]*?<\/style>|<title\b[^]*?<\/title>|<\/?[A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*>)/;

const isMarkup = (piece: string): boolean => /^<[A-Za-z/!]/.test(piece);
const isTag = (piece: string): boolean =>
  /^<\/?[A-Za-z]/.test(piece) && !/^<(style|title)\b/i.test(piece);

const pieces = (html: string, change: (piece: string) => string): string =>
  html.split(markup).map(change).join("");

/** Changes what stands between tags, and nothing in them. */
export const inText = (html: string, change: (text: string) => string): string =>
  pieces(html, (piece) => (isMarkup(piece) ? piece : change(piece)));

/** Changes tags, and nothing between them. */
export const inTags = (html: string, change: (tag: string) => string): string =>
  pieces(html, (piece) => (isTag(piece) ? change(piece) : piece));

const attribute = /\s+([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/** Changes the attributes of start tags; the values are as they are written, with quotes of the other kind in them at most. */
export const inAttributes = (
  html: string,
  change: (
    attributes: readonly (readonly [string, string])[],
    name: string,
  ) => readonly (readonly [string, string])[],
): string =>
  inTags(html, (tag) => {
    const [, name = "", rest = "", end = ""] =
      /^<([A-Za-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\s*\/?)>$/.exec(tag) ?? [];
    if (name === "") return tag;
    const all = [...rest.matchAll(attribute)].map(
      ([, key = "", double, single, bare]) => [key, double ?? single ?? bare ?? ""] as const,
    );
    const written = change(all, name.toLowerCase()).map(([key, value]) => {
      if (!value.includes('"')) return ` ${key}="${value}"`;
      return value.includes("'")
        ? ` ${key}="${value.replace(/"/g, "&quot;")}"`
        : ` ${key}='${value}'`;
    });
    return `<${name}${written.join("")}${end}>`;
  });

/** Changes each declaration of style attributes. */
export const inStyles = (
  html: string,
  change: (declarations: readonly string[]) => readonly string[],
): string =>
  inAttributes(html, (attributes) =>
    attributes.map(([key, value]) => {
      if (key.toLowerCase() !== "style") return [key, value] as const;
      // A semicolon of a reference ends no declaration.
      const all = value.split(/(?<!&[A-Za-z0-9#]+);/).map((one) => one.trim());
      return [key, change(all.filter((one) => one !== "")).join(";")] as const;
    }),
  );

/** Adds a class to each element of these names. */
export const withClass = (html: string, names: RegExp, added: string): string =>
  inAttributes(html, (attributes, name) => {
    if (!names.test(name)) return attributes;
    const others = attributes.filter(([key]) => key.toLowerCase() !== "class");
    return [["class", added] as const, ...others];
  });

/** What is inside of the body element, or all of a fragment. */
export const inBody = (html: string, change: (inside: string) => string): string => {
  const found = /^([^]*<body\b(?:[^>"']|"[^"]*"|'[^']*')*>)([^]*)(<\/body>[^]*)$/i.exec(html);
  if (found === null) return change(html);
  const [, before = "", inside = "", after = ""] = found;
  return before + change(inside) + after;
};

import { attr, childOf, make, setAttr } from "./wordXml";

const prefix = "tracked:";

/**
 * How a change gets through the renderer: it knows no attribute of ours, but hands the value of `w:lang` of any run,
 * paragraph, row, cell or table on as the element's `lang`, untouched. The language that stood there follows the bar.
 */
export const encodeMark = (keys: readonly number[], language: string): string =>
  `${prefix}${keys.join(".")}|${language}`;

/** The changes that an element's `lang` names, outermost first, and the language that it had. */
export function decodeMark(
  lang: string,
): { readonly keys: readonly number[]; readonly language: string } | undefined {
  if (!lang.startsWith(prefix)) return undefined;
  const bar = lang.indexOf("|");
  return {
    keys: lang.slice(prefix.length, bar).split(".").map(Number),
    language: lang.slice(bar + 1),
  };
}

/** Marks the owner of these property elements with its changes. */
export function mark(properties: Element, keys: readonly number[]): void {
  if (keys.length === 0) return;
  const lang = childOf(properties, "lang") ?? properties.appendChild(make(properties, "lang"));
  setAttr(lang, "val", encodeMark(keys, attr(lang, "val") ?? ""));
}

import { attr, childrenOf } from "./wordXml";

/** Characters of the private use area that stand for the number of a page and of all pages until the pages are there. */
const marks = { PAGE: "\uF8D0", NUMPAGES: "\uF8D1" } as const;

/** The elements of WordprocessingML with this name within another, those within others of that name left out. */
const within = (element: Element, name: string): Element[] =>
  childrenOf(element).flatMap((child) =>
    child.localName === name ? [child] : within(child, name),
  );

/**
 * The renderer shows nothing of simple fields (ECMA-376 Part 1, 17.16.19): their stored results take their place, and marks
 * where a page number goes. Tells whether there were any.
 */
export function openSimpleFields(root: Element): boolean {
  const fields = within(root, "fldSimple");
  for (const field of fields) {
    const code = /^\s*(\w+)/.exec(attr(field, "instr") ?? "")?.[1]?.toUpperCase();
    const [first, ...more] = within(field, "t");
    if (first && (code === "PAGE" || code === "NUMPAGES")) {
      first.textContent = marks[code];
      for (const each of more) each.textContent = "";
    }
    field.replaceWith(...field.childNodes);
  }
  return fields.length > 0;
}

/** Puts the numbers in the place of the marks: of the pages as they stand on the screen. */
export function numberPages(body: HTMLElement): void {
  const pages = [...body.querySelectorAll("section.docx")];
  for (const [index, page] of pages.entries()) {
    const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      text.textContent = (text.textContent ?? "")
        .replaceAll(marks.PAGE, String(index + 1))
        .replaceAll(marks.NUMPAGES, String(pages.length));
  }
}

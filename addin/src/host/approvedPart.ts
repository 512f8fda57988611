/**
 * The part of a mail's body that the pane has put in, found again by its id: clients put `x_` before ids. It is found only to be replaced;
 * what may leave is decided by the canonical form of the whole body.
 */
const id = "handoffoffice-text";

/** The approved text as it is put into a body. */
export const asPart = (html: string): string => `<div id="${id}">${html}</div>`;

/** A body without what the pane has put into it; `had` tells whether there was something. */
export function withoutPart(html: string): { readonly rest: string; readonly had: boolean } {
  const page = new DOMParser().parseFromString(html, "text/html");
  const parts = page.querySelectorAll(`[id="${id}"], [id="x_${id}"]`);
  if (parts.length === 0) return { rest: html, had: false };
  for (const part of parts) part.remove();
  const rest = /<html[\s>]/i.test(html) ? page.documentElement.outerHTML : page.body.innerHTML;
  return { rest, had: true };
}

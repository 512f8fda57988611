import { strings } from "../strings";
import type { TrackedChange } from "./changes/change";
import changeStyles from "./changes/changes.css?inline";
import { paint, type PaintedChanges } from "./changes/paint";
import { prepare } from "./changes/prepare";
import pageStyles from "./page.css?inline";
import { numberPages } from "./changes/simpleFields";

/** The rendered document. */
export interface RenderedDocument {
  readonly changes: readonly TrackedChange[];
  /** The elements that show each tracked change, by its key. */
  readonly elements: PaintedChanges;
}

/** Only these lead anywhere from a document that somebody else wrote; script and file links lead nowhere. */
const safeLink = /^(https?:|mailto:|#)/i;

function disarmLinks(root: ShadowRoot): void {
  for (const link of root.querySelectorAll("a")) {
    if (!safeLink.test(link.getAttribute("href") ?? "")) link.removeAttribute("href");
    else if (link.getAttribute("href")?.startsWith("#")) link.removeAttribute("href");
    else {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  }
}

/** docx-preview shows comments on hover alone; here they are reachable by keyboard and named for everybody. */
function openComments(root: ShadowRoot): void {
  for (const reference of root.querySelectorAll<HTMLElement>(".docx-comment-ref")) {
    const popover = reference.nextElementSibling;
    const author = popover?.querySelector(".docx-comment-author")?.textContent ?? "";
    const words = [...(popover?.querySelectorAll("p") ?? [])].map((p) => p.textContent).join(" ");
    reference.textContent = "";
    reference.tabIndex = 0;
    reference.setAttribute("role", "note");
    reference.setAttribute("aria-label", strings.workbench.comment(author, words));
  }
}

/** Renders a .docx into the shadow root, which keeps its styles and ids away from ours, with its tracked changes. */
export async function renderDocx(root: ShadowRoot, file: Blob): Promise<RenderedDocument> {
  const [{ renderAsync }, prepared] = await Promise.all([import("docx-preview"), prepare(file)]);
  const body = document.createElement("div");
  const styles = document.createElement("div");
  await renderAsync(prepared.file, body, styles, {
    className: "docx",
    inWrapper: true,
    breakPages: true,
    ignoreLastRenderedPageBreak: true,
    // Insertions and deletions too are ours to show: the renderer knows nothing of the other kinds, nor of authors.
    renderChanges: false,
    renderComments: true,
    // Foreign HTML inside of a document is not shown: it would run in a frame of ours.
    renderAltChunks: false,
    useBase64URL: true,
  });
  const own = document.createElement("style");
  own.textContent = pageStyles + changeStyles;
  numberPages(body);
  const elements = paint(body, prepared.changes);
  root.replaceChildren(styles, own, body);
  disarmLinks(root);
  openComments(root);
  return { changes: prepared.changes, elements };
}

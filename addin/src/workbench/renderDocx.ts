import type { HandoffView } from "../api/types";
import { liveText } from "../store/state";
import { strings } from "../strings";
import { mapInsertions } from "./insMapping";
import pageStyles from "./page.css?inline";

/** The rendered document: which elements show which change. */
export interface RenderedDocument {
  readonly elements: ReadonlyMap<string, readonly HTMLElement[]>;
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

function blockOf(root: ShadowRoot, text: string): HTMLElement[] {
  const squeeze = (value: string) => value.replaceAll(/\s+/gu, "");
  const wanted = squeeze(text);
  const block = [...root.querySelectorAll<HTMLElement>("p")].find(
    (p) => wanted !== "" && squeeze(p.textContent).includes(wanted),
  );
  return block ? [block] : [];
}

function markChanges(root: ShadowRoot, view: HandoffView): Map<string, readonly HTMLElement[]> {
  const insertions = [...root.querySelectorAll<HTMLElement>("ins")];
  const pending = view.changes
    .filter((change) => change.decision === "Undecided")
    .map((change) => ({ id: change.id, text: liveText(change) }));
  const mapped = mapInsertions(
    pending,
    insertions.map((element) => element.textContent),
  );
  const elements = new Map<string, readonly HTMLElement[]>();
  for (const [index, change] of view.changes.entries()) {
    const shown = (mapped.get(change.id) ?? []).flatMap((at) => insertions[at] ?? []);
    for (const element of shown) {
      element.dataset["changeId"] = change.id;
      element.title = strings.workbench.legendInserted(change.author);
      element.setAttribute("aria-label", strings.review.change(index + 1, view.changes.length));
    }
    // Settled words are plain text by now: their paragraph is the place to show.
    const place =
      shown.length > 0 || change.decision === "Rejected" ? shown : blockOf(root, liveText(change));
    elements.set(change.id, place);
  }
  return elements;
}

/** Renders a .docx into the shadow root (which keeps its styles and ids away from ours) and finds the changes in it. */
export async function renderDocx(
  root: ShadowRoot,
  file: Blob,
  view: HandoffView,
): Promise<RenderedDocument> {
  const { renderAsync } = await import("docx-preview");
  const body = document.createElement("div");
  const styles = document.createElement("div");
  await renderAsync(file, body, styles, {
    className: "docx",
    inWrapper: true,
    breakPages: true,
    ignoreLastRenderedPageBreak: true,
    renderChanges: true,
    renderComments: true,
    // Foreign HTML inside of a document is not shown: it would run in a frame of ours.
    renderAltChunks: false,
    useBase64URL: true,
  });
  const own = document.createElement("style");
  own.textContent = pageStyles;
  root.replaceChildren(styles, own, body);
  disarmLinks(root);
  openComments(root);
  return { elements: markChanges(root, view) };
}

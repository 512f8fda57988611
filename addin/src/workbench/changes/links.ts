import type { Change, Finding, HandoffView } from "../../api/types";
import { standingText } from "../../store/text";
import type { RenderedDocument } from "../renderDocx";
import type { TrackedChange } from "./change";

/** The change of the review that a tracked change belongs to, by its `w:id`; none for what others tracked before. */
export function reviewOf(view: HandoffView, tracked: TrackedChange): Change | undefined {
  if (!tracked.inBody) return undefined;
  return view.changes.find((change) => change.revisionIds.some((id) => tracked.ids.includes(id)));
}

const squeeze = (text: string) => text.replaceAll(/\s+/gu, "");

/** The paragraph that says it. Decided words are plain text by now: this is the place to show. */
function paragraphOf(root: ParentNode, text: string): HTMLElement[] {
  const wanted = squeeze(text);
  if (wanted === "") return [];
  const paragraphs = [...root.querySelectorAll<HTMLElement>("article p")];
  const found = paragraphs.find((each) => squeeze(each.textContent).includes(wanted));
  return found ? [found] : [];
}

/** Where a finding's words stand that no change has. */
export function placeOf(root: ParentNode, finding: Finding): readonly HTMLElement[] {
  return paragraphOf(root, finding.quote ?? "");
}

/** The elements that show a change of the review: all of its tracked changes, or its words once they are settled. */
export function elementsOf(
  rendered: RenderedDocument,
  root: ParentNode,
  change: Change,
): readonly HTMLElement[] {
  const shown = rendered.changes
    .filter((each) => each.inBody && each.ids.some((id) => change.revisionIds.includes(id)))
    .flatMap((each) => rendered.elements.get(each.key) ?? []);
  return shown.length > 0 ? shown : paragraphOf(root, standingText(change));
}

import type { HandoffView } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { strings } from "../../strings";

/** That a sampling plan has reduced the review, or that it is in full again, and why. Nothing where it was in full all along. */
export function ExtentNotice({ view }: { readonly view: HandoffView }) {
  const { extent } = view;
  const ended = extent?.ground === "ReviewerFound" || extent?.ground === "PlanEnded";
  if (!extent || !(extent.isReduced || ended)) return null;
  return (
    <NoticeBar
      notice={{
        intent: "info",
        title: strings.outcome.extentTitle(extent.isReduced),
        body: extent.sentence,
      }}
    />
  );
}

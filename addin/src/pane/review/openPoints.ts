import type { HandoffView } from "../../api/types";
import { countReview } from "../../store/state";
import { strings } from "../../strings";

const words = strings.review;

/**
 * Why one cannot go on to sign yet, or undefined. The server has the last word; this says it before the click.
 * @param undecidedLeft how the undecided ones are told
 * @param then what is still to do once all are decided
 */
export function openPoints(
  view: HandoffView,
  undecidedLeft: (count: number) => string = words.undecidedLeft,
  then?: string,
): string | undefined {
  const counts = countReview(view);
  // In a reduced review the plan accepts what nobody decides.
  const undecided = view.extent?.isReduced ? 0 : counts.changes - counts.decided;
  const points = [
    undecided > 0 ? undecidedLeft(undecided) : then,
    counts.blocking > 0 ? words.blockingLeft(counts.blocking) : undefined,
  ].filter(Boolean);
  return points.length > 0 ? `${points.join(", ")}.` : undefined;
}

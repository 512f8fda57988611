import type { HandoffView } from "../../api/types";
import { authorsOf } from "./authors";
import { counterparts, type TrackedChange } from "./change";
import { ChangeCard } from "./ChangeCard";
import { reviewOf } from "./links";

/** The change whose card is open, and the words it stands beside. */
export interface Chosen {
  readonly key: number;
  readonly anchor: HTMLElement;
}

interface ChosenCardProps {
  readonly view: HandoffView;
  readonly chosen: Chosen;
  readonly changes: readonly TrackedChange[];
  readonly onGo: (key: number) => void;
  /** Where the pane is not beside the document: leads there. */
  readonly onDecide: ((changeId: string) => void) | undefined;
  readonly onClose: () => void;
}

/** The card of a change, with what the document and the review know of it. */
export function ChosenCard({ view, chosen, changes, onGo, onDecide, onClose }: ChosenCardProps) {
  const change = changes[chosen.key];
  if (!change) return null;
  const reviewed = reviewOf(view, change);
  const [other] = counterparts(changes, change);
  return (
    <ChangeCard
      key={change.key}
      change={change}
      color={authorsOf(changes).find((author) => author.name === change.author)?.color ?? "inherit"}
      outer={change.within === undefined ? undefined : changes[change.within]}
      anchor={chosen.anchor}
      reason={reviewed?.reason ?? undefined}
      reviewed={reviewed !== undefined}
      onCounterpart={other && (() => onGo(other.key))}
      onDecide={
        onDecide &&
        reviewed &&
        (() => {
          onClose();
          onDecide(reviewed.id);
        })
      }
      onClose={onClose}
    />
  );
}

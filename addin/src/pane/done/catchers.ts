import type { Catcher, HandoffView } from "../../api/types";
import { strings } from "../../strings";

const words = strings.outcome;

export interface CatcherChoice {
  readonly value: string;
  readonly label: string;
  readonly catcher: Catcher;
}

/** What of a handoff's gate could have caught an error. */
export function catchersOf(view: HandoffView): {
  readonly items: readonly CatcherChoice[];
  readonly checks: readonly CatcherChoice[];
  readonly nothing: CatcherChoice;
} {
  return {
    items: view.checklist.map(({ id, text }) => ({
      value: `item ${id}`,
      label: text,
      catcher: { kind: "Item", item: id },
    })),
    checks: view.checks.map((check) => ({
      value: `check ${check}`,
      label: words.check(check),
      catcher: { kind: "Check", check },
    })),
    nothing: { value: "nothing", label: words.nothing, catcher: { kind: "Nothing" } },
  };
}

/** What should have caught it, in a sentence. */
export function caughtBy(view: HandoffView, catcher: Catcher): string {
  switch (catcher.kind) {
    case "Nothing":
      return words.nothingCovers;
    case "Check":
      return words.shouldHaveCaught(catcher.check ? words.check(catcher.check) : "");
    case "Item":
      return words.shouldHaveCaught(
        view.checklist.find((item) => item.id === catcher.item)?.text ?? catcher.item ?? "",
      );
  }
}

import { useEffect, useEffectEvent, useRef } from "react";
import type { HandoffView } from "../../api/types";
import { focusIsFree } from "./focus";
import { stageOf } from "./order";

/**
 * Leads on when the last change was decided: to the first row with a blocking finding, else to the button that goes on
 * to sign, which says what is missing where a finding of the whole text blocks.
 * @param on false while somebody cannot decide, or still edits
 */
export function useLanding(view: HandoffView, on: boolean, show: (id: string) => void) {
  const button = useRef<HTMLButtonElement>(null);
  const stage = stageOf(view);
  const key = typeof stage === "string" ? stage : `row ${stage.row}`;
  const seen = useRef(key);
  const land = useEffectEvent(() => {
    if (!focusIsFree()) return;
    if (typeof stage === "object") show(stage.row);
    else if (stage === "sign") button.current?.focus();
  });
  useEffect(() => {
    if (!on || seen.current === key) return;
    seen.current = key;
    land();
  }, [key, on]);
  return button;
}

import { useEffect, useRef } from "react";
import { focusIsFree } from "./focus";

/**
 * A row that comes into view when it is selected, and whose words take the focus then: from another row, and from a
 * button of its own that went away with the decision.
 * @param state changes whenever buttons of the row come and go
 */
export function useSelectedRow(selected: boolean, state = "") {
  const row = useRef<HTMLLIElement>(null);
  const words = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  useEffect(() => {
    if (!selected || !focusIsFree() || row.current?.contains(document.activeElement)) return;
    words.current?.focus({ preventScroll: true });
  }, [selected, state]);
  return { row, words };
}

import { useEffect, useRef } from "react";

/** A row that comes into view when it is selected. */
export function useSelectedRow(selected: boolean) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return row;
}

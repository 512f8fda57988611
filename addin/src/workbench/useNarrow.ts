import { useSyncExternalStore } from "react";

const narrow = "(max-width: 900px)";

/** Whether document and pane share the screen one at a time. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(narrow);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(narrow).matches,
  );
}

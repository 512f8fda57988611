import { useEffect } from "react";
import { useActions } from "../store/context";

/** While something is typed that only this page has, leaving it asks first: within the pages by a dialog, else by the browser. */
export function useUnsaved(unsaved: boolean): void {
  const { setUnsaved } = useActions();
  useEffect(() => {
    if (!unsaved) return undefined;
    setUnsaved(true);
    const stop = new AbortController();
    addEventListener("beforeunload", (event) => event.preventDefault(), { signal: stop.signal });
    return () => {
      stop.abort();
      setUnsaved(false);
    };
  }, [unsaved, setUnsaved]);
}

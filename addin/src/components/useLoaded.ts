import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { asApiError, describeFailure } from "../api/problems";
import { loading, ready, type Loading } from "../store/state";

/** What a call answers, loaded when the screen appears and whenever `reload` is called; what is shown stays until the new is there. */
export function useLoaded<T>(call: () => Promise<T>) {
  const [state, setState] = useState<Loading<T>>(loading);
  const load = useEffectEvent(call);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    const put = (next: Loading<T>) => {
      if (wanted) setState(next);
    };
    void load().then(
      (value) => put(ready(value)),
      (error: unknown) => put({ status: "failed", notice: describeFailure(asApiError(error)) }),
    );
    return () => {
      wanted = false;
    };
  }, [round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return [state, reload] as const;
}

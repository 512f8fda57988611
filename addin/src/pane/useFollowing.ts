import { useEffect } from "react";
import type { HandoffView } from "../api/types";
import { useActions, useAppState } from "../store/context";

const pollEvery = 2000;

/** Follows a draft that another window, or a server that lost our connection, is still writing. */
export function useFollowing({ id }: HandoffView, on: boolean): void {
  const { loadHandoff } = useActions();
  // Until somebody has signed in again, each look would only wait beside the others.
  const waits = useAppState((state) => state.signingIn !== undefined);
  useEffect(() => {
    if (!on || waits) return;
    const timer = setInterval(() => void loadHandoff(id), pollEvery);
    return () => clearInterval(timer);
  }, [on, waits, loadHandoff, id]);
}

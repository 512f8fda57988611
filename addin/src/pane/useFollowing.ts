import { useEffect } from "react";
import type { HandoffView } from "../api/types";
import { useActions } from "../store/context";

const pollEvery = 2000;

/** Follows a draft that another window, or a server that lost our connection, is still writing. */
export function useFollowing({ id }: HandoffView, on: boolean): void {
  const { loadHandoff } = useActions();
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => void loadHandoff(id), pollEvery);
    return () => clearInterval(timer);
  }, [on, loadHandoff, id]);
}

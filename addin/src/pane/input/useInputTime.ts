import { useEffect, useRef } from "react";
import { attend } from "../../store/attend";
import { Attention } from "../../store/attention";

/** The most that is told, in seconds: a working day. Who needs longer for a form had it open over night. */
export const mostSeconds = 28_800;

/**
 * Counts how long the form is really used: visible, in focus and not idle.
 * @param before what was counted of it before, in milliseconds: the form was left and taken up again
 * @returns what has come together so far, in milliseconds
 */
export function useInputTime(before: number): () => number {
  const total = useRef(before);
  const attention = useRef<Attention>(undefined);
  useEffect(() => {
    const own = new Attention(Date.now());
    attention.current = own;
    return attend(own);
  }, []);
  return () => {
    total.current += attention.current?.take(Date.now()).activeMilliseconds ?? 0;
    return total.current;
  };
}

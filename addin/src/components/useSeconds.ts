import { useEffect, useState } from "react";

/** Whole seconds since `startedAt` (epoch milliseconds), counting on until `endedAt` is known. */
export function useSeconds(startedAt: number, endedAt: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (endedAt !== undefined) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [endedAt]);
  return Math.max(0, Math.floor(((endedAt ?? now) - startedAt) / 1000));
}

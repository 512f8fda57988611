/** Runs something once the browser has nothing else to do, and at the latest after some seconds; returns how to call it off. */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === "undefined") {
    const later = setTimeout(run, 300);
    return () => clearTimeout(later);
  }
  const later = requestIdleCallback(run, { timeout: 3000 });
  return () => cancelIdleCallback(later);
}

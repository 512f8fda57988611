/** Runs what it is given one after the other, in the order of asking; one that fails stands in nobody's way. */
export function oneAtATime(): <T>(run: () => Promise<T>) => Promise<T> {
  let queue: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = queue.then(run);
    queue = next.catch(() => undefined);
    return next;
  };
}

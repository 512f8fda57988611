import type { Store } from "./app";
import type { AppState } from "./state";

/** Whether the first screen has all that it shows; a sign-in or a failure shows nothing else. */
export const standsFirst = ({ boot, route, home }: AppState): boolean =>
  boot.status === "failed" ||
  boot.status === "signedOut" ||
  (boot.status === "ready" && (route.screen !== "home" || home.status !== "loading"));

/**
 * Waits until the first screen stands, at most `longest` milliseconds. On a slow machine a screen that is drawn to say that it
 * waits holds up the very answers that it waits for; the page shows the shape of what is coming meanwhile (global.css).
 */
export function firstScreen(store: Store, longest = 1000): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, longest);
    const stop = store.subscribe((state) => {
      if (standsFirst(state)) done();
    });
    if (standsFirst(store.getState())) done();
  });
}

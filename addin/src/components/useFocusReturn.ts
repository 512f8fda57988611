import { useEffect, useState } from "react";

/** What has the focus now; an item of a menu, which goes when it is chosen, stands for the button that opened the menu. */
function focused(): HTMLElement | undefined {
  const active = document.activeElement;
  const opener = active?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  const origin = opener ? document.getElementById(opener) : active;
  return origin instanceof HTMLElement ? origin : undefined;
}

/**
 * Puts the focus back to where it was before the component came, when the component goes and nothing else has taken it. Where that
 * is gone (its row was taken away), the heading of its section takes it.
 */
export function useFocusReturn(): void {
  const [origin] = useState(focused);
  const [heading] = useState(() =>
    origin?.closest("section, main")?.querySelector<HTMLElement>('[tabindex="-1"]'),
  );
  useEffect(
    () => () => {
      // After the dialog has let go of the focus, and after whoever closed it has moved it on.
      requestAnimationFrame(() => {
        const free = document.activeElement === null || document.activeElement === document.body;
        if (free) (origin?.isConnected ? origin : heading)?.focus();
      });
    },
    [origin, heading],
  );
}

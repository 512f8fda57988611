import { useLayoutEffect, useState } from "react";

/** What has the focus now; an item of a menu, which goes when it is chosen, stands for the button that opened the menu. */
function focused(): HTMLElement | undefined {
  const active = document.activeElement;
  const opener = active?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  const origin = opener ? document.getElementById(opener) : active;
  return origin instanceof HTMLElement ? origin : undefined;
}

const inDialog = (element: Element | null) =>
  element?.closest('[role="dialog"], [role="alertdialog"]') != null;

/**
 * Puts the focus back to where it was before the dialog came, when the dialog goes and nothing else has taken it. Where that is gone
 * (its row was taken away), the heading of its section takes it.
 */
export function useFocusReturn(): void {
  const [origin] = useState(focused);
  const [heading] = useState(() =>
    (
      origin?.closest("section, main") ?? document.querySelector("main")
    )?.querySelector<HTMLElement>('[tabindex="-1"]'),
  );
  useLayoutEffect(() => {
    const back = () =>
      (origin?.isConnected && origin !== document.body ? origin : heading)?.focus();
    return () => {
      // While the dialog is still there: only when the focus leaves it does its trap (Tabster) show the page to screen readers again.
      if (inDialog(document.activeElement)) back();
      // After whoever closed it has moved the focus on, or has taken away what had it.
      requestAnimationFrame(() => {
        if (document.activeElement === null || document.activeElement === document.body) back();
      });
    };
  }, [origin, heading]);
}

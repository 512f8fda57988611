import { useEffect } from "react";
import type { HandoffView } from "../../api/types";
import { useActions } from "../../store/context";
import { attend } from "../../store/attend";
import { Attention } from "../../store/attention";

const reportEvery = 5_000;

/**
 * Tells the server, every five seconds and when the screen is left, how long the text was in view and what of it.
 * @param list what holds the rows of the changes; null while none are on screen
 */
export function useViewing(view: HandoffView, list: HTMLElement | null = null): void {
  const { looked } = useActions();
  const { id } = view;
  const draft = view.viewing ? view.draft?.revision : undefined;
  useEffect(() => {
    if (draft === undefined) return undefined;
    const attention = new Attention(Date.now());
    const report = () => {
      const look = attention.take(Date.now());
      if (look.activeMilliseconds > 0 || look.seen.length > 0)
        void looked(id, draft, look).then((told) => {
          if (!told) attention.putBack(look);
        });
    };

    const rows = new IntersectionObserver(
      (entries) =>
        entries.forEach(({ target, isIntersecting }) => {
          const change = target.getAttribute("data-change-id");
          if (change) attention.show(change, isIntersecting, Date.now());
        }),
      { threshold: 0.5 },
    );
    const observe = () =>
      list?.querySelectorAll("li[data-change-id]").forEach((row) => rows.observe(row));
    const renewed = new MutationObserver(observe);
    if (list) renewed.observe(list, { childList: true, subtree: true });
    observe();
    const leave = attend(attention);
    const timer = setInterval(report, reportEvery);
    return () => {
      clearInterval(timer);
      leave();
      rows.disconnect();
      renewed.disconnect();
      report();
    };
  }, [id, draft, looked, list]);
}

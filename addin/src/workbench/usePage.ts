import { useEffect, useEffectEvent, type RefObject } from "react";

/** What happens on the page, by the key of the tracked change that it happens to. */
interface PageEvents {
  readonly onChoose: (key: number, piece: HTMLElement) => void;
  /** The keyboard's focus came to a change, or left all of them. */
  readonly onFocus: (key: number | undefined) => void;
}

const pieceOf = (event: Event): HTMLElement | undefined => {
  const { target } = event;
  if (!(target instanceof Element)) return undefined;
  // A link within a change leads where it leads.
  return target.closest<HTMLElement>("[data-tracked], a[href]") ?? undefined;
};

const keyOf = (piece: HTMLElement | undefined): number | undefined => {
  const key = piece?.dataset["tracked"];
  return key === undefined ? undefined : Number(key);
};

/** The page's own tree, so that a document's styles and ids stay away from ours, and what people do in it. */
export function usePage(page: RefObject<HTMLElement | null>, events: PageEvents): void {
  const choose = useEffectEvent((event: Event) => {
    const piece = pieceOf(event);
    const key = keyOf(piece);
    if (piece && key !== undefined) events.onChoose(key, piece);
  });
  const focus = useEffectEvent((event: Event) => {
    const piece = pieceOf(event);
    events.onFocus(piece?.matches(":focus-visible") ? keyOf(piece) : undefined);
  });
  const leave = useEffectEvent(() => events.onFocus(undefined));
  useEffect(() => {
    const element = page.current;
    if (!element) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const stop = new AbortController();
    const { signal } = stop;
    root.addEventListener("click", (event) => choose(event), { signal });
    root.addEventListener("focusin", (event) => focus(event), { signal });
    root.addEventListener("focusout", () => leave(), { signal });
    return () => stop.abort();
  }, [page]);
}

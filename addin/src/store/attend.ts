import type { Attention } from "./attention";

const signsOfLife = ["pointermove", "pointerdown", "keydown", "wheel", "scroll", "touchmove"];

/** Tells an attention what goes on in this page, until the function that it returns is called. */
export function attend(attention: Attention): () => void {
  const look = () => {
    attention.attend(document.visibilityState === "visible" && document.hasFocus(), Date.now());
  };
  const touch = () => attention.touch(Date.now());
  const quiet = { capture: true, passive: true } as const;
  look();
  signsOfLife.forEach((sign) => document.addEventListener(sign, touch, quiet));
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  window.addEventListener("blur", look);
  return () => {
    signsOfLife.forEach((sign) => document.removeEventListener(sign, touch, quiet));
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("focus", look);
    window.removeEventListener("blur", look);
  };
}

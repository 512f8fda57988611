import { useRef } from "react";
import { reviewKeys, type ReviewCommand } from "../review/keys";
import { useReviewKeys } from "../review/useReviewKeys";

/** Brings a check to the top, its evidence below it, and the focus to its box. */
function goTo(box: HTMLInputElement | undefined) {
  box?.focus({ preventScroll: true });
  box?.closest("li")?.scrollIntoView({ block: "start" });
}

/**
 * The keys of the review for the checklist: to the next check and the one before, confirm and go on, take it back. With
 * no check in focus, confirming only goes to the first that is open: nothing is ticked that nobody looked at.
 */
export function useSignKeys(onHelp: () => void) {
  const list = useRef<HTMLUListElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const run = (command: ReviewCommand) => {
    const boxes = [
      ...(list.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]:enabled") ?? []),
    ];
    const at = boxes.findIndex((box) => box.closest("li")?.contains(document.activeElement));
    const current = boxes[at];
    switch (command) {
      case "next":
        goTo(boxes[Math.min(at + 1, boxes.length - 1)]);
        break;
      case "previous":
        goTo(boxes[Math.max(at - 1, 0)]);
        break;
      case "accept": {
        if (current && !current.checked) current.click();
        const others = [...boxes.slice(at + 1), ...boxes.slice(0, Math.max(at, 0))];
        const next = others.find((box) => !box.checked);
        if (next) goTo(next);
        else button.current?.focus();
        break;
      }
      case "undo":
        if (current?.checked) current.click();
        break;
      case "help":
        onHelp();
    }
  };
  return { ...useReviewKeys(reviewKeys, run), list, button };
}

import { useEffect, useEffectEvent, useState } from "react";
import { useApp } from "../../store/context";
import { commandOf, type ReviewCommand } from "./keys";

const storageKey = "handoffoffice:keys";

/** Whether the person has left the single keys on. */
export const keysAreOn = (storage: Storage): boolean => storage.getItem(storageKey) !== "off";

/** Listens for the review's keys while the review is on screen; the person can turn them off. */
export function useReviewKeys(run: (command: ReviewCommand) => void) {
  const { storage } = useApp().services;
  const [on, setOn] = useState(() => keysAreOn(storage));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command || (!on && command !== "help")) return;
    event.preventDefault();
    run(command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  return {
    on,
    turn: (next: boolean) => {
      setOn(next);
      storage.setItem(storageKey, next ? "on" : "off");
    },
  };
}

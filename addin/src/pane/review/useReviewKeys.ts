import { useEffect, useEffectEvent, useState } from "react";
import { useApp } from "../../store/context";
import { commandOf } from "./keys";

const storageKey = "handoffoffice:keys";

/** Whether the person has left the single keys on. */
export const keysAreOn = (storage: Storage): boolean => storage.getItem(storageKey) !== "off";

/** Listens for the keys of a review while it is on screen; the person can turn them off. */
export function useReviewKeys<T extends string>(
  commands: Readonly<Record<string, T | "help">>,
  run: (command: T | "help", event: KeyboardEvent) => void,
) {
  const { storage } = useApp().services;
  const [on, setOn] = useState(() => keysAreOn(storage));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(event, commands);
    if (!command || (!on && command !== "help")) return;
    event.preventDefault();
    run(command, event);
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

import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

export type ThemeChoice = "light" | "dark" | "system";

const key = "handoffoffice:theme";
const query = () => matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(key, choice);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const system = query();
  system.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener("change", listener);
  };
}

const isDark = () => themeChoice() === "dark" || (themeChoice() === "system" && query().matches);

export interface ThemeState {
  readonly theme: Theme;
  readonly dark: boolean;
  readonly choice: ThemeChoice;
}

/** The Fluent theme of the person's choice, or of the system. */
export function useTheme(): ThemeState {
  const dark = useSyncExternalStore(subscribe, isDark);
  const choice = useSyncExternalStore(subscribe, themeChoice);
  return { theme: dark ? webDarkTheme : webLightTheme, dark, choice };
}

import { createContext, use } from "react";
import { useStore } from "zustand";
import type { App, AppActions } from "./app";
import type { AppState } from "./state";

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = use(AppContext);
  if (!app) throw new Error("The pane is rendered outside of its AppContext.");
  return app;
}

/** A part of the state; the component renders again when that part changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select);
}

export function useActions(): AppActions {
  return useApp().actions;
}

import { useState } from "react";
import { useLoaded } from "../components/useLoaded";
import type { Journey } from "../api/types";
import { useApp } from "../store/context";
import { ready, type Loading } from "../store/state";

/** A journey as the server has it; each step that is taken puts the newer one in its place. */
export function useJourney(key: string) {
  const { api } = useApp().services;
  const [put, setPut] = useState<Journey>();
  const [loaded, reload] = useLoaded(async () => {
    const journey = await api.journey(key);
    setPut(undefined);
    return journey;
  });
  const state: Loading<Journey> = put ? ready(put) : loaded;
  return [state, setPut, reload] as const;
}

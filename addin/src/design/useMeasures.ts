import { useEffect, useState } from "react";
import { asApiError } from "../api/problems";
import type { JourneySummary, Measures } from "../api/types";
import { useApp } from "../store/context";

/** The measures of a workflow: undefined while they are on their way, null where they could not be loaded. */
export type MeasuresByKey = ReadonlyMap<string, Measures | null>;

/**
 * The measures of the workflows that somebody runs, one after the other: the list is there without them, and a server
 * that has many is not asked for all at once.
 */
export function useMeasures(journeys: readonly JourneySummary[]): MeasuresByKey {
  const { api } = useApp().services;
  const [measured, setMeasured] = useState<MeasuresByKey>(new Map());
  const keys = journeys
    .filter(({ live, inPilot }) => live != null || inPilot != null)
    .map(({ key }) => key)
    .join(" ");
  useEffect(() => {
    let wanted = true;
    const load = async () => {
      for (const key of keys.split(" ").filter(Boolean)) {
        if (!wanted) return;
        const found = await api.measures(key).catch((error: unknown) => {
          // The row says so; the tab Measures tells why.
          asApiError(error);
          return null;
        });
        setMeasured((before) => new Map(before).set(key, found));
      }
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [api, keys]);
  return measured;
}

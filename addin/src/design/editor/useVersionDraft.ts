import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { asApiError, type ApiError } from "../../api/problems";
import type { Journey, Workflow } from "../../api/types";
import { useApp } from "../../store/context";

const keepDelay = 800;

export interface VersionDraft {
  readonly version: Workflow;
  readonly edit: (change: (version: Workflow) => Workflow) => void;
  /** When the server last kept it. */
  readonly keptAt: Date | undefined;
  readonly pending: boolean;
  /** Why it is not kept; what was typed is still here. */
  readonly failure: ApiError | undefined;
  /** Keeps it now; over what somebody else did where asked to. */
  readonly keep: (anyway?: boolean) => Promise<boolean>;
  /** What is here counts as kept: it has become a version, or somebody else's takes its place. */
  readonly settle: () => void;
}

/** The version that is being written: kept by the server a moment after each change, one call at a time. */
export function useVersionDraft(
  journey: Journey,
  begun: Workflow,
  onKept: (journey: Journey) => void,
): VersionDraft {
  const { api } = useApp().services;
  const { key } = journey;
  const [version, setVersion] = useState(begun);
  const [dirty, setDirty] = useState(false);
  const [keptAt, setKeptAt] = useState<Date>();
  const [failure, setFailure] = useState<ApiError>();
  const latest = useRef(begun);
  const revision = useRef<number | undefined>(journey.revision);
  const running = useRef<Promise<boolean>>(undefined);
  const settled = useRef(false);

  const send = useCallback(
    async (anyway: boolean): Promise<boolean> => {
      const sent = latest.current;
      try {
        const now = await api.keepDraft(
          key,
          JSON.stringify(sent),
          anyway ? undefined : revision.current,
        );
        revision.current = now.revision;
        onKept(now);
        setFailure(undefined);
        setKeptAt(new Date());
        if (latest.current === sent) setDirty(false);
        return true;
      } catch (error) {
        setFailure(asApiError(error));
        return false;
      }
    },
    [api, key, onKept],
  );

  const keep = useCallback(
    async (anyway = false): Promise<boolean> => {
      // Two at once would refuse each other as somebody else's change.
      await running.current;
      running.current = send(anyway);
      return running.current;
    },
    [send],
  );

  const moved = failure?.problem.code === "journey-moved";
  useEffect(() => {
    // Somebody else's version is not written over unasked.
    if (!dirty || moved) return undefined;
    const later = setTimeout(() => void keep(), keepDelay);
    return () => clearTimeout(later);
  }, [version, dirty, moved, keep]);

  // What was typed just before the page went is kept as well.
  const flush = useEffectEvent(() => {
    if (dirty && !moved && !settled.current) void keep();
  });
  useEffect(() => () => flush(), []);

  return {
    version,
    edit(change) {
      latest.current = change(latest.current);
      setVersion(latest.current);
      setDirty(true);
    },
    keptAt,
    pending: dirty,
    failure,
    keep,
    settle() {
      settled.current = true;
      setDirty(false);
      setFailure(undefined);
    },
  };
}

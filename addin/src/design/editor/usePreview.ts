import { useEffect, useState } from "react";
import { asApiError, describeFailure, type Notice } from "../../api/problems";
import type { Workflow, WorkflowPreview } from "../../api/types";
import { useApp } from "../../store/context";

const previewDelay = 400;

export interface Preview {
  readonly value: WorkflowPreview | undefined;
  /** What it shows is of the version as it is now. */
  readonly current: boolean;
  readonly notice: Notice | undefined;
}

/** What the server says of the version while it is written. */
export function usePreview(version: Workflow): Preview {
  const { api } = useApp().services;
  const [shown, setShown] = useState<{ of: Workflow; value: WorkflowPreview }>();
  const [notice, setNotice] = useState<Notice>();
  useEffect(() => {
    const own = new AbortController();
    const ask = async () => {
      try {
        const value = await api.previewWorkflow(version, own.signal);
        setShown({ of: version, value });
        setNotice(undefined);
      } catch (error) {
        const failure = asApiError(error);
        if (failure.kind !== "aborted") setNotice(describeFailure(failure));
      }
    };
    const later = setTimeout(() => void ask(), previewDelay);
    return () => {
      clearTimeout(later);
      own.abort();
    };
  }, [api, version]);
  return { value: shown?.value, current: shown?.of === version, notice };
}

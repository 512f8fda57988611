import { useState, type ReactNode } from "react";
import type { NamedFile } from "../api/call";
import { asApiError, describeFailure, type Notice } from "../api/problems";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { NoticeBar } from "./NoticeBar";

interface Download<Which extends readonly unknown[]> {
  readonly busy: boolean;
  readonly download: (...which: Which) => Promise<void>;
  /** Why there is no file, to be put where it is read; nothing where all is well. */
  readonly failure: ReactNode;
}

/**
 * Asks for a file and saves it.
 * @param file asks for it; what it takes says which one
 */
export function useDownload<Which extends readonly unknown[]>(
  file: (...which: Which) => Promise<NamedFile>,
): Download<Which> {
  const { host } = useApp().services;
  const { announce } = useActions();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const download = async (...which: Which) => {
    setBusy(true);
    setNotice(undefined);
    try {
      const made = await file(...which);
      host.save(made);
      announce(strings.told.saved(made.name));
    } catch (error) {
      setNotice(describeFailure(asApiError(error)));
    } finally {
      setBusy(false);
    }
  };
  const failure = notice && <NoticeBar notice={notice} onDismiss={() => setNotice(undefined)} />;
  return { busy, download, failure };
}

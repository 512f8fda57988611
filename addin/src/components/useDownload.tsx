import { useState, type ReactNode } from "react";
import type { NamedFile } from "../api/call";
import { asApiError, describeFailure, type Notice } from "../api/problems";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { NoticeBar } from "./NoticeBar";

interface Download {
  readonly busy: boolean;
  readonly download: () => Promise<void>;
  /** Why there is no file, to be put where it is read; nothing where all is well. */
  readonly failure: ReactNode;
}

/** Asks for a file and saves it. */
export function useDownload(file: () => Promise<NamedFile>): Download {
  const { host } = useApp().services;
  const { announce } = useActions();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const download = async () => {
    setBusy(true);
    setNotice(undefined);
    try {
      const made = await file();
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

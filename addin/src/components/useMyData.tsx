import { MenuItem } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { useDownload } from "./useDownload";

interface MyData {
  /** For the list of a menu. */
  readonly item: ReactElement;
  /** Why there is no file, for below that list; nothing where all is well. */
  readonly failure: ReactNode;
}

/** What there is of whoever is signed in, to be downloaded from a menu that stays open meanwhile. */
export function useMyData(): MyData {
  const { api } = useApp().services;
  const { busy, download, failure } = useDownload(() => api.personsData());
  const item = (
    <MenuItem
      icon={<ArrowDownload20Regular />}
      persistOnClick
      disabled={busy}
      onClick={() => void download()}
    >
      {strings.downloadMyData}
    </MenuItem>
  );
  return { item, failure };
}

import { MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { useDownload } from "./useDownload";

/**
 * What opens at one's name: a list, and below it why one's own data could not be had. It is there while the menu is open, and so is what it says.
 * @param children makes the list of it; it puts the item that downloads what there is of whoever is signed in where it belongs
 */
export function MyMenu({ children }: { readonly children: (myData: ReactElement) => ReactNode }) {
  const { api } = useApp().services;
  const { busy, download, failure } = useDownload(() => api.personsData());
  const myData = (
    <MenuItem
      icon={<ArrowDownload20Regular />}
      persistOnClick
      disabled={busy}
      onClick={() => void download()}
    >
      {strings.downloadMyData}
    </MenuItem>
  );
  return (
    <MenuPopover>
      <MenuList>{children(myData)}</MenuList>
      {failure}
    </MenuPopover>
  );
}

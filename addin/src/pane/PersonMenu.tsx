import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { LanguageItems, useLanguageMenu } from "../components/LanguageItems";
import { useDownload } from "../components/useDownload";
import { useApp } from "../store/context";
import { strings } from "../strings";

/** What whoever is signed in chooses of here: the language, and what there is of them. */
export function PersonMenu({ button }: { readonly button: ReactElement }) {
  const menu = useLanguageMenu();
  return (
    <Menu {...menu} defaultOpen>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <LanguageItems />
        <MenuDivider />
        <MyData />
      </MenuPopover>
    </Menu>
  );
}

function MyData() {
  const { api } = useApp().services;
  const { busy, download, failure } = useDownload(() => api.personsData());
  return (
    <>
      <MenuList>
        <MenuItem
          icon={<ArrowDownload20Regular />}
          persistOnClick
          disabled={busy}
          onClick={() => void download()}
        >
          {strings.administration.exports.person.own}
        </MenuItem>
      </MenuList>
      {failure}
    </>
  );
}

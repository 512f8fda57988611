import { Menu, MenuDivider, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Languages, useLanguageMenu } from "../components/Languages";
import { useMyData } from "../components/useMyData";

/** What whoever is signed in chooses of here: the language, and what there is of them. */
export function PersonMenu({ button }: { readonly button: ReactElement }) {
  const menu = useLanguageMenu();
  const { item, failure } = useMyData();
  return (
    <Menu {...menu} defaultOpen>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          <Languages />
          <MenuDivider />
          {item}
        </MenuList>
        {failure}
      </MenuPopover>
    </Menu>
  );
}

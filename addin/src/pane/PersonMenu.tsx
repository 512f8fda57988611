import { Menu, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { LanguageItems, useLanguageMenu } from "../components/LanguageItems";

/** What whoever is signed in chooses of here: the language. */
export function PersonMenu({ button }: { readonly button: ReactElement }) {
  const menu = useLanguageMenu();
  return (
    <Menu {...menu} defaultOpen>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <LanguageItems />
      </MenuPopover>
    </Menu>
  );
}

import { Menu, MenuDivider, MenuTrigger } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Languages, useLanguageMenu } from "../components/Languages";
import { MyMenu } from "../components/MyMenu";

/** What whoever is signed in chooses of here: the language, and what there is of them. */
export function PersonMenu({ button }: { readonly button: ReactElement }) {
  const menu = useLanguageMenu();
  return (
    <Menu {...menu} defaultOpen>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MyMenu>
        {(myData) => (
          <>
            <Languages />
            <MenuDivider />
            {myData}
          </>
        )}
      </MyMenu>
    </Menu>
  );
}

import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { SignOut20Regular } from "@fluentui/react-icons";
import type { Me } from "../api/types";
import { useMyData } from "../components/useMyData";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";

const words = strings.identity;

/** Who is signed in with a work account, and the way out of it. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const { tokens } = useApp().services;
  const { signOut } = useActions();
  const { item, failure } = useMyData();
  if (!tokens.canSignOut) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          aria-label={words.account(me.name)}
          icon={<Avatar name={me.name} size={28} color="colorful" aria-hidden />}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{strings.signedInAs(me.name)}</MenuGroupHeader>
            {item}
          </MenuGroup>
          <MenuDivider />
          <MenuItem icon={<SignOut20Regular />} onClick={() => void signOut()}>
            {words.signOut}
          </MenuItem>
        </MenuList>
        {failure}
      </MenuPopover>
    </Menu>
  );
}

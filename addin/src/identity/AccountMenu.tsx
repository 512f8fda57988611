import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuTrigger,
} from "@fluentui/react-components";
import { SignOut20Regular } from "@fluentui/react-icons";
import type { Me } from "../api/types";
import { MyMenu } from "../components/MyMenu";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";

const words = strings.identity;

/** Who is signed in with a work account, and the way out of it. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const { tokens } = useApp().services;
  const { signOut } = useActions();
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
      <MyMenu>
        {(myData) => (
          <>
            <MenuGroup>
              <MenuGroupHeader>{strings.signedInAs(me.name)}</MenuGroupHeader>
              {myData}
            </MenuGroup>
            <MenuDivider />
            <MenuItem icon={<SignOut20Regular />} onClick={() => void signOut()}>
              {words.signOut}
            </MenuItem>
          </>
        )}
      </MyMenu>
    </Menu>
  );
}

import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Workflow } from "../../api/types";
import { strings } from "../../strings";

const words = strings.input;

interface FormMenuProps {
  readonly button: ReactElement;
  /** All but the first, which has a button of its own. */
  readonly examples: Workflow["examples"];
  readonly onExample: (index: number) => void;
  readonly onMail: (() => void) | undefined;
  readonly onClear: () => void;
}

/** The rarer ways to fill the form, and starting over. */
export function FormMenu({ button, examples, onExample, onMail, onClear }: FormMenuProps) {
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          {examples.map((example, index) => (
            <MenuItem key={example.name} onClick={() => onExample(index)}>
              {`${words.example}: ${example.name}`}
            </MenuItem>
          ))}
          {onMail && <MenuItem onClick={onMail}>{strings.mail.fill}</MenuItem>}
          <MenuItem onClick={onClear}>{words.startOver}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

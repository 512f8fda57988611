import type { ButtonProps } from "@fluentui/react-components";
import { useState, type ReactElement, type ReactNode } from "react";

interface MenuOnDemandProps {
  /** Draws the button; what it is given belongs on the button itself. */
  readonly button: (props: ButtonProps) => ReactElement;
  /** Draws the menu around that button, open at first. */
  readonly menu: (button: ReactElement) => ReactNode;
}

/**
 * A button with a menu whose files come when it is opened for the first time: until then the button is all there is of it.
 * It opens by the keys of a menu button (ARIA Authoring Practices Guide, Menu Button).
 */
export function MenuOnDemand({ button, menu }: MenuOnDemandProps) {
  const [asked, setAsked] = useState(false);
  if (asked) return menu(button({}));
  return button({
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onClick: () => setAsked(true),
    onKeyDown: (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      setAsked(true);
    },
  });
}

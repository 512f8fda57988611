import type { ButtonProps, TooltipTriggerProps } from "@fluentui/react-components";
import { cloneElement, useState, type ReactElement } from "react";
import { onDemand } from "./onDemand";

/** What a tooltip has to be told of its button. */
export type Hint = Pick<
  TooltipTriggerProps,
  "onPointerEnter" | "onPointerLeave" | "onFocus" | "onBlur"
>;

/** That the pointer or the focus came to a button. */
export interface Entered {
  readonly button: HTMLElement;
  /** Tells the tooltip of it. */
  readonly tell: (hint: Hint) => void;
}

export const NameTip = onDemand([], async () => (await import("./NameTip")).NameTip, {
  meanwhile: () => null,
  spare: true,
});

interface NamedProps {
  readonly name: string;
  readonly children: ReactElement<ButtonProps>;
}

/**
 * Names a button that is only an icon, and shows the name beside it by the Tooltip of Fluent. That comes when a pointer or
 * the focus is on such a button for the first time; the button itself stays where it is.
 */
export function Named({ name, children: button }: NamedProps) {
  const own: Hint = button.props;
  const [entered, setEntered] = useState<Entered>();
  const [hint, setHint] = useState<Hint>();
  const come = (target: HTMLElement, tell: Entered["tell"]) => {
    if (hint) tell(hint);
    else setEntered({ button: target, tell });
  };
  const gone = (tell: Entered["tell"]) => {
    if (hint) tell(hint);
    else setEntered(undefined);
  };
  const hears: Hint = {
    onPointerEnter: (event) => {
      own.onPointerEnter?.(event);
      come(event.currentTarget, (to) => to.onPointerEnter?.(event));
    },
    onPointerLeave: (event) => {
      own.onPointerLeave?.(event);
      gone((to) => to.onPointerLeave?.(event));
    },
    onFocus: (event) => {
      own.onFocus?.(event);
      come(event.currentTarget, (to) => to.onFocus?.(event));
    },
    onBlur: (event) => {
      own.onBlur?.(event);
      gone((to) => to.onBlur?.(event));
    },
  };
  // A menu that is open says enough.
  const isOpen = button.props["aria-expanded"] === true;
  return (
    <>
      {cloneElement<Hint & ButtonProps>(button, { ...hears, "aria-label": name })}
      {entered && !isOpen && <NameTip name={name} entered={entered} onHint={setHint} />}
    </>
  );
}

// What is meant for the button, as by a MenuTrigger around it, goes through to it.
Named.isFluentTriggerComponent = true;

import { Tooltip, type TooltipTriggerProps } from "@fluentui/react-components";
import { useEffect } from "react";
import type { Entered, Hint } from "./Named";

interface NameTipProps {
  readonly name: string;
  /** That, and on what, the pointer or the focus came. */
  readonly entered: Entered;
  /** Takes what has to be told from now on; undefined once the tooltip is gone. */
  readonly onHint: (hint: Hint | undefined) => void;
}

/** The tooltip of a button that is drawn elsewhere. */
export function NameTip({ name, entered, onHint }: NameTipProps) {
  return (
    <Tooltip content={name} relationship="label" positioning={{ target: entered.button }}>
      {(hears: TooltipTriggerProps) => <Told hears={hears} entered={entered} onHint={onHint} />}
    </Tooltip>
  );
}

interface ToldProps extends Pick<NameTipProps, "entered" | "onHint"> {
  readonly hears: Hint;
}

/** Stands in the place of the button: hands out what the button has to tell, and tells what has happened already. */
function Told({ hears, entered, onHint }: ToldProps) {
  const { onPointerEnter, onPointerLeave, onFocus, onBlur } = hears;
  useEffect(() => {
    const hint = { onPointerEnter, onPointerLeave, onFocus, onBlur };
    onHint(hint);
    entered.tell(hint);
    return () => onHint(undefined);
  }, [onPointerEnter, onPointerLeave, onFocus, onBlur, entered, onHint]);
  return null;
}

import { Button, Tooltip } from "@fluentui/react-components";
import { ArrowDown16Regular, ArrowUp16Regular, Delete16Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";

interface RowButtonsProps {
  readonly labels: { readonly up: string; readonly down: string; readonly remove: string };
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Moves a row of a list and takes it away. */
export function RowButtons({ labels, first, last, onMove, onRemove }: RowButtonsProps) {
  return (
    <>
      <RowButton label={labels.up} icon={<ArrowUp16Regular />} off={first} act={() => onMove(-1)} />
      <RowButton
        label={labels.down}
        icon={<ArrowDown16Regular />}
        off={last}
        act={() => onMove(1)}
      />
      <RowButton label={labels.remove} icon={<Delete16Regular />} off={false} act={onRemove} />
    </>
  );
}

interface RowButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly off: boolean;
  readonly act: () => void;
}

function RowButton({ label, icon, off, act }: RowButtonProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button size="small" appearance="subtle" icon={icon} disabledFocusable={off} onClick={act} />
    </Tooltip>
  );
}

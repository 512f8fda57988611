import {
  Button,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useId, type ReactElement, type Ref } from "react";

interface ReasonButtonProps {
  readonly label: string;
  readonly busyLabel?: string;
  readonly busy?: boolean;
  /** Why it cannot be done now; without it the button works. */
  readonly reason?: string | null | undefined;
  readonly icon?: ReactElement;
  /** Beside other buttons, of which there may be too many for one line. */
  readonly inRow?: boolean;
  readonly appearance?: "primary" | "secondary";
  readonly onClick: () => void;
  /** The button itself, for who leads the focus to it. */
  readonly ref?: Ref<HTMLButtonElement>;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  inRow: { flexGrow: 1, flexBasis: "150px" },
  // Short lines, however wide the page: the button is as wide as they are.
  reason: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere", maxWidth: "400px" },
});

/** A step's main action. Where it is disabled it stays focusable and says why. */
export function ReasonButton({
  label,
  busyLabel,
  busy = false,
  reason,
  icon,
  inRow = false,
  appearance = "primary",
  onClick,
  ref,
}: ReasonButtonProps) {
  const styles = useStyles();
  const reasonId = useId();
  const blocked = Boolean(reason);
  return (
    <div className={mergeClasses(styles.root, inRow && styles.inRow)}>
      <Button
        ref={ref}
        appearance={appearance}
        disabledFocusable={blocked || busy}
        aria-describedby={blocked ? reasonId : undefined}
        icon={busy ? <Spinner size="tiny" aria-hidden /> : icon}
        onClick={onClick}
      >
        {busy ? (busyLabel ?? label) : label}
      </Button>
      {blocked && (
        <Text id={reasonId} size={200} align="center" className={styles.reason}>
          <bdi>{reason}</bdi>
        </Text>
      )}
    </div>
  );
}

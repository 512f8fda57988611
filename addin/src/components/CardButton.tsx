import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    width: "100%",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    textAlign: "start",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    cursor: "pointer",
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1Hover}`,
    },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

interface CardButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A card that leads somewhere: a real button, named by what stands in it. */
export function CardButton({ onClick, children }: CardButtonProps) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.root} onClick={onClick}>
      {children}
    </button>
  );
}

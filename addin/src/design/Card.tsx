import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  strong: { border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
});

interface CardProps {
  readonly label?: string;
  /** The one that matters among several. */
  readonly strong?: boolean;
  readonly as?: "li" | "div";
  readonly children: ReactNode;
}

/** What belongs together, in a frame. */
export function Card({ label, strong = false, as: Element = "div", children }: CardProps) {
  const styles = useStyles();
  return (
    <Element
      aria-label={label}
      role={Element === "div" && label !== undefined ? "group" : undefined}
      className={mergeClasses(styles.root, strong && styles.strong)}
    >
      {children}
    </Element>
  );
}

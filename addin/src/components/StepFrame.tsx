import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { shortWindow } from "./media";

interface StepFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Stays above the scrolling part: counters, tabs. */
  readonly top?: ReactNode;
  readonly children: ReactNode;
  /** The step's one primary action and what belongs to it; always in sight. */
  readonly footer?: ReactNode;
  /** The body takes the focus: for bodies that scroll and hold nothing else to focus (WCAG 2.1.1). */
  readonly focusableBody?: boolean;
  /** Moves the focus to the heading when the step appears. Off where the person has not moved yet. */
  readonly focusHeading?: boolean;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    minHeight: 0,
    flexGrow: 1,
    [shortWindow]: { minHeight: "auto" },
  },
  head: {
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    ":focus": { outline: "none" },
  },
  lead: { color: tokens.colorNeutralForeground3 },
  top: {
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    overflowX: "hidden",
    scrollPaddingBlock: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    "> *": { flexShrink: 0 },
    [shortWindow]: { overflowX: "visible", overflowY: "visible", minHeight: "auto" },
  },
  footer: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
});

/** The skeleton of every step: heading, scrolling body, footer with the primary action. */
export function StepFrame({
  title,
  lead,
  top,
  children,
  footer,
  focusableBody = false,
  focusHeading = true,
}: StepFrameProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusHeading) heading.current?.focus({ preventScroll: true });
  }, [focusHeading, title]);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead !== undefined && <Text className={styles.lead}>{lead}</Text>}
      </div>
      {top !== undefined && <div className={styles.top}>{top}</div>}
      {focusableBody ? (
        <div role="region" aria-label={title} tabIndex={0} className={styles.body}>
          {children}
        </div>
      ) : (
        <div className={styles.body}>{children}</div>
      )}
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </div>
  );
}

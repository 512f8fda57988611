import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    "& + &": {
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      paddingTop: tokens.spacingVerticalL,
    },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface FormSectionProps {
  /** What it is called to those who do not see it. */
  readonly label: string | undefined;
  readonly heading?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the form, with a line above it where another part comes before. */
export function FormSection({ label, heading, children }: FormSectionProps) {
  const styles = useStyles();
  return (
    <section className={styles.root} aria-label={label}>
      {heading !== undefined && <h2 className={styles.heading}>{heading}</h2>}
      {children}
    </section>
  );
}

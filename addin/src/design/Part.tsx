import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { Line } from "./Grid";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalM,
  },
  words: { flex: "1 1 240px", minWidth: 0, display: "flex", flexDirection: "column" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ":focus": { outline: "none" },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface PartProps {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with its heading and what can be done there. */
export function Part({ title, lead, actions, children }: PartProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.root} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 id={id} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          {lead !== undefined && <Text className={styles.quiet}>{lead}</Text>}
        </div>
        {actions && <Line>{actions}</Line>}
      </div>
      {children}
    </section>
  );
}

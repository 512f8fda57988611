import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    "> svg": { flexShrink: 0 },
  },
  text: { overflowWrap: "anywhere", minWidth: 0 },
});

interface QuietLineProps {
  readonly icon: ReactElement;
  readonly children: string;
}

/** A small line beside the work, with an icon before it. */
export function QuietLine({ icon, children }: QuietLineProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {icon}
      <Text size={200} className={styles.text}>
        {children}
      </Text>
    </div>
  );
}

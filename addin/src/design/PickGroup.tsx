import { Label, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ErrorCircle16Filled } from "@fluentui/react-icons";
import { useId, type ReactNode } from "react";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  problem: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteRedForeground1,
  },
});

interface PickGroupProps {
  readonly label: string;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}

/** Several boxes to tick under one label. Fluent's Field is for one control: all boxes in it would get the same id. */
export function PickGroup({ label, problem, children }: PickGroupProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={id}
      aria-describedby={problem ? `${id}-problem` : undefined}
      className={styles.root}
    >
      <Label id={id}>{label}</Label>
      {children}
      {problem && (
        <Text id={`${id}-problem`} role="alert" size={200} className={styles.problem}>
          <ErrorCircle16Filled aria-hidden />
          {problem}
        </Text>
      )}
    </div>
  );
}

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Practice } from "../../api/types";
import { within } from "../../form/pointers";

const useStyles = makeStyles({
  list: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  fact: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `3px solid ${tokens.colorTransparentStroke}`,
    overflowWrap: "anywhere",
  },
  cited: {
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  label: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  value: { margin: 0 },
});

interface FactListProps {
  readonly facts: Practice["facts"];
  /** The places of the record that the selected sentence rests on. */
  readonly cited: readonly string[];
}

/** The record, value by value, with those marked on which the selected sentence rests. */
export function FactList({ facts, cited }: FactListProps) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(({ pointer, label, value }) => (
        <div
          key={pointer}
          className={mergeClasses(
            styles.fact,
            cited.some((place) => within(pointer, place)) && styles.cited,
          )}
        >
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  words: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  track: {
    height: "8px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  fill: {
    height: "100%",
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  quiet: { backgroundColor: tokens.colorNeutralForeground4 },
});

interface BarProps {
  readonly label: string;
  /** The value in words; it stands beside the bar, so that nobody has to measure. */
  readonly said: string;
  readonly value: number;
  /** What fills the bar; above 0. */
  readonly most: number;
  /** Beside what matters more. */
  readonly quiet?: boolean;
}

/** A value among others, as a bar with its words. */
export function Bar({ label, said, value, most, quiet = false }: BarProps) {
  const styles = useStyles();
  const share = most > 0 ? Math.min(1, Math.max(0, value / most)) : 0;
  return (
    <div className={styles.root}>
      <span className={styles.words}>
        <Text size={200}>{label}</Text>
        <Text size={200} weight="semibold">
          {said}
        </Text>
      </span>
      <div className={styles.track} aria-hidden>
        <div
          className={mergeClasses(styles.fill, quiet && styles.quiet)}
          style={{ width: `${String(Math.round(share * 100))}%` }}
        />
      </div>
    </div>
  );
}

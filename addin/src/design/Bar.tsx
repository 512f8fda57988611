import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  words: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  track: {
    height: "8px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
    position: "relative",
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  fill: {
    height: "100%",
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  limit: {
    position: "absolute",
    top: 0,
    bottom: 0,
    width: "3px",
    marginInlineStart: "-2px",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
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
  /** What it is held against, as a share of the whole. */
  readonly limit?: number;
}

/** A value among others, as a bar with its words. */
export function Bar({ label, said, value, most, quiet = false, limit }: BarProps) {
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
        {limit !== undefined && (
          <div className={styles.limit} style={{ insetInlineStart: `${String(limit * 100)}%` }} />
        )}
      </div>
    </div>
  );
}

import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CircleHalfFill16Regular } from "@fluentui/react-icons";
import type { HandoffView } from "../../api/types";
import { strings } from "../../strings";
import { authorsOf } from "./authors";
import type { TrackedChange } from "./change";

const words = strings.tracked;

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    minHeight: "28px",
    flexShrink: 0,
    alignItems: "center",
    "@media (max-width: 900px)": { paddingInline: tokens.spacingHorizontalM },
  },
  item: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  swatch: {
    width: "12px",
    height: "12px",
    flexShrink: 0,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: "none",
  },
  // On a phone the page below is worth more than a key to its lines, which say themselves what they are.
  kind: { "@media (max-width: 600px)": { display: "none" } },
  Inserted: { textDecorationLine: "underline" },
  Deleted: { textDecorationLine: "line-through" },
  Moved: { textDecorationLine: "underline", textDecorationStyle: "double" },
  Formatted: {
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textDecorationThickness: "2px",
  },
});

/** How a kind looks; of a move the end where it arrives stands for both. */
const looks = [
  { kind: "Inserted", look: "Inserted" },
  { kind: "Deleted", look: "Deleted" },
  { kind: "MovedTo", look: "Moved" },
  { kind: "Formatted", look: "Formatted" },
] as const;

interface LegendProps {
  readonly view: HandoffView;
  readonly changes: readonly TrackedChange[];
}

/** What is open, who changed what, and how each kind of change looks. */
export function Legend({ view, changes }: LegendProps) {
  const styles = useStyles();
  const open = view.changes.filter((change) => change.decision === "Undecided").length;
  if (view.changes.length === 0 && changes.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={words.legend}>
      {view.changes.length > 0 && (
        <Text size={200} className={styles.item}>
          <CircleHalfFill16Regular aria-hidden />
          {strings.workbench.legendPending(open)}
        </Text>
      )}
      {authorsOf(changes).map((author) => (
        <Text key={author.name} size={200} className={styles.item}>
          <span className={styles.swatch} style={{ backgroundColor: author.color }} />
          {words.authorCount(author.name, author.changes)}
        </Text>
      ))}
      {looks
        .filter(({ kind }) => changes.some((change) => change.kind === kind))
        .map(({ kind, look }) => (
          <Text key={kind} size={200} className={mergeClasses(styles.kind, styles[look])}>
            {words.kinds[look]}
          </Text>
        ))}
    </section>
  );
}

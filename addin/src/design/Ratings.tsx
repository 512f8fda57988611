import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle20Filled,
  DismissCircle20Filled,
  Warning20Filled,
} from "@fluentui/react-icons";
import type { Rating } from "../api/types";
import { strings } from "../strings";

const words = strings.design.choose;

const useStyles = makeStyles({
  root: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "flex-start", minWidth: 0 },
  icon: { flexShrink: 0, display: "flex" },
  Good: { color: tokens.colorPaletteGreenForeground1 },
  Doubtful: { color: tokens.colorPaletteDarkOrangeForeground1 },
  Bad: { color: tokens.colorPaletteRedForeground1 },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const icon = {
  Good: <CheckmarkCircle20Filled aria-hidden />,
  Doubtful: <Warning20Filled aria-hidden />,
  Bad: <DismissCircle20Filled aria-hidden />,
} satisfies Record<Rating, unknown>;

interface RatedProps {
  readonly rating: Rating;
  /** What is rated; alone, the rating's word stands there. */
  readonly title?: string;
  readonly reason?: string;
}

/** A judgement by icon and word, with its reason. */
export function Rated({ rating, title, reason }: RatedProps) {
  const styles = useStyles();
  const name = words.ratings[rating];
  return (
    <div className={styles.root}>
      <span className={mergeClasses(styles.icon, styles[rating])}>{icon[rating]}</span>
      <span className={styles.words}>
        <Text weight="semibold">{title === undefined ? name : `${title}: ${name}`}</Text>
        {reason !== undefined && <Text size={200}>{reason}</Text>}
      </span>
    </div>
  );
}

/** That something is so, or is not, by icon and word. */
export function Verdict({ good, title }: { readonly good: boolean; readonly title: string }) {
  const styles = useStyles();
  const rating = good ? "Good" : "Bad";
  return (
    <div className={styles.root}>
      <span className={mergeClasses(styles.icon, styles[rating])}>{icon[rating]}</span>
      <Text weight="semibold">{title}</Text>
    </div>
  );
}

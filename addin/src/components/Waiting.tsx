import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { strings } from "../strings";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  short: { width: "40%" },
});

/** The shape of what is coming, while it loads. */
export function Waiting({ blocks = 3 }: { readonly blocks?: number }) {
  const styles = useStyles();
  return (
    <Skeleton className={styles.root} aria-label={strings.loading}>
      {Array.from({ length: blocks }, (_, index) => (
        <div key={index} className={styles.block}>
          <SkeletonItem size={16} className={styles.short} />
          <SkeletonItem size={56} />
        </div>
      ))}
    </Skeleton>
  );
}

import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { BotSparkle20Regular, DocumentBulletList20Regular } from "@fluentui/react-icons";
import type { Origin } from "../api/types";

const useStyles = makeStyles({
  root: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    alignItems: "flex-start",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    "> svg": { flexShrink: 0 },
  },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  name: { color: tokens.colorNeutralForeground3 },
});

/** Who wrote this: a model, or rules. It is never left open. */
export function OriginNotice({ origin }: { readonly origin: Origin }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {origin.kind === "Rules" ? (
        <DocumentBulletList20Regular aria-hidden />
      ) : (
        <BotSparkle20Regular aria-hidden />
      )}
      <span className={styles.words}>
        <Text>
          <bdi>{origin.notice}</bdi>
        </Text>
        <Text size={200} className={styles.name}>
          <bdi>{origin.name}</bdi>
        </Text>
      </span>
    </div>
  );
}

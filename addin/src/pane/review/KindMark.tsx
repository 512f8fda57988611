import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { Add16Regular, ArrowSwap16Regular, Subtract16Regular } from "@fluentui/react-icons";
import type { Change } from "../../api/types";
import { strings } from "../../strings";

const words = strings.review;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    marginBottom: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
    "> svg": { flexShrink: 0 },
  },
});

const icon = {
  Inserted: <Add16Regular aria-hidden />,
  Replaced: <ArrowSwap16Regular aria-hidden />,
  Deleted: <Subtract16Regular aria-hidden />,
} satisfies Record<Change["kind"], unknown>;

/** What a change does, and whose it is. */
export function KindMark({ change }: { readonly change: Change }) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      {icon[change.kind]}
      <Text size={200} weight="semibold">
        {words.kinds[change.kind]}
      </Text>
      <Text size={200}>{words.author(change.author)}</Text>
    </span>
  );
}

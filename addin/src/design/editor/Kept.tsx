import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { strings } from "../../strings";
import type { VersionDraft } from "./useVersionDraft";

const words = strings.design.version;

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

interface KeptProps {
  readonly draft: VersionDraft;
  readonly time: string | undefined;
}

/** Quietly, whether what is written is kept. */
export function Kept({ draft, time }: KeptProps) {
  const styles = useStyles();
  const said = draft.failure
    ? words.notKept
    : draft.pending
      ? words.keeping
      : time && words.kept(time);
  return said ? (
    <Text size={200} className={styles.quiet}>
      {said}
    </Text>
  ) : null;
}

import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import { formatInstant, formatNumber } from "../format";
import { useActions, useApp, useAppState } from "../store/context";
import { strings } from "../strings";
import { Section } from "./Section";
import { useLoaded } from "../components/useLoaded";

const words = strings.administration.ledger;

const useStyles = makeStyles({
  head: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: "anywhere" },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  verify: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

/** The newest head of the ledger, its export, and how to check it. */
export function Ledger() {
  const styles = useStyles();
  const { api } = useApp().services;
  const { exportLedger } = useActions();
  const busy = useAppState((state) => state.busy).has("ledger");
  const [state, reload] = useLoaded(() => api.ledgerHead());
  return (
    <Section
      title={words.title}
      lead={words.lead}
      state={state}
      onRetry={reload}
      actions={
        <Button
          icon={busy ? <Spinner size="tiny" aria-hidden /> : <ArrowDownload20Regular />}
          disabledFocusable={busy}
          onClick={() => void exportLedger()}
        >
          {busy ? words.exporting : words.export}
        </Button>
      }
    >
      {({ head }) => (
        <>
          <dl className={styles.head}>
            <dt className={styles.name}>{words.size}</dt>
            <dd className={styles.value}>{formatNumber(head.size)}</dd>
            <dt className={styles.name}>{words.root}</dt>
            <dd className={`${styles.value} ${styles.code}`}>{head.root}</dd>
            <dt className={styles.name}>{words.at}</dt>
            <dd className={styles.value}>{formatInstant(head.at)}</dd>
            <dt className={styles.name}>{words.key}</dt>
            <dd className={`${styles.value} ${styles.code}`}>{head.keyId}</dd>
          </dl>
          <div className={styles.verify}>
            <Text>{words.verify}</Text>
            <code className={styles.code}>{words.command}</code>
          </div>
        </>
      )}
    </Section>
  );
}

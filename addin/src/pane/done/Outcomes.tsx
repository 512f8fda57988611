import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { HandoffView, OutcomeView } from "../../api/types";
import { formatInstant } from "../../format";
import { useActions, useAppState } from "../../store/context";
import { actionOf } from "../../store/state";
import { strings } from "../../strings";
import { caughtBy } from "./catchers";
import { WrongDialog } from "./WrongDialog";

const words = strings.outcome;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  entry: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** How what left was received, and the two buttons that say so. Nothing before it has left. */
export function Outcomes({ view }: { readonly view: HandoffView }) {
  const styles = useStyles();
  const { recordOutcome } = useActions();
  const busy = useAppState((state) => state.busy.has("outcome"));
  const online = useAppState((state) => state.online);
  if (view.state !== "Released" || (view.delivery != null && view.delivery.state !== "Done"))
    return null;
  return (
    <section className={styles.section} aria-label={words.heading}>
      <h2 className={styles.heading}>{words.heading}</h2>
      {view.outcomes.length === 0 ? (
        <Text className={styles.quiet}>{words.none}</Text>
      ) : (
        <ol className={styles.list}>
          {view.outcomes.map((outcome) => (
            <Entry key={`${outcome.at} ${outcome.by.id}`} outcome={outcome} view={view} />
          ))}
        </ol>
      )}
      {actionOf(view, "RecordOutcome").allowed && online && (
        <div className={styles.actions}>
          <Button
            disabledFocusable={busy}
            onClick={() => void recordOutcome({ reception: "Accepted" })}
          >
            {words.accepted}
          </Button>
          <WrongDialog view={view} />
        </div>
      )}
    </section>
  );
}

interface EntryProps {
  readonly outcome: OutcomeView;
  readonly view: HandoffView;
}

function Entry({ outcome, view }: EntryProps) {
  const styles = useStyles();
  const sentence = view.changes.find((change) => change.id === outcome.changeId)?.text;
  return (
    <li className={styles.entry}>
      <Text weight="semibold">{words.receptions[outcome.reception]}</Text>
      {outcome.reason && <Text>{outcome.reason}</Text>}
      {sentence && <Text italic>{sentence}</Text>}
      {outcome.reception !== "Accepted" && (
        <Text>
          {outcome.shouldHaveCaught ? caughtBy(view, outcome.shouldHaveCaught) : words.untraced}
        </Text>
      )}
      <Text size={200} className={styles.quiet}>
        {`${outcome.by.name}, ${formatInstant(outcome.at)}`}
      </Text>
    </li>
  );
}

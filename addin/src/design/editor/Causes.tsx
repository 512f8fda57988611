import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Cause, CheckKind, JournalEntry } from "../../api/types";
import { formatInstant } from "../../format";
import { strings } from "../../strings";

const words = strings.design.version;
const plainKinds = ["Edits", "Loops", "EscapedErrors"] as const;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column" },
  nested: {
    paddingInlineStart: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
  },
});

interface CausesProps {
  readonly journal: readonly JournalEntry[];
  readonly checks: readonly CheckKind[];
  readonly causes: readonly Cause[];
  readonly onChange: (causes: readonly Cause[]) => void;
}

/** What a change answers: entries of the journal, findings of a check, edits, loops, errors that escaped. */
export function Causes({ journal, checks, causes, onChange }: CausesProps) {
  const styles = useStyles();
  const entries = causes.find(({ kind }) => kind === "Journal")?.entries ?? [];
  const others = (gone: (cause: Cause) => boolean) => causes.filter((cause) => !gone(cause));
  const setEntries = (next: readonly string[]) => {
    const rest = others(({ kind }) => kind === "Journal");
    onChange(next.length === 0 ? rest : [{ kind: "Journal", entries: [...next] }, ...rest]);
  };
  const toggle = (cause: Cause, on: boolean) => {
    const rest = others(({ kind, check }) => kind === cause.kind && check === cause.check);
    onChange(on ? [...rest, cause] : rest);
  };
  const has = (cause: Cause) =>
    causes.some(({ kind, check }) => kind === cause.kind && check === cause.check);
  return (
    <div className={styles.root}>
      <Text>{words.add.kinds.Journal}</Text>
      <div className={styles.nested}>
        {journal.length === 0 && <Text size={200}>{words.add.noEntries}</Text>}
        {journal.map(({ id, kind, note, by, at }) => (
          <Checkbox
            key={id}
            label={`${strings.journal.kinds[kind]}${note ? `: ${note}` : ""} (${by.name}, ${formatInstant(at)})`}
            checked={entries.includes(id)}
            onChange={(_, data) =>
              setEntries(
                data.checked === true ? [...entries, id] : entries.filter((each) => each !== id),
              )
            }
          />
        ))}
      </div>
      <Text>{words.add.kinds.Findings}</Text>
      <div className={styles.nested}>
        {checks.map((check) => (
          <Checkbox
            key={check}
            label={words.gate.check[check]}
            checked={has({ kind: "Findings", check })}
            onChange={(_, data) => toggle({ kind: "Findings", check }, data.checked === true)}
          />
        ))}
      </div>
      {plainKinds.map((kind) => (
        <Checkbox
          key={kind}
          label={words.add.kinds[kind]}
          checked={has({ kind })}
          onChange={(_, data) => toggle({ kind }, data.checked === true)}
        />
      ))}
    </div>
  );
}

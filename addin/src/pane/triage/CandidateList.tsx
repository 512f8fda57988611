import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { Warning16Filled } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { Change, HandoffView, Workflow } from "../../api/types";
import { partsOf } from "../../store/triage";
import { strings } from "../../strings";
import { useRowStyles } from "../review/rowStyles";
import { lacks, nameOf } from "./candidates";
import { partsOffered, saidOf } from "./choices";
import { StateMark } from "./StateMark";

const words = strings.triage;

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  // Of hundreds only those in view are laid out.
  row: {
    contentVisibility: "auto",
    containIntrinsicSize: "auto 64px",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  line: {
    display: "flex",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalS,
  },
  place: {
    minWidth: "24px",
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  score: {
    flexShrink: 0,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground3,
  },
  below: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    paddingInlineStart: "32px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  needs: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
});

interface CandidateListProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** Every candidate in one line: how it stands, what is said of it, and what it lacks. */
export function CandidateList({ view, workflow, selected, onSelect }: CandidateListProps) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {view.changes.map((change, index) => (
        <CandidateRow
          key={change.id}
          change={change}
          view={view}
          place={index + 1}
          name={nameOf(change, view.record, workflow)}
          selected={selected === change.id}
          onSelect={() => onSelect(change.id)}
        />
      ))}
    </ol>
  );
}

interface CandidateRowProps {
  readonly change: Change;
  readonly view: HandoffView;
  readonly place: number;
  readonly name: string;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function CandidateRow({ change, view, place, name, selected, onSelect }: CandidateRowProps) {
  const styles = useStyles();
  const rows = useRowStyles();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const said = view.filter
    ? partsOffered(view.filter).flatMap((part) => saidOf(part, partsOf(change.pick)) ?? [])
    : [];
  const missing = lacks(change).map((part) => words.parts[part]);
  return (
    <li
      ref={row}
      data-change-id={change.id}
      aria-current={selected ? "true" : undefined}
      className={mergeClasses(
        rows.row,
        change.decision !== "Undecided" && rows.settled,
        selected && rows.selected,
        styles.row,
      )}
    >
      <button type="button" className={rows.text} aria-pressed={selected} onClick={onSelect}>
        <span className={styles.line}>
          <span className={styles.place}>{place}</span>
          <Text weight="semibold" className={styles.name}>
            {name}
          </Text>
          {change.candidate && (
            <Text size={200} className={styles.score}>
              {words.scoreSaid(change.candidate.score)}
            </Text>
          )}
        </span>
        <span className={styles.below}>
          <StateMark change={change} />
          {said.length > 0 && <span>{said.join(", ")}</span>}
          {missing.length > 0 && (
            <span className={styles.needs}>
              <Warning16Filled aria-hidden />
              {words.needs(missing)}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Change, ChangeDecision, Finding } from "../../api/types";
import { HighlightedText } from "../../components/HighlightedText";
import { liveText } from "../../store/state";
import { strings } from "../../strings";
import { ChangeEditor } from "./ChangeEditor";
import { CitationChips } from "./CitationChips";
import type { Citation } from "./citations";
import { DecisionBar } from "./DecisionBar";
import { FindingNote } from "./FindingNote";

const words = strings.review;

const useStyles = makeStyles({
  row: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "3px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    scrollMarginBlock: tokens.spacingVerticalXXL,
  },
  selected: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    borderLeftWidth: "3px",
    boxShadow: tokens.shadow4,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  settled: { backgroundColor: tokens.colorNeutralBackground2 },
  text: {
    display: "block",
    width: "100%",
    border: "none",
    background: "none",
    padding: 0,
    margin: 0,
    font: "inherit",
    color: "inherit",
    textAlign: "start",
    cursor: "pointer",
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  rejected: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface ChangeRowProps {
  readonly change: Change;
  readonly index: number;
  readonly total: number;
  readonly findings: readonly Finding[];
  readonly citations: readonly Citation[];
  readonly selected: boolean;
  readonly busy: boolean;
  readonly canDecide: boolean;
  /** The text in the editor while this change is edited. */
  readonly editing: string | undefined;
  readonly onSelect: () => void;
  readonly onDecide: (decision: ChangeDecision, text?: string) => void;
  readonly onEdit: (text: string | undefined) => void;
  readonly onFact: (pointer: string) => void;
}

/** One change: the words, the doubts at their words, where they come from, and the decision. */
export function ChangeRow(props: ChangeRowProps) {
  const { change, index, total, findings, citations, selected, editing } = props;
  const { onSelect, onDecide, onEdit } = props;
  const styles = useStyles();
  const row = useRef<HTMLLIElement>(null);
  const text = liveText(change);
  const number = index + 1;
  const canDecide = props.canDecide && editing === undefined;
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const settled = change.decision !== "Undecided";
  // Findings speak of the words as they stand; on rejected words there is nothing left to doubt.
  const marks = change.decision === "Rejected" ? [] : findings;
  return (
    <li
      ref={row}
      data-change-id={change.id}
      aria-label={words.change(number, total)}
      aria-current={selected ? "true" : undefined}
      className={mergeClasses(styles.row, settled && styles.settled, selected && styles.selected)}
    >
      {editing === undefined ? (
        <button
          type="button"
          className={mergeClasses(styles.text, change.decision === "Rejected" && styles.rejected)}
          aria-pressed={selected}
          onClick={onSelect}
        >
          <HighlightedText text={text} marks={marks} />
        </button>
      ) : (
        <ChangeEditor
          text={editing}
          number={number}
          onSave={(saved) => onDecide("Edited", saved)}
          onCancel={() => onEdit(undefined)}
        />
      )}
      {change.decision === "Edited" && editing === undefined && (
        <Text size={200} className={styles.quiet}>
          {`${words.original}: `}
          <s>{change.text}</s>
        </Text>
      )}
      {marks.map((finding) => (
        <FindingNote
          key={finding.id}
          finding={finding}
          text={text}
          canDecide={canDecide}
          onEdit={onEdit}
        />
      ))}
      <CitationChips citations={citations} onFact={props.onFact} />
      <DecisionBar
        change={change}
        number={number}
        busy={props.busy}
        canDecide={canDecide}
        onDecide={onDecide}
        onEdit={() => onEdit(text)}
      />
    </li>
  );
}

import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { Change, ChangeDecision, Finding, KnownFailure } from "../../api/types";
import { HighlightedText, type TextMark } from "../../components/HighlightedText";
import { Redline } from "../../components/Redline";
import { proposedText, standingText } from "../../store/text";
import { strings } from "../../strings";
import { ChangeEditor } from "./ChangeEditor";
import { CitationChips } from "./CitationChips";
import type { Citation } from "./citations";
import { DecisionBar } from "./DecisionBar";
import { FindingNote } from "./FindingNote";
import { FailureNote } from "./KnownFailures";
import { KindMark } from "./KindMark";
import { useRowStyles } from "./rowStyles";
import { SinceLastDraft } from "./SinceLastDraft";
import { useSelectedRow } from "./useSelectedRow";

const words = strings.review;

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  line: { overflowWrap: "anywhere" },
});

interface ChangeRowProps {
  readonly change: Change;
  readonly index: number;
  readonly total: number;
  readonly findings: readonly Finding[];
  readonly citations: readonly Citation[];
  /** What tends to go wrong at such a place. */
  readonly known: readonly KnownFailure[];
  readonly selected: boolean;
  readonly busy: boolean;
  readonly canDecide: boolean;
  /** The text in the editor while this change is edited. */
  readonly editing: string | undefined;
  /** Whether any change is edited: the focus moves on only after that. */
  readonly anyEdited: boolean;
  /** Whether somebody wanted to edit what has no words to edit. */
  readonly explained: boolean;
  readonly onSelect: () => void;
  readonly onDecide: (decision: ChangeDecision, text?: string) => void;
  readonly onEdit: (text: string | undefined) => void;
  readonly onFact: (pointer: string) => void;
}

interface WordsProps {
  readonly change: Change;
  readonly marks: readonly TextMark[];
}

/** The words of a change: what is proposed against what was there; what was there, once the proposal was rejected. */
function Words({ change, marks }: WordsProps) {
  const styles = useStyles();
  if (change.decision !== "Rejected") return <Redline segments={change.segments} marks={marks} />;
  if (change.original == null) return <s className={styles.quiet}>{change.text}</s>;
  return <HighlightedText text={change.original} marks={marks} />;
}

/** One change: the words, the doubts at their words, where they come from, and the decision. */
export function ChangeRow(props: ChangeRowProps) {
  const { change, index, total, findings, citations, selected, editing } = props;
  const { onSelect, onDecide, onEdit } = props;
  const styles = useStyles();
  const rows = useRowStyles();
  const { row, words: own } = useSelectedRow(
    selected,
    `${change.decision} ${String(props.anyEdited)}`,
  );
  const number = index + 1;
  const canDecide = props.canDecide && editing === undefined;
  const { decision, kind } = change;
  const open = decision === "Undecided";
  // What is known of a section would stand at each of its rows: it is said at the one that is looked at.
  const known = props.known.filter(({ check }) => selected || check != null);
  return (
    <li
      ref={row}
      data-change-id={change.id}
      aria-label={words.change(number, total)}
      aria-current={selected ? "true" : undefined}
      className={mergeClasses(rows.row, !open && rows.settled, selected && rows.selected)}
    >
      {editing === undefined ? (
        <button
          ref={own}
          type="button"
          className={rows.text}
          aria-pressed={selected}
          onClick={onSelect}
        >
          <KindMark change={change} />
          <bdi>
            <Words change={change} marks={findings} />
          </bdi>
        </button>
      ) : (
        <ChangeEditor
          text={editing}
          number={number}
          onSave={(saved) => onDecide("Edited", saved)}
          onCancel={() => onEdit(undefined)}
        />
      )}
      {decision === "Edited" && editing === undefined && (
        <Text size={200} className={mergeClasses(styles.quiet, styles.line)}>
          {`${words.original}: `}
          <s>
            <bdi>{change.text}</bdi>
          </s>
        </Text>
      )}
      {decision === "Rejected" && change.original != null && (
        <Text size={200} className={mergeClasses(styles.quiet, styles.line)}>
          {`${words.proposed}: `}
          <bdi>
            <Redline segments={change.segments} />
          </bdi>
        </Text>
      )}
      {change.reason != null && (
        <Text size={200} className={styles.line}>
          {`${words.reason}: ${change.reason}`}
        </Text>
      )}
      <SinceLastDraft previous={change.previous} />
      {findings.map((finding) => (
        <FindingNote
          key={finding.id}
          finding={finding}
          text={standingText(change)}
          canDecide={canDecide && kind !== "Deleted"}
          onEdit={onEdit}
          onTake={(corrected) => onDecide("Edited", corrected)}
        />
      ))}
      {known.map((failure) => (
        <FailureNote key={failure.source} failure={failure} />
      ))}
      {kind !== "Deleted" && <CitationChips citations={citations} onFact={props.onFact} />}
      {selected && canDecide && open && !props.explained && (
        <Text size={200} className={styles.quiet}>
          {words.means(words.acceptMeans[kind], words.rejectMeans[kind])}
        </Text>
      )}
      {props.explained && (
        <Text size={200} role="status">
          {words.noEdit}
        </Text>
      )}
      <DecisionBar
        change={change}
        number={number}
        busy={props.busy}
        canDecide={canDecide}
        onDecide={onDecide}
        onEdit={kind === "Deleted" ? undefined : () => onEdit(proposedText(change))}
      />
    </li>
  );
}

import {
  Button,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  Textarea,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import {
  ArrowUndo16Regular,
  Checkmark16Regular,
  CheckmarkCircle16Filled,
  Circle16Regular,
  Dismiss16Regular,
  DismissCircle16Filled,
  Edit16Regular,
} from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import type { Change, ChangeDecision, Finding } from "../../api/types";
import { HighlightedText } from "../../components/HighlightedText";
import { SeverityMark } from "../../components/Marks";
import { liveText } from "../../store/state";
import { strings } from "../../strings";
import type { Citation } from "./citations";

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
  chips: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    alignItems: "center",
  },
  chip: {
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    minHeight: "24px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    overflowWrap: "anywhere",
    textAlign: "start",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  tip: { display: "block" },
  finding: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    paddingInlineStart: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
  },
  findingHead: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    flexWrap: "wrap",
  },
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minHeight: "24px",
  },
  state: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    flexGrow: 1,
    overflowWrap: "anywhere",
    minWidth: "80px",
    "> svg": { flexShrink: 0 },
  },
  Accepted: { "> svg": { color: tokens.colorPaletteGreenForeground1 } },
  Edited: { "> svg": { color: tokens.colorPaletteGreenForeground1 } },
  Rejected: { "> svg": { color: tokens.colorPaletteRedForeground1 } },
  Undecided: {},
  action: {
    minWidth: "auto",
    paddingInline: tokens.spacingHorizontalS,
    "@media (max-width: 360px)": { "& .fui-Button__icon": { display: "none" } },
  },
  editor: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  editorBar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    flexWrap: "wrap",
  },
});

const decisionIcon = {
  Undecided: <Circle16Regular aria-hidden />,
  Accepted: <CheckmarkCircle16Filled aria-hidden />,
  Edited: <Edit16Regular aria-hidden />,
  Rejected: <DismissCircle16Filled aria-hidden />,
} satisfies Record<ChangeDecision, unknown>;

/** The text with a finding's words replaced by what was expected, when the finding says both exactly. */
export function correctedText(text: string, finding: Finding): string | undefined {
  const { quote, expected, pointer, start, length } = finding;
  if (quote == null || expected == null || pointer == null) return undefined;
  if (text.slice(start, start + length) !== quote) return undefined;
  return text.slice(0, start) + expected + text.slice(start + length);
}

export interface ChangeRowProps {
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
  const { change, index, total, findings, citations, selected, editing, onSelect, onEdit } = props;
  const styles = useStyles();
  const row = useRef<HTMLLIElement>(null);
  const text = liveText(change);
  const number = index + 1;
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
        <Editor {...props} text={editing} />
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
          canDecide={props.canDecide && editing === undefined}
          onEdit={onEdit}
        />
      ))}
      <div className={styles.chips}>
        <Text size={200} className={styles.quiet}>
          {citations.length > 0 ? words.cites : words.uncited}
        </Text>
        {citations.map((citation) => (
          <Tooltip
            key={citation.pointer}
            relationship="description"
            withArrow
            content={{
              children: citation.values.map((value) => (
                <span key={value.label} className={styles.tip}>
                  {`${value.label}: ${value.value}`}
                </span>
              )),
            }}
          >
            <button
              type="button"
              className={styles.chip}
              onClick={() => props.onFact(citation.pointer)}
            >
              {citation.label}
            </button>
          </Tooltip>
        ))}
      </div>
      <DecisionBar {...props} />
    </li>
  );
}

interface FindingNoteProps {
  readonly finding: Finding;
  readonly text: string;
  readonly canDecide: boolean;
  readonly onEdit: (text: string) => void;
}

export function FindingNote({ finding, text, canDecide, onEdit }: FindingNoteProps) {
  const styles = useStyles();
  const corrected = correctedText(text, finding);
  return (
    <div className={styles.finding}>
      <div className={styles.findingHead}>
        <SeverityMark severity={finding.severity} />
        {canDecide && corrected !== undefined && (
          <Button
            size="small"
            appearance="transparent"
            icon={<Edit16Regular />}
            onClick={() => onEdit(corrected)}
          >
            {words.correct}
          </Button>
        )}
      </div>
      <Text>{finding.message}</Text>
      {finding.expected != null && (
        <Text size={200} className={styles.quiet}>
          {words.expected(finding.expected)}
        </Text>
      )}
    </div>
  );
}

function Editor({ text, index, onEdit, onDecide }: ChangeRowProps & { readonly text: string }) {
  const styles = useStyles();
  const [draft, setDraft] = useState(text);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = box.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const save = () => {
    if (draft.trim() !== "") onDecide("Edited", draft.trim());
  };
  return (
    <div className={styles.editor}>
      <Textarea
        textarea={{ ref: box }}
        aria-label={words.editLabel(index + 1)}
        value={draft}
        rows={4}
        resize="vertical"
        onChange={(_, data) => setDraft(data.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            save();
          } else if (event.key === "Escape") {
            event.preventDefault();
            onEdit(undefined);
          }
        }}
      />
      <div className={styles.editorBar}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={draft.trim() === ""}
          onClick={save}
        >
          {words.save}
        </Button>
        <Button size="small" onClick={() => onEdit(undefined)}>
          {strings.cancel}
        </Button>
        <Text size={200} className={styles.quiet}>
          {words.editHint}
        </Text>
      </div>
    </div>
  );
}

function DecisionBar({
  change,
  index,
  busy,
  canDecide,
  editing,
  onDecide,
  onEdit,
}: ChangeRowProps) {
  const styles = useStyles();
  const number = index + 1;
  const decision = words.decision[change.decision];
  const state =
    change.decidedBy == null ? decision : words.decisionBy(decision, change.decidedBy.name);
  const open = change.decision === "Undecided";
  return (
    <div className={styles.bar}>
      <span className={mergeClasses(styles.state, styles[change.decision])}>
        {busy ? <Spinner size="extra-tiny" /> : decisionIcon[change.decision]}
        {state}
      </span>
      {canDecide && editing === undefined && (
        <>
          {open ? (
            <>
              <Button
                className={styles.action}
                size="small"
                icon={<Checkmark16Regular />}
                aria-label={words.acceptChange(number)}
                onClick={() => onDecide("Accepted")}
              >
                {words.accept}
              </Button>
              <Button
                className={styles.action}
                size="small"
                icon={<Dismiss16Regular />}
                aria-label={words.rejectChange(number)}
                onClick={() => onDecide("Rejected")}
              >
                {words.reject}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowUndo16Regular />}
              aria-label={words.undoChange(number)}
              onClick={() => onDecide("Undecided")}
            >
              {strings.undo}
            </Button>
          )}
          <Tooltip content={words.editChange(number)} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<Edit16Regular />}
              onClick={() => onEdit(liveText(change))}
            />
          </Tooltip>
        </>
      )}
    </div>
  );
}

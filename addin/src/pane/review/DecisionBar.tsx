import {
  Button,
  makeStyles,
  mergeClasses,
  Spinner,
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
import type { Change, ChangeDecision } from "../../api/types";
import { strings } from "../../strings";

const words = strings.review;

const useStyles = makeStyles({
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
    lineHeight: tokens.lineHeightBase200,
    flexGrow: 1,
    // A long name breaks here rather than push the buttons to a line of their own.
    flexBasis: 0,
    overflowWrap: "anywhere",
    minWidth: "88px",
    "> svg": { flexShrink: 0 },
  },
  actions: {
    display: "inline-flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    marginInlineStart: "auto",
  },
  Accepted: { "> svg": { color: tokens.colorPaletteGreenForeground1 } },
  Edited: { "> svg": { color: tokens.colorPaletteGreenForeground1 } },
  Rejected: { "> svg": { color: tokens.colorPaletteRedForeground1 } },
  Undecided: {},
  action: {
    minWidth: "auto",
    minHeight: "24px",
    paddingInline: tokens.spacingHorizontalS,
    "@media (max-width: 360px)": { "& .fui-Button__icon": { display: "none" } },
  },
});

const decisionIcon = {
  Undecided: <Circle16Regular aria-hidden />,
  Accepted: <CheckmarkCircle16Filled aria-hidden />,
  Edited: <Edit16Regular aria-hidden />,
  Rejected: <DismissCircle16Filled aria-hidden />,
} satisfies Record<ChangeDecision, unknown>;

interface DecisionBarProps {
  readonly change: Change;
  /** The change's place, from 1. */
  readonly number: number;
  readonly busy: boolean;
  /** Whether the buttons show: the reviewer may decide and is not editing. */
  readonly canDecide: boolean;
  readonly onDecide: (decision: ChangeDecision) => void;
  /** Absent where there are no words to edit. */
  readonly onEdit: (() => void) | undefined;
}

/** How a change stands, and the buttons that decide it. */
export function DecisionBar({
  change,
  number,
  busy,
  canDecide,
  onDecide,
  onEdit,
}: DecisionBarProps) {
  const styles = useStyles();
  const decision = words.decision[change.decision];
  const open = change.decision === "Undecided";
  const whose =
    open || change.decidedBy == null ? decision : words.decisionBy(decision, change.decidedBy.name);
  const state = change.carriedOver && !open ? words.carriedOver(whose) : whose;
  return (
    <div className={styles.bar}>
      <span className={mergeClasses(styles.state, styles[change.decision])}>
        {busy ? <Spinner size="extra-tiny" aria-hidden /> : decisionIcon[change.decision]}
        {state}
      </span>
      {canDecide && (
        <span className={styles.actions}>
          {open ? (
            <>
              <Tooltip relationship="description" content={words.acceptMeans[change.kind]}>
                <Button
                  className={styles.action}
                  size="small"
                  icon={<Checkmark16Regular />}
                  aria-label={words.acceptChange(number)}
                  onClick={() => onDecide("Accepted")}
                >
                  {words.accept}
                </Button>
              </Tooltip>
              <Tooltip relationship="description" content={words.rejectMeans[change.kind]}>
                <Button
                  className={styles.action}
                  size="small"
                  icon={<Dismiss16Regular />}
                  aria-label={words.rejectChange(number)}
                  onClick={() => onDecide("Rejected")}
                >
                  {words.reject}
                </Button>
              </Tooltip>
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
          {onEdit && (
            <Tooltip content={words.editChange(number)} relationship="label">
              <Button size="small" appearance="subtle" icon={<Edit16Regular />} onClick={onEdit} />
            </Tooltip>
          )}
        </span>
      )}
    </div>
  );
}

import {
  Button,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  Text,
  tokens,
} from "@fluentui/react-components";
import {
  Add16Regular,
  ArrowExit16Regular,
  ArrowImport16Regular,
  ArrowRight16Regular,
  Dismiss16Regular,
  Subtract16Regular,
  TextFont16Regular,
} from "@fluentui/react-icons";
import { formatInstant } from "../../format";
import { strings } from "../../strings";
import { checksAuthor, type ChangeComment, type ChangeKind, type TrackedChange } from "./change";
import { titleOf } from "./pieces";

const words = strings.tracked;

const useStyles = makeStyles({
  card: {
    width: "320px",
    maxWidth: "calc(100vw - 24px)",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalM,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    overflowWrap: "anywhere",
  },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  title: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { display: "inline-flex", flexShrink: 0 },
  who: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
  },
  swatch: {
    width: "12px",
    height: "12px",
    flexShrink: 0,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: "none",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: {
    margin: 0,
    maxHeight: "30vh",
    overflowY: "auto",
    paddingInlineStart: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: "pre-wrap",
  },
  Inserted: { textDecorationLine: "underline" },
  Deleted: { textDecorationLine: "line-through" },
  MovedFrom: { textDecorationLine: "line-through", textDecorationStyle: "double" },
  MovedTo: { textDecorationLine: "underline", textDecorationStyle: "double" },
  Formatted: {},
  about: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  comment: { display: "flex", flexDirection: "column" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const icons = {
  Inserted: <Add16Regular aria-hidden />,
  Deleted: <Subtract16Regular aria-hidden />,
  MovedFrom: <ArrowExit16Regular aria-hidden />,
  MovedTo: <ArrowImport16Regular aria-hidden />,
  Formatted: <TextFont16Regular aria-hidden />,
} satisfies Record<ChangeKind, unknown>;

/** A comment by the change's own author is why; by the checks, a finding. */
const commentTitle = (change: TrackedChange, comment: ChangeComment) =>
  comment.author === checksAuthor
    ? words.finding
    : comment.author === change.author
      ? words.reason
      : words.commentBy(comment.author);

interface ChangeCardProps {
  readonly change: TrackedChange;
  readonly color: string;
  /** The change in which this one stands. */
  readonly outer: TrackedChange | undefined;
  /** The words that the card stands beside. */
  readonly anchor: HTMLElement;
  /** The reason that the review knows of. */
  readonly reason: string | undefined;
  /** Whether the review decides it. */
  readonly reviewed: boolean;
  /** Shows the other end of a move. */
  readonly onCounterpart: (() => void) | undefined;
  /** Leads to the pane, where it is not beside the document. */
  readonly onDecide: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Who changed what, when and why. */
export function ChangeCard(props: ChangeCardProps) {
  const { change, outer, anchor, reason } = props;
  const styles = useStyles();
  const text = change.text.trim();
  const reasons = change.comments.some((comment) => comment.author === change.author);
  return (
    <Popover
      open
      trapFocus
      withArrow
      onOpenChange={(_, data) => !data.open && props.onClose()}
      positioning={{
        position: "below",
        align: "start",
        overflowBoundaryPadding: 8,
        // Words that run over a line's end: the card stands at where they begin.
        target: {
          getBoundingClientRect: () => anchor.getClientRects()[0] ?? anchor.getBoundingClientRect(),
          contextElement: anchor,
        },
      }}
    >
      <PopoverSurface className={styles.card} aria-label={titleOf(change)}>
        <div className={styles.head}>
          <span className={styles.icon}>{icons[change.kind]}</span>
          <h2 className={styles.title}>{titleOf(change)}</h2>
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={strings.close}
            onClick={props.onClose}
          />
        </div>
        <div className={styles.who}>
          <span className={styles.swatch} style={{ backgroundColor: props.color }} />
          <Text weight="semibold">{change.author}</Text>
          <Text className={styles.quiet}>
            {change.date === undefined ? words.undated : formatInstant(change.date)}
          </Text>
        </div>
        {change.about.length > 0 && (
          <ul className={styles.about}>
            {change.about.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
        {text !== "" && (
          <blockquote className={mergeClasses(styles.words, styles[change.kind])}>
            {text}
          </blockquote>
        )}
        {outer && (
          <Text size={200} className={styles.quiet}>
            {words.inside(titleOf(outer), outer.author)}
          </Text>
        )}
        {reason !== undefined && <Why title={words.reason} text={reason} />}
        {change.comments.map((comment) => (
          <Why
            key={`${comment.author} ${comment.text}`}
            title={commentTitle(change, comment)}
            text={comment.text}
          />
        ))}
        {reason === undefined && !reasons && (
          <Text size={200} className={styles.quiet}>
            {words.noReason}
          </Text>
        )}
        {!props.reviewed && (
          <Text size={200} className={styles.quiet}>
            {words.notReviewed}
          </Text>
        )}
        {(props.onCounterpart ?? props.onDecide) && (
          <div className={styles.actions}>
            {props.onCounterpart && (
              <Button
                size="small"
                icon={<ArrowRight16Regular className="directional" />}
                onClick={props.onCounterpart}
              >
                {change.kind === "MovedFrom" ? words.goToTo : words.goToFrom}
              </Button>
            )}
            {props.onDecide && (
              <Button size="small" appearance="primary" onClick={props.onDecide}>
                {words.decide}
              </Button>
            )}
          </div>
        )}
      </PopoverSurface>
    </Popover>
  );
}

function Why({ title, text }: { readonly title: string; readonly text: string }) {
  const styles = useStyles();
  return (
    <div className={styles.comment}>
      <Text size={200} weight="semibold">
        {title}
      </Text>
      <Text>{text}</Text>
    </div>
  );
}

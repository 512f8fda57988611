import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Notice } from "../../api/problems";
import type { Change, Finding, KnownFailure, TemplateField } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { Bar } from "../../design/Bar";
import { proposedText } from "../../store/text";
import { strings } from "../../strings";
import { FindingNote } from "../review/FindingNote";
import { focusIsFree } from "../review/focus";
import { FailureNote } from "../review/KnownFailures";
import { valuesOf, type ItemValue } from "./candidates";
import { StateMark } from "./StateMark";

const words = strings.triage;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ":focus": { outline: "none" },
  },
  score: { maxWidth: "360px" },
  reason: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  heading: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  values: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "minmax(88px, 128px) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, whiteSpace: "pre-line" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface CandidateCardProps {
  readonly change: Change;
  readonly name: string;
  /** Its place, from 1. */
  readonly place: number;
  readonly total: number;
  readonly record: unknown;
  readonly fields: readonly TemplateField[];
  /** The item's field that names it. */
  readonly nameField: string | undefined;
  readonly findings: readonly Finding[];
  readonly known: KnownFailure | undefined;
  /** Why the last decision about it came back. */
  readonly refused: Notice | undefined;
  /** Something in it has the focus: a choice, or the words while they are changed. */
  readonly busy: boolean;
  /** Takes the place of the words while they are changed. */
  readonly editor: ReactNode;
  readonly children: ReactNode;
}

/** One candidate, large: what it is, why it is proposed, and the values of the record that this rests on. */
export function CandidateCard(props: CandidateCardProps) {
  const { change, name, place, total, findings, known, refused, busy, editor, children } = props;
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { evidence, rest } = valuesOf(change, props.record, props.fields, props.nameField);
  useEffect(() => {
    if (!busy && focusIsFree()) heading.current?.focus({ preventScroll: true });
  }, [change.id, busy]);
  useEffect(() => {
    heading.current?.closest("li")?.scrollIntoView({ block: "start" });
  }, [change.id]);
  return (
    <ol className={styles.list}>
      <li data-change-id={change.id} aria-label={words.place(place, total)} className={styles.card}>
        <div>
          <div className={styles.head}>
            <Text size={200}>{words.place(place, total)}</Text>
            <StateMark change={change} />
          </div>
          <h2 ref={heading} tabIndex={-1} className={styles.name}>
            {name}
          </h2>
        </div>
        {refused && (
          <NoticeBar notice={{ ...refused, title: `${words.cameBackTitle}: ${refused.title}` }} />
        )}
        {change.candidate && (
          <div className={styles.score}>
            <Bar
              label={words.score}
              said={words.scoreSaid(change.candidate.score)}
              value={change.candidate.score}
              most={1}
              quiet
            />
          </div>
        )}
        {change.candidate && (
          <div className={styles.part}>
            <h3 className={styles.heading}>{words.why}</h3>
            <Text className={styles.reason}>{change.candidate.reason}</Text>
          </div>
        )}
        {children}
        <Values title={words.evidence} values={evidence} strong />
        <Values title={words.rest} values={rest} />
        <div className={styles.part}>
          <h3 className={styles.heading}>{words.inText}</h3>
          {editor ?? <Text className={styles.quiet}>{proposedText(change)}</Text>}
        </div>
        {findings.map((finding) => (
          <FindingNote
            key={finding.id}
            finding={finding}
            text=""
            canDecide={false}
            onEdit={() => undefined}
          />
        ))}
        <FailureNote failure={known} />
      </li>
    </ol>
  );
}

interface ValuesProps {
  readonly title: string;
  readonly values: readonly ItemValue[];
  readonly strong?: boolean;
}

function Values({ title, values, strong = false }: ValuesProps) {
  const styles = useStyles();
  if (values.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.values}>
        {values.map(({ pointer, label, value }) => (
          <Value key={pointer} label={label} value={value} strong={strong} />
        ))}
      </dl>
    </div>
  );
}

/** More than this is folded: the next candidate waits. */
const longest = 320;

function Value({
  label,
  value,
  strong,
}: {
  readonly label: string;
  readonly value: string;
  readonly strong: boolean;
}) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const folded = !all && value.length > longest;
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <span className={strong ? styles.strong : undefined}>
          {folded ? `${value.slice(0, longest).trimEnd()}…` : value}
        </span>
        {folded && (
          <Button appearance="transparent" size="small" onClick={() => setAll(true)}>
            {words.showAll}
          </Button>
        )}
      </dd>
    </>
  );
}

import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { NoticeBar } from "../components/NoticeBar";
import { Waiting } from "../components/Waiting";
import type { Loading } from "../store/state";
import { strings } from "../strings";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalM,
  },
  words: { flex: "1 1 240px", minWidth: 0, display: "flex", flexDirection: "column" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ":focus": { outline: "none" },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ":first-child": { borderTop: "none" },
  },
  main: {
    flex: "1 1 240px",
    minWidth: 0,
    overflowWrap: "anywhere",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
  },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface SectionProps<T> {
  readonly title: string;
  readonly lead: string;
  readonly state: Loading<T>;
  readonly onRetry: () => void;
  /** What can be done here beside what can be done with one row. */
  readonly actions?: ReactNode;
  readonly children: (value: T) => ReactNode;
}

/** One part of the administration page: what it is for, and its loading and failed states. */
export function Section<T>({ title, lead, state, onRetry, actions, children }: SectionProps<T>) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.root} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 id={id} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          <Text className={styles.quiet}>{lead}</Text>
        </div>
        {actions}
      </div>
      {state.status === "loading" && <Waiting blocks={1} />}
      {state.status === "failed" && (
        <NoticeBar notice={state.notice}>
          <Button onClick={onRetry}>{strings.retry}</Button>
        </NoticeBar>
      )}
      {state.status === "ready" && children(state.value)}
    </section>
  );
}

interface RowsProps<T> {
  readonly items: readonly T[];
  readonly empty: string;
  readonly children: (item: T) => ReactNode;
}

const shownAtFirst = 8;

/** Rows of a section, or that there are none; the first few of many. */
export function Rows<T>({ items, empty, children }: RowsProps<T>) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (items.length === 0) return <Text>{empty}</Text>;
  const shown = all ? items : items.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.list}>{shown.map((item) => children(item))}</ul>
      {items.length > shown.length && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {strings.homeScreen.showAll(items.length - shown.length)}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly facts: readonly ReactNode[];
  /** In full, below the facts: a reason. */
  readonly text?: string;
  readonly actions?: ReactNode;
  /** What came of an action, below all else. */
  readonly notice?: ReactNode;
}

export function Row({ title, facts, text, actions, notice }: RowProps) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <Text weight="semibold">{title}</Text>
        <div className={styles.facts}>
          {facts.map((fact, index) => (
            <span key={index}>{fact}</span>
          ))}
        </div>
        {text && <Text size={200}>{text}</Text>}
        {notice}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </li>
  );
}

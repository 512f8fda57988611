import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import {
  ArrowRight16Regular,
  Clock16Regular,
  DocumentText20Regular,
  Lightbulb16Regular,
  Mail20Regular,
  Warning16Regular,
} from "@fluentui/react-icons";
import { useState } from "react";
import type { HandoffState, HandoffSummary, WorkflowSummary } from "../api/types";
import { CardButton } from "../components/CardButton";
import { StakesMark } from "../components/Marks";
import { NoticeBar } from "../components/NoticeBar";
import { PersonAvatar } from "../components/PersonAvatar";
import { StepFrame } from "../components/StepFrame";
import { useLoaded } from "../components/useLoaded";
import { Waiting } from "../components/Waiting";
import { formatAnyOf, formatNumber, formatRelative, formatSpan, isYesterday } from "../format";
import { useActions, useApp, useAppState } from "../store/context";
import type { HomeLists } from "../store/state";
import { strings } from "../strings";
import { MyAbsence, WorkflowSearch } from "./screens";

const words = strings.homeScreen;
const over: readonly HandoffState[] = ["Released", "Rejected", "RevertedToManual", "Withdrawn"];

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  first: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0 },
  grow: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  state: { flexShrink: 0, whiteSpace: "nowrap" },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  fact: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  overdue: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  promise: { color: tokens.colorNeutralForeground2 },
  practices: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
});

/** "due in 3 hours", "overdue since yesterday". */
export function dueWords(due: string, now: Date): string {
  if (new Date(due) > now) return words.due(formatRelative(due, now));
  return isYesterday(due, now)
    ? words.overdueSinceYesterday
    : words.overdueFor(formatSpan(due, now));
}

function HandoffCard({ item, mine }: { readonly item: HandoffSummary; readonly mine: boolean }) {
  const styles = useStyles();
  const { navigate } = useActions();
  const now = new Date();
  const open = () => navigate({ screen: "handoff", id: item.id });
  const due = item.dueAt;
  return (
    <CardButton onClick={open}>
      <div className={styles.row}>
        {!mine && <PersonAvatar name={item.author.name} size={24} />}
        <Text weight="semibold" className={styles.grow}>
          {item.subject}
        </Text>
        <Badge
          className={styles.state}
          appearance="tint"
          color={item.state === "Failed" ? "danger" : "informative"}
        >
          {strings.states[item.state]}
        </Badge>
      </div>
      <div className={styles.facts}>
        <span>{item.workflowName}</span>
        {!mine && <span>{words.by(item.author.name)}</span>}
        {item.words != null && <span>{words.words(item.words)}</span>}
        {due != null && !over.includes(item.state) && (
          <span className={styles.fact}>
            {item.overdue ? <Warning16Regular aria-hidden /> : <Clock16Regular aria-hidden />}
            <span className={item.overdue ? styles.overdue : undefined}>
              {dueWords(due, now)}
              {item.escalatedAt != null && `, ${words.escalated}`}
            </span>
          </span>
        )}
        <StakesMark stakes={item.stakes} />
      </div>
    </CardButton>
  );
}

function WorkflowCard({ workflow }: { readonly workflow: WorkflowSummary }) {
  const styles = useStyles();
  const { navigate } = useActions();
  const start = () => navigate({ screen: "start", workflow: workflow.key, example: false });
  return (
    <CardButton onClick={start}>
      <div className={styles.row}>
        <span className={styles.icon}>
          {workflow.surface === "Outlook" ? (
            <Mail20Regular title={words.surface.Outlook} />
          ) : (
            <DocumentText20Regular title={words.surface.Word} />
          )}
        </span>
        <Text weight="semibold" className={styles.grow}>
          {workflow.name}
        </Text>
        {workflow.isPilot && (
          <Badge className={styles.state} appearance="tint">
            {words.pilot}
          </Badge>
        )}
        <ArrowRight16Regular className="directional" aria-hidden />
      </div>
      <Text className={styles.promise}>{workflow.promise}</Text>
      <div className={styles.facts}>
        <StakesMark stakes={workflow.stakes} />
        <span className={styles.fact}>
          <Clock16Regular aria-hidden />
          {words.byHand(formatNumber(workflow.baselineMinutes))}
          {workflow.lastMinutes != null &&
            `, ${words.last(workflow.lastMinutes < 1 ? "<1" : formatNumber(Math.round(workflow.lastMinutes)))}`}
        </span>
      </div>
    </CardButton>
  );
}

interface HandoffSectionProps {
  readonly title: string;
  readonly items: readonly HandoffSummary[];
  readonly mine: boolean;
}

const shownAtFirst = 4;

function HandoffSection({ title, items, mine }: HandoffSectionProps) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, shownAtFirst);
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>
        {shown.map((item) => (
          <li key={item.id}>
            <HandoffCard item={item} mine={mine} />
          </li>
        ))}
      </ul>
      {items.length > shown.length && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {words.showAll(items.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

function StartSection({ workflows }: { readonly workflows: readonly WorkflowSummary[] }) {
  const styles = useStyles();
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = workflows.filter(({ name, promise }) =>
    `${name} ${promise}`.toLowerCase().includes(wanted),
  );
  return (
    <section className={styles.section} aria-label={words.start}>
      <h2 className={styles.heading}>{words.start}</h2>
      {workflows.length > 6 && <WorkflowSearch value={search} onChange={setSearch} />}
      {workflows.length === 0 && <Text>{words.noWorkflows}</Text>}
      {workflows.length > 0 && found.length === 0 && <Text>{words.noMatch(search)}</Text>}
      <ul className={styles.list}>
        {found.map((workflow) => (
          <li key={workflow.key}>
            <WorkflowCard workflow={workflow} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a reviewer can practise: on texts with planted errors, which a choice of candidates has none of. */
function PracticeSection({ workflows }: { readonly workflows: readonly WorkflowSummary[] }) {
  const styles = useStyles();
  const { navigate } = useActions();
  const practised = workflows.filter(({ pattern }) => pattern !== "Filter");
  if (practised.length === 0) return null;
  return (
    <section className={styles.section} aria-label={strings.practise.begin}>
      <h2 className={styles.heading}>{strings.practise.begin}</h2>
      <Text className={styles.promise}>{strings.practise.offer}</Text>
      <div className={styles.practices}>
        {practised.map(({ key, name }) => (
          <Button
            key={key}
            aria-label={strings.practise.beginOf(name)}
            onClick={() => navigate({ screen: "practice", workflow: key })}
          >
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** Who makes a workflow of other work, for whoever finds none that fits. */
function Designers() {
  const styles = useStyles();
  const { api } = useApp().services;
  const [designers] = useLoaded(() => api.people("Designer"));
  return designers.status === "ready" && designers.value.length > 0 ? (
    <Text className={styles.promise}>{words.designers(formatAnyOf(designers.value))}</Text>
  ) : null;
}

/** The workflow whose example shows a newcomer what this is: the first one that writes a Word document. */
export function showcase(workflows: readonly WorkflowSummary[]): WorkflowSummary | undefined {
  return workflows.find((workflow) => workflow.surface === "Word") ?? workflows[0];
}

function Lists({ lists }: { readonly lists: HomeLists }) {
  const styles = useStyles();
  const { navigate } = useActions();
  const first = showcase(lists.workflows);
  const waitingIds = new Set(lists.waiting.map((item) => item.id));
  const mine = lists.mine.filter((item) => !waitingIds.has(item.id));
  const tryIt = (workflow: WorkflowSummary) =>
    navigate({ screen: "start", workflow: workflow.key, example: true });
  const roles = useAppState(({ me }) => me?.roles) ?? [];
  const newcomer = lists.waiting.length === 0 && lists.mine.length === 0;
  return (
    <>
      <HandoffSection title={words.waiting} items={lists.waiting} mine={false} />
      {newcomer && first && (
        <section className={styles.first} aria-label={words.firstTitle}>
          <Text weight="semibold">{words.firstTitle}</Text>
          <Text>{words.firstBody}</Text>
          <Button appearance="primary" onClick={() => tryIt(first)}>
            {words.firstAction}
          </Button>
        </section>
      )}
      <HandoffSection
        title={words.mine}
        items={mine.filter((item) => !over.includes(item.state))}
        mine
      />
      <StartSection workflows={lists.workflows} />
      {!roles.includes("Designer") && <Designers />}
      {!newcomer && first && (
        <Button appearance="subtle" icon={<Lightbulb16Regular />} onClick={() => tryIt(first)}>
          {words.firstAction}
        </Button>
      )}
      <HandoffSection
        title={words.finished}
        items={mine.filter((item) => over.includes(item.state))}
        mine
      />
      {roles.includes("Reviewer") && <PracticeSection workflows={lists.workflows} />}
    </>
  );
}

export function Home() {
  const home = useAppState((state) => state.home);
  const me = useAppState((state) => state.me);
  const { loadHome } = useActions();
  if (home.status === "loading") return <Waiting />;
  if (home.status === "failed")
    return (
      <StepFrame title={words.title} focusHeading={false}>
        <NoticeBar notice={home.notice}>
          <Button onClick={() => void loadHome()}>{strings.retry}</Button>
        </NoticeBar>
      </StepFrame>
    );
  return (
    <StepFrame title={words.title} focusHeading={false}>
      <Lists lists={home.value} />
      {me?.roles.includes("Reviewer") && <MyAbsence me={me} />}
    </StepFrame>
  );
}

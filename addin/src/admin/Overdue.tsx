import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { PeopleSwap20Regular, Warning16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { HandoffSummary, Person, ReassignedReview } from "../api/types";
import { StakesMark } from "../components/Marks";
import { NoticeBar } from "../components/NoticeBar";
import { formatInstant } from "../format";
import { dueWords } from "../pane/Home";
import { useActions, useApp } from "../store/context";
import { formatRoute } from "../store/route";
import { strings } from "../strings";
import { BreakGlassDialog } from "./BreakGlassDialog";
import { ReassignDialog } from "./ReassignDialog";
import { Row, Rows, Section } from "./Section";
import { useLoaded } from "../components/useLoaded";

const words = strings.administration.overdue;
const glass = strings.administration.glass;

const useStyles = makeStyles({
  due: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

const distinct = (people: readonly Person[]) => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];

/** Reviews past due, and what an administrator can do with them. */
export function Overdue() {
  const styles = useStyles();
  const { api } = useApp().services;
  const { announce } = useActions();
  const [state, reload] = useLoaded(async () => {
    const [items, reviewers] = await Promise.all([api.handoffs("Overdue"), api.people("Reviewer")]);
    return { items, reviewers };
  });
  const [passing, setPassing] = useState<HandoffSummary | "all">();
  const [breaking, setBreaking] = useState<HandoffSummary>();
  const [result, setResult] = useState<readonly ReassignedReview[]>();
  const now = new Date();
  return (
    <Section
      title={words.title}
      lead={words.lead}
      state={state}
      onRetry={reload}
      actions={
        state.status === "ready" && (
          <Button icon={<PeopleSwap20Regular />} onClick={() => setPassing("all")}>
            {words.all}
          </Button>
        )
      }
    >
      {({ items, reviewers }) => (
        <>
          {result && <Result items={result} onDismiss={() => setResult(undefined)} />}
          <Rows items={items} empty={words.empty}>
            {(item) => (
              <Row
                key={item.id}
                title={
                  <Link
                    href={formatRoute({ screen: "handoff", id: item.id })}
                    aria-label={words.open(item.subject)}
                  >
                    {item.subject}
                  </Link>
                }
                facts={[
                  item.workflowName,
                  item.dueAt != null && (
                    <span className={styles.due} title={formatInstant(item.dueAt)}>
                      <Warning16Regular aria-hidden />
                      {dueWords(item.dueAt, now)}
                    </span>
                  ),
                  <StakesMark key="stakes" stakes={item.stakes} />,
                  words.reviewers(item.reviewers.map(({ name }) => name).join(", ")),
                ]}
                actions={
                  <>
                    <Button
                      size="small"
                      aria-label={words.passOnOf(item.subject)}
                      onClick={() => setPassing(item)}
                    >
                      {words.passOn}
                    </Button>
                    <Button
                      size="small"
                      appearance="subtle"
                      aria-label={glass.askOf(item.subject)}
                      onClick={() => setBreaking(item)}
                    >
                      {glass.ask}
                    </Button>
                  </>
                }
              />
            )}
          </Rows>
          {passing && (
            <ReassignDialog
              title={passing === "all" ? words.allTitle : words.oneTitle}
              from={
                passing === "all"
                  ? distinct([...reviewers, ...items.flatMap((item) => item.reviewers)])
                  : passing.reviewers
              }
              to={reviewers}
              onClose={() => setPassing(undefined)}
              onReassign={async (from, to, reason) => {
                const only = passing === "all" ? undefined : passing.id;
                setResult(await api.reassign(from.id, to.id, reason, only));
                setPassing(undefined);
                reload();
              }}
            />
          )}
          {breaking && (
            <BreakGlassDialog
              onClose={() => setBreaking(undefined)}
              onBreak={async (reason, minutes) => {
                await api.breakGlass(breaking.id, reason, minutes);
                setBreaking(undefined);
                announce(strings.told.glassBroken);
                globalThis.location.hash = formatRoute({ screen: "handoff", id: breaking.id });
              }}
            />
          )}
        </>
      )}
    </Section>
  );
}

interface ResultProps {
  readonly items: readonly ReassignedReview[];
  readonly onDismiss: () => void;
}

/** What was passed on, and what was not and why. */
function Result({ items, onDismiss }: ResultProps) {
  const styles = useStyles();
  const kept = items.filter((item) => !item.done);
  return (
    <NoticeBar
      notice={{
        intent: kept.length > 0 ? "warning" : items.length > 0 ? "success" : "info",
        title: words.done(items.length - kept.length, items.length),
        body: "",
      }}
      details={
        items.length > 0 && (
          <ul className={styles.list}>
            {items.map((item) => (
              <li key={item.id}>
                {item.done
                  ? words.passed(item.subject)
                  : words.kept(item.subject, item.reason ?? "")}
              </li>
            ))}
          </ul>
        )
      }
      onDismiss={onDismiss}
    />
  );
}

import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { asApiError, describeFailure, type Notice } from "../api/problems";
import type { DeadLetter, WebhookSubscription, Webhooks as Known } from "../api/types";
import { FormDialog } from "../components/FormDialog";
import { NoticeBar } from "../components/NoticeBar";
import { useLoaded } from "../components/useLoaded";
import { formatInstant } from "../format";
import { useActions, useApp } from "../store/context";
import { formatRoute } from "../store/route";
import { strings } from "../strings";
import { Row, Rows, Section } from "./Section";

const words = strings.administration.webhooks;

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Who is told of what happens, how that goes, and what could not be delivered. */
export function Webhooks() {
  const { api } = useApp().services;
  const [state, reload] = useLoaded(() => api.webhooks());
  return (
    <Section title={words.title} lead={words.lead} state={state} onRetry={reload}>
      {(known) => (
        <>
          <Subscriptions items={known.subscriptions} onChange={reload} />
          {known.dead.length > 0 && <DeadLetters known={known} onChange={reload} />}
        </>
      )}
    </Section>
  );
}

interface SubscriptionsProps {
  readonly items: readonly WebhookSubscription[];
  readonly onChange: () => void;
}

function Subscriptions({ items, onChange }: SubscriptionsProps) {
  const { api } = useApp().services;
  const { announce } = useActions();
  const [workflows] = useLoaded(() => api.workflows());
  const [ending, setEnding] = useState<WebhookSubscription>();
  const nameOf = ({ kind, workflow }: WebhookSubscription) => {
    const known = workflows.status === "ready" ? workflows.value : [];
    return words.row(
      words.kinds[kind],
      workflow == null ? undefined : (known.find(({ key }) => key === workflow)?.name ?? workflow),
    );
  };
  return (
    <>
      <Rows items={items} empty={words.empty}>
        {(one) => (
          <Row
            key={one.id}
            title={nameOf(one)}
            facts={factsOf(one)}
            text={one.fault == null ? undefined : words.fault(one.fault)}
            actions={
              <Button
                size="small"
                aria-label={words.endOf(`${nameOf(one)}, ${one.owner}`)}
                onClick={() => setEnding(one)}
              >
                {words.end}
              </Button>
            }
          />
        )}
      </Rows>
      {ending && (
        <FormDialog
          title={words.endTitle}
          action={words.end}
          onClose={() => setEnding(undefined)}
          onAction={async () => {
            await api.endWebhook(ending.id);
            setEnding(undefined);
            announce(words.ended);
            onChange();
          }}
        >
          {words.endBody(nameOf(ending), ending.owner)}
        </FormDialog>
      )}
    </>
  );
}

function factsOf(one: WebhookSubscription): readonly string[] {
  const { owner, createdAt, host, deliveredAt, waiting, restsUntil } = one;
  return [
    words.by(owner, formatInstant(createdAt)),
    host,
    deliveredAt == null ? words.never : words.delivered(formatInstant(deliveredAt)),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
    ...(restsUntil == null ? [] : [words.rests(formatInstant(restsUntil))]),
  ];
}

interface DeadLettersProps {
  readonly known: Known;
  readonly onChange: () => void;
}

function DeadLetters({ known: { dead, deadCount }, onChange }: DeadLettersProps) {
  const styles = useStyles();
  const id = useId();
  const { api } = useApp().services;
  const { announce } = useActions();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const replay = async (letter?: DeadLetter) => {
    setBusy(true);
    setNotice(undefined);
    try {
      announce(words.dead.sent(await api.replay(letter?.id)));
      onChange();
    } catch (error) {
      setNotice(describeFailure(asApiError(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div role="group" aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {words.dead.title}
        </h3>
        {dead.filter(({ canReplay }) => canReplay).length > 1 && (
          <Button disabledFocusable={busy} onClick={() => void replay()}>
            {words.dead.all}
          </Button>
        )}
      </div>
      <Text className={styles.quiet}>{words.dead.lead}</Text>
      {notice && <NoticeBar notice={notice} />}
      <Rows items={dead} empty="">
        {(letter) => (
          <Row
            key={letter.id}
            title={words.kinds[letter.kind]}
            facts={[
              words.by(letter.owner, formatInstant(letter.createdAt)),
              letter.host,
              words.dead.tried(letter.attempts),
              <Link key="open" href={formatRoute({ screen: "handoff", id: letter.handoffId })}>
                {words.dead.handoff}
              </Link>,
            ]}
            text={[letter.fault && words.fault(letter.fault), !letter.canReplay && words.dead.gone]
              .filter(Boolean)
              .join(" ")}
            actions={
              letter.canReplay && (
                <Button
                  size="small"
                  aria-label={words.dead.replayOf(
                    words.kinds[letter.kind],
                    formatInstant(letter.createdAt),
                  )}
                  disabledFocusable={busy}
                  onClick={() => void replay(letter)}
                >
                  {words.dead.replay}
                </Button>
              )
            }
          />
        )}
      </Rows>
      {deadCount > dead.length && <Text>{words.dead.more(dead.length, deadCount)}</Text>}
    </div>
  );
}

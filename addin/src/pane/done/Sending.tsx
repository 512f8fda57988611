import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Mail20Regular, MailInbox20Regular } from "@fluentui/react-icons";
import { useEffect, useId, useState } from "react";
import type { Delivery, HandoffView, Person } from "../../api/types";
import { AskDialog } from "../../components/AskDialog";
import { ReasonButton } from "../../components/ReasonButton";
import { formatInstant, formatTime } from "../../format";
import { useActions, useAppState } from "../../store/context";
import { actionOf } from "../../store/state";
import { strings } from "../../strings";

const words = strings.sending;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Whether this person may send this mail from their mailbox, or go on with it. */
export function maySend(view: HandoffView, meId: string | undefined, sendsMail: boolean): boolean {
  if (view.delivery != null) return view.delivery.state !== "Done" && view.release?.by.id === meId;
  return (
    sendsMail &&
    view.state === "Approved" &&
    view.workflow.format === "Email" &&
    view.author.id === meId
  );
}

const intents = {
  Pending: "warning",
  Sending: "warning",
  Uncertain: "warning",
  Failed: "error",
  Done: "success",
} as const;

/** How far the sending has come, to whoever looks: the server's sentence is for the person whose mailbox it is. */
export function sendingOutcome(view: HandoffView, delivery: Delivery, me: Person | undefined) {
  const by = view.release?.by;
  return {
    intent: intents[delivery.state],
    title: words.titles[delivery.state],
    body: by && by.id !== me?.id ? words.theirs[delivery.state](by.name) : delivery.detail,
  };
}

/** Whether an instant is still to come; the component is drawn again when it is there. */
function useAhead(instant: string | null | undefined): boolean {
  const at = instant ? Date.parse(instant) : 0;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  }, [at]);
  return at > now;
}

/** The main way out of an approved mail: from the mailbox of the person who releases it. Sent again it goes on, and never goes out twice. */
export function SendButton({ view }: { readonly view: HandoffView }) {
  const { sendMail, goOnSending } = useActions();
  const busy = useAppState((state) => state.busy.has("send"));
  const online = useAppState((state) => state.online);
  const { delivery } = view;
  const waits = useAhead(delivery?.retryAt);
  const allowed = actionOf(view, "Release");
  const looks = delivery?.state === "Sending" || delivery?.state === "Uncertain";
  const reason = () => {
    if (!online) return strings.problems.offlineWait;
    if (delivery == null)
      return allowed.allowed ? undefined : (allowed.reason ?? strings.actionUnknown);
    return waits && delivery.retryAt ? words.waitUntil(formatTime(delivery.retryAt)) : undefined;
  };
  return (
    <ReasonButton
      label={
        delivery == null || delivery.state === "Done" ? words.send : words.goOn[delivery.state]
      }
      busyLabel={looks ? words.looking : words.busy}
      busy={busy}
      icon={looks ? <MailInbox20Regular /> : <Mail20Regular />}
      reason={reason()}
      onClick={() => void (delivery == null ? sendMail() : goOnSending())}
    />
  );
}

/** How often it was tried, and the question to the person where nobody else can know. */
export function Sending({ delivery }: { readonly delivery: Delivery }) {
  const styles = useStyles();
  return (
    <>
      {delivery.triedAt && (
        <Text size={200} className={styles.quiet}>
          {words.tried(delivery.attempts, formatInstant(delivery.triedAt))}
        </Text>
      )}
      {delivery.state === "Uncertain" && <Question />}
    </>
  );
}

function Question() {
  const styles = useStyles();
  const { answerSending } = useActions();
  const busy = useAppState((state) => state.busy.has("send"));
  const online = useAppState((state) => state.online);
  const [answering, setAnswering] = useState<"there" | "notThere">();
  const headingId = useId();
  const isThere = answering === "there";
  // No section: after the answer the focus goes to the heading of the screen, for this question is gone then.
  return (
    <div role="group" aria-labelledby={headingId} className={styles.root}>
      <h2 id={headingId} className={styles.heading}>
        {words.question}
      </h2>
      <div className={styles.buttons}>
        <Button disabledFocusable={busy || !online} onClick={() => setAnswering("there")}>
          {words.isThere}
        </Button>
        <Button disabledFocusable={busy || !online} onClick={() => setAnswering("notThere")}>
          {words.isNotThere}
        </Button>
      </div>
      {answering && (
        <AskDialog
          title={isThere ? words.isThereTitle : words.isNotThereTitle}
          body={isThere ? words.isThereBody : words.isNotThereBody}
          label={words.saw}
          missing={words.sawMissing}
          action={isThere ? words.isThereAction : words.isNotThereAction}
          onAnswer={async (reason) => {
            await answerSending(isThere, reason);
            setAnswering(undefined);
          }}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </div>
  );
}

import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { Mail20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Delivery, HandoffView } from "../api/types";
import { ReasonButton } from "../components/ReasonButton";
import { useActions, useAppState } from "../store/context";
import { actionOf } from "../store/state";
import { strings } from "../strings";

const words = strings.sending;

const useStyles = makeStyles({
  answer: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
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

/** The main way out of an approved mail: from the mailbox of the person who releases it. Sent again it goes on, and never goes out twice. */
export function SendButton({ view }: { readonly view: HandoffView }) {
  const { sendMail, goOnSending } = useActions();
  const busy = useAppState((state) => state.busy.has("send"));
  const online = useAppState((state) => state.online);
  const begun = view.delivery != null;
  const allowed = actionOf(view, "Release");
  const reason = begun || allowed.allowed ? undefined : (allowed.reason ?? strings.actionUnknown);
  return (
    <ReasonButton
      label={begun ? words.goOn : words.send}
      busyLabel={words.busy}
      busy={busy}
      icon={<Mail20Regular />}
      reason={online ? reason : strings.problems.offlineWait}
      onClick={() => void (begun ? goOnSending() : sendMail())}
    />
  );
}

/** How far a mail's sending has come, and the question to the person where nobody else can know. */
export function Sending({
  delivery,
  mine,
}: {
  readonly delivery: Delivery;
  readonly mine: boolean;
}) {
  const styles = useStyles();
  const { answerSending } = useActions();
  const busy = useAppState((state) => state.busy.has("send"));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const empty = reason.trim() === "";
  const answer = (isThere: boolean) => {
    setTried(true);
    if (!empty) void answerSending(isThere, reason);
  };
  return (
    <>
      <MessageBar
        intent={
          delivery.state === "Done" ? "success" : delivery.state === "Failed" ? "error" : "warning"
        }
        layout="multiline"
      >
        <MessageBarBody>{delivery.detail}</MessageBarBody>
      </MessageBar>
      {delivery.state === "Uncertain" && mine && (
        <div className={styles.answer}>
          <Field
            label={words.saw}
            required
            validationState={tried && empty ? "error" : "none"}
            validationMessage={tried && empty ? words.sawMissing : undefined}
          >
            <Textarea
              value={reason}
              maxLength={2000}
              onChange={(_, data) => setReason(data.value)}
            />
          </Field>
          <div className={styles.buttons}>
            <Button disabledFocusable={busy} onClick={() => answer(true)}>
              {words.isThere}
            </Button>
            <Button disabledFocusable={busy} onClick={() => answer(false)}>
              {words.isNotThere}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

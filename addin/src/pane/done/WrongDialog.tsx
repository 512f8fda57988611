import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { HandoffView, OutcomeReport } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { useActions, useAppState } from "../../store/context";
import { strings } from "../../strings";
import { catchersOf, type CatcherChoice } from "./catchers";

const words = strings.outcome;
const errors = ["CorrectionNeeded", "Complaint"] as const;

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  select: { minWidth: 0, "& select": { textOverflow: "ellipsis" } },
});

/** Reports an error that was found after the release. What is filled in stays until it is recorded or given up. */
export function WrongDialog({ view }: { readonly view: HandoffView }) {
  const styles = useStyles();
  const { recordOutcome } = useActions();
  const busy = useAppState((state) => state.busy.has("outcome"));
  const notice = useAppState((state) => state.notice);
  const [open, setOpen] = useState(false);
  const [reception, setReception] = useState<OutcomeReport["reception"]>(errors[0]);
  const [catcher, setCatcher] = useState("");
  const [change, setChange] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState(false);
  const catcherField = useRef<HTMLSelectElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const { items, checks, nothing } = catchersOf(view);
  const chosen = [...items, ...checks, nothing].find(({ value }) => value === catcher)?.catcher;
  const empty = reason.trim() === "";

  const record = async () => {
    if (!chosen || empty) {
      setTried(true);
      (chosen ? reasonField : catcherField).current?.focus();
      return;
    }
    const done = await recordOutcome({
      reception,
      reason: reason.trim(),
      shouldHaveCaught: chosen,
      changeId: change || null,
    });
    setFailed(!done);
    if (!done) return;
    setOpen(false);
    setTried(false);
    setCatcher("");
    setChange("");
    setReason("");
  };

  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="subtle">{words.wrong}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.dialogTitle}</DialogTitle>
          <DialogContent className={styles.content}>
            {words.dialogBody}
            {failed && notice && <NoticeBar notice={notice} />}
            <Field label={words.reception} required>
              <RadioGroup
                value={reception}
                onChange={(_, data) =>
                  setReception(errors.find((error) => error === data.value) ?? errors[0])
                }
              >
                {errors.map((error) => (
                  <Radio key={error} value={error} label={words.receptions[error]} />
                ))}
              </RadioGroup>
            </Field>
            <Field
              label={words.catcher}
              required
              validationMessage={tried && !chosen ? words.catcherMissing : undefined}
            >
              <Select
                ref={catcherField}
                className={styles.select}
                value={catcher}
                onChange={(_, data) => setCatcher(data.value)}
              >
                <option value="">{words.catcherChoose}</option>
                <Choices label={words.items} choices={items} />
                <Choices label={words.checks} choices={checks} />
                <option value={nothing.value}>{nothing.label}</option>
              </Select>
            </Field>
            <Field
              label={words.reason}
              required
              validationMessage={tried && empty ? strings.review.reasonMissing : undefined}
            >
              <Textarea
                ref={reasonField}
                value={reason}
                rows={3}
                resize="vertical"
                maxLength={2000}
                onChange={(_, data) => setReason(data.value)}
              />
            </Field>
            <Field label={words.sentence}>
              <Select
                className={styles.select}
                value={change}
                onChange={(_, data) => setChange(data.value)}
              >
                <option value="">{words.noSentence}</option>
                {view.changes.map(({ id, text }) => (
                  <option key={id} value={id}>
                    {text}
                  </option>
                ))}
              </Select>
            </Field>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="secondary">{strings.cancel}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void record()}>
              {busy ? words.recording : words.action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly CatcherChoice[];
}

function Choices({ label, choices }: ChoicesProps) {
  return (
    choices.length > 0 && (
      <optgroup label={label}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </optgroup>
    )
  );
}

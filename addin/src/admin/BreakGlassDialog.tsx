import { Field, makeStyles, SpinButton, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { FormDialog } from "../components/FormDialog";
import { ReasonField } from "../components/ReasonField";
import { strings } from "../strings";

const words = strings.administration.glass;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  minutes: { width: "120px" },
});

interface BreakGlassDialogProps {
  readonly onBreak: (reason: string, minutes: number) => Promise<void>;
  readonly onClose: () => void;
}

/** Says what an approval without the review means, and asks why and for how long. Mounted while it is open. */
export function BreakGlassDialog({ onBreak, onClose }: BreakGlassDialogProps) {
  const styles = useStyles();
  const [reason, setReason] = useState("");
  const [minutes, setMinutes] = useState("15");
  const [tried, setTried] = useState(false);
  const wrong = !/^\d+$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > 60;
  const act = () => {
    if (!wrong && reason.trim() !== "") return onBreak(reason.trim(), Number(minutes));
    setTried(true);
    return undefined;
  };
  return (
    <FormDialog title={words.dialog} action={words.action} onAction={act} onClose={onClose}>
      <ul className={styles.list}>
        {words.consequences.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ReasonField label={words.reason} value={reason} tried={tried} onChange={setReason} />
      <Field
        label={words.minutes}
        hint={words.minutesHint}
        required
        validationMessage={tried && wrong ? words.minutesWrong : undefined}
      >
        <SpinButton
          className={styles.minutes}
          min={1}
          max={60}
          incrementButton={{ "aria-label": strings.increase }}
          decrementButton={{ "aria-label": strings.decrease }}
          value={wrong ? null : Number(minutes)}
          displayValue={minutes}
          onChange={(_, data) => setMinutes(data.displayValue ?? String(data.value ?? ""))}
        />
      </Field>
    </FormDialog>
  );
}

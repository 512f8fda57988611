import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { strings } from "../strings";

interface AskDialogProps {
  readonly title: string;
  readonly body: string;
  readonly label: string;
  readonly action: string;
  readonly onAnswer: (text: string) => void;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** Asks for a few words before something that others will read about. Mounted while it is open. */
export function AskDialog({ title, body, label, action, onAnswer, onClose }: AskDialogProps) {
  const styles = useStyles();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const empty = text.trim() === "";
  const answer = () => {
    if (empty) setTried(true);
    else onAnswer(text.trim());
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {body}
            <Field
              label={label}
              required
              validationMessage={tried && empty ? strings.review.reasonMissing : undefined}
            >
              <Textarea
                value={text}
                rows={4}
                resize="vertical"
                onChange={(_, data) => setText(data.value)}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={onClose}>
              {strings.cancel}
            </Button>
            <Button appearance="primary" onClick={answer}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

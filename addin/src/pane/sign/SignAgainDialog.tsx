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
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { meanings, type Meaning } from "../../api/types";
import { strings } from "../../strings";

const words = strings.sign.again;

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface SignAgainDialogProps {
  readonly minutes: number;
  readonly name: string;
  readonly onSign: (meaning: Meaning) => void;
  readonly onClose: () => void;
}

/** With high stakes: a fresh sign-in, and what the signature means. Mounted while it is open. */
export function SignAgainDialog({ minutes, name, onSign, onClose }: SignAgainDialogProps) {
  const styles = useStyles();
  const [meaning, setMeaning] = useState<Meaning>("Approval");
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent className={styles.content}>
            {words.body(minutes)}
            <Field label={words.meaning}>
              <RadioGroup
                value={meaning}
                onChange={(_, data) =>
                  setMeaning(meanings.find((known) => known === data.value) ?? "Approval")
                }
              >
                {meanings.map((known) => (
                  <Radio key={known} value={known} label={words.meanings[known]} />
                ))}
              </RadioGroup>
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={onClose}>
              {strings.cancel}
            </Button>
            <Button appearance="primary" onClick={() => onSign(meaning)}>
              {words.action(name)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

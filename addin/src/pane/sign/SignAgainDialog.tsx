import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { meanings, type Meaning } from "../../api/types";
import { FormDialog } from "../../components/FormDialog";
import { strings } from "../../strings";

const words = strings.sign.again;

interface SignAgainDialogProps {
  readonly minutes: number;
  readonly name: string;
  readonly onSign: (meaning: Meaning) => void;
  readonly onClose: () => void;
}

/** With high stakes: a fresh sign-in, and what the signature means. Mounted while it is open. */
export function SignAgainDialog({ minutes, name, onSign, onClose }: SignAgainDialogProps) {
  const [meaning, setMeaning] = useState<Meaning>("Approval");
  return (
    <FormDialog
      title={words.title}
      action={words.action(name)}
      onAction={() => onSign(meaning)}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}

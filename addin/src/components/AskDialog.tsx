import { useRef, useState } from "react";
import { FormDialog } from "./FormDialog";
import { ReasonField } from "./ReasonField";

interface AskDialogProps {
  readonly title: string;
  readonly body: string;
  readonly label: string;
  readonly action: string;
  /** What is said where the words are missing, if not that a reason is. */
  readonly missing?: string;
  readonly onAnswer: (text: string) => void | Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a few words before something that others will read about. Mounted while it is open. */
export function AskDialog({
  title,
  body,
  label,
  action,
  missing,
  onAnswer,
  onClose,
}: AskDialogProps) {
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const answer = () => {
    if (text.trim() !== "") return onAnswer(text.trim());
    setTried(true);
    field.current?.focus();
    return undefined;
  };
  return (
    <FormDialog title={title} action={action} onAction={answer} onClose={onClose}>
      {body}
      <ReasonField
        ref={field}
        label={label}
        value={text}
        rows={4}
        tried={tried}
        missing={missing}
        onChange={setText}
      />
    </FormDialog>
  );
}

import { useState } from "react";
import type { Person } from "../api/types";
import { FormDialog } from "../components/FormDialog";
import { PersonField } from "../components/PersonField";
import { ReasonField } from "../components/ReasonField";
import { strings } from "../strings";

const words = strings.administration.overdue;

interface ReassignDialogProps {
  readonly title: string;
  /** For whom it may wait. */
  readonly from: readonly Person[];
  readonly to: readonly Person[];
  readonly onReassign: (from: Person, to: Person, reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks from whom reviews go to whom, and why. Mounted while it is open. */
export function ReassignDialog({ title, from, to, onReassign, onClose }: ReassignDialogProps) {
  const [away, setAway] = useState(from.length === 1 ? from[0] : undefined);
  const [next, setNext] = useState<Person>();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const act = () => {
    if (away && next && reason.trim() !== "") return onReassign(away, next, reason.trim());
    setTried(true);
    return undefined;
  };
  const others = to.filter((person) => person.id !== away?.id);
  return (
    <FormDialog title={title} action={words.action} onAction={act} onClose={onClose}>
      {words.body}
      <PersonField
        label={words.from}
        people={from}
        chosen={away}
        tried={tried}
        onChoose={(person) => {
          setAway(person);
          if (person?.id === next?.id) setNext(undefined);
        }}
      />
      <PersonField
        label={words.to}
        people={others}
        chosen={next}
        tried={tried}
        onChoose={setNext}
      />
      <ReasonField label={words.reason} value={reason} tried={tried} onChange={setReason} />
    </FormDialog>
  );
}

import { Text } from "@fluentui/react-components";
import { useState } from "react";
import type { HandoffView, Person } from "../../api/types";
import { FormDialog } from "../../components/FormDialog";
import { PersonField } from "../../components/PersonField";
import { ReasonField } from "../../components/ReasonField";
import { strings } from "../../strings";

const words = strings.review;

/** Who can take a review over: no author, nobody who reviews it, nobody who has passed it on (the server enforces it; here they are left out). */
export function mayTakeOver(view: HandoffView, people: readonly Person[]): readonly Person[] {
  const out = new Set([
    view.author.id,
    ...view.reviewers.map((person) => person.id),
    ...view.delegations.map((delegation) => delegation.from.id),
  ]);
  return people.filter((person) => !out.has(person.id));
}

interface PassOnDialogProps {
  readonly view: HandoffView;
  readonly reviewers: readonly Person[];
  readonly onPassOn: (to: Person, reason: string) => void;
  readonly onClose: () => void;
}

/** Asks to whom a review goes, and why. Mounted while it is open. */
export function PassOnDialog({ view, reviewers, onPassOn, onClose }: PassOnDialogProps) {
  const [chosen, setChosen] = useState<Person>();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const people = mayTakeOver(view, reviewers);
  const passOn = () => {
    if (!chosen || reason.trim() === "") setTried(true);
    else onPassOn(chosen, reason.trim());
  };
  if (people.length === 0)
    return (
      <FormDialog title={words.passOnTitle} onClose={onClose}>
        <Text>{words.passOnNobody}</Text>
      </FormDialog>
    );
  return (
    <FormDialog
      title={words.passOnTitle}
      action={words.passOnAction}
      onAction={passOn}
      onClose={onClose}
    >
      {words.passOnBody}
      <PersonField
        label={words.passOnTo}
        people={people}
        chosen={chosen}
        tried={tried}
        onChoose={setChosen}
      />
      <ReasonField label={words.reason} value={reason} tried={tried} onChange={setReason} />
    </FormDialog>
  );
}

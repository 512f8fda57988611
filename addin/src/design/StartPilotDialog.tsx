import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { useLoaded } from "../components/useLoaded";
import type { Person } from "../api/types";
import { FormDialog } from "../components/FormDialog";
import { NoticeBar } from "../components/NoticeBar";
import { PersonField } from "../components/PersonField";
import { useApp } from "../store/context";
import { strings } from "../strings";

const words = strings.design.pilot;
const [fewest, most] = [14, 21];

interface StartPilotDialogProps {
  readonly onStart: (personId: string, days: number) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks who tries a version and for how long. Mounted while it is open. */
export function StartPilotDialog({ onStart, onClose }: StartPilotDialogProps) {
  const { api } = useApp().services;
  const [people] = useLoaded(() => api.people("Author"));
  const [person, choose] = useState<Person>();
  const [days, setDays] = useState(String(fewest));
  const [tried, setTried] = useState(false);
  const count = Number(days);
  const inRange = Number.isInteger(count) && count >= fewest && count <= most;
  const act = () => {
    if (person && inRange) return onStart(person.id, count);
    setTried(true);
    return undefined;
  };
  return (
    <FormDialog title={words.startTitle} action={words.start} onAction={act} onClose={onClose}>
      {words.startBody}
      {people.status === "failed" && <NoticeBar notice={people.notice} />}
      <PersonField
        label={words.person}
        people={people.status === "ready" ? people.value : []}
        chosen={person}
        tried={tried}
        onChoose={choose}
      />
      <Field
        label={words.days}
        hint={words.daysHint}
        required
        validationMessage={tried && !inRange ? words.daysWrong : undefined}
      >
        <Input inputMode="numeric" value={days} onChange={(_, data) => setDays(data.value)} />
      </Field>
    </FormDialog>
  );
}

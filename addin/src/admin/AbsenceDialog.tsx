import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Away } from "../api/administration";
import type { Absence, Person } from "../api/types";
import { FormDialog } from "../components/FormDialog";
import { PersonField } from "../components/PersonField";
import { strings } from "../strings";

const words = strings.administration.absences;

const useStyles = makeStyles({
  days: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
  day: { flex: "1 1 130px", minWidth: 0 },
  input: { minWidth: 0 },
});

interface AbsenceDialogProps {
  readonly title: string;
  readonly body: string;
  /** Who may be away; one's own absence asks nobody else. */
  readonly people?: readonly Person[];
  /** Whose absence it is where nobody is chosen. */
  readonly person?: Person;
  readonly reviewers: readonly Person[];
  readonly set?: Absence | undefined;
  readonly onSet: (person: Person, away: Away) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks who is away, when, and who stands in. Mounted while it is open. */
export function AbsenceDialog(props: AbsenceDialogProps) {
  const { title, body, people, reviewers, set, onSet, onClose } = props;
  const styles = useStyles();
  const [person, choosePerson] = useState(props.person);
  const [from, setFrom] = useState(set?.from ?? "");
  const [until, setUntil] = useState(set?.until ?? "");
  const [substitute, setSubstitute] = useState<Person | undefined>(set?.substitute);
  const [tried, setTried] = useState(false);
  const act = () => {
    if (person && substitute && from !== "" && until >= from)
      return onSet(person, { from, until, substitute });
    setTried(true);
    return undefined;
  };
  const missing = (day: string) => (tried && day === "" ? words.day : undefined);
  const reversed = from !== "" && until !== "" && until < from ? words.order : undefined;
  const day = (
    label: string,
    value: string,
    onChange: (day: string) => void,
    problem: string | undefined,
  ) => (
    <Field className={styles.day} label={label} required validationMessage={problem}>
      <Input
        className={styles.input}
        type="date"
        value={value}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
  return (
    <FormDialog title={title} action={words.action} onAction={act} onClose={onClose}>
      {body}
      {people && (
        <PersonField
          label={words.who}
          people={people}
          chosen={person}
          tried={tried}
          onChoose={choosePerson}
        />
      )}
      <div className={styles.days}>
        {day(words.from, from, setFrom, missing(from))}
        {day(words.until, until, setUntil, missing(until) ?? reversed)}
      </div>
      <PersonField
        label={words.substitute}
        hint={words.zone}
        people={reviewers.filter(({ id }) => id !== person?.id)}
        chosen={substitute}
        tried={tried}
        onChoose={setSubstitute}
      />
    </FormDialog>
  );
}

import { Combobox, Field, makeStyles, Option } from "@fluentui/react-components";
import { useState } from "react";
import type { Person } from "../api/types";
import { strings } from "../strings";

const words = strings.people;

// Fluent's own least width is more than a narrow pane's dialog has.
const useStyles = makeStyles({ person: { minWidth: 0 } });

interface PersonFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly people: readonly Person[];
  readonly chosen: Person | undefined;
  /** Whether somebody tried to go on without one. */
  readonly tried: boolean;
  readonly onChoose: (person: Person | undefined) => void;
}

/** One of some people, found by name or address. */
export function PersonField({ label, hint, people, chosen, tried, onChoose }: PersonFieldProps) {
  const styles = useStyles();
  const [search, setSearch] = useState(chosen?.name ?? "");
  const wanted = chosen ? "" : search.trim().toLowerCase();
  const found = people.filter((person) =>
    `${person.name} ${person.email ?? ""}`.toLowerCase().includes(wanted),
  );
  return (
    <Field
      label={label}
      hint={hint}
      required
      validationMessage={tried && !chosen ? words.missing : undefined}
    >
      <Combobox
        className={styles.person}
        placeholder={words.search}
        value={chosen?.name ?? search}
        selectedOptions={chosen ? [chosen.id] : []}
        onChange={(event) => {
          setSearch(event.target.value);
          onChoose(undefined);
        }}
        onOptionSelect={(_, data) => {
          const person = people.find(({ id }) => id === data.optionValue);
          setSearch(person?.name ?? "");
          onChoose(person);
        }}
      >
        {found.map((person) => (
          <Option key={person.id} value={person.id} text={person.name}>
            {person.name}
          </Option>
        ))}
        {found.length === 0 && (
          <Option disabled text={words.noMatch}>
            {words.noMatch}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

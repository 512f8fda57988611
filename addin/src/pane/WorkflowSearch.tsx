import { Field, SearchBox } from "@fluentui/react-components";
import { strings } from "../strings";

const words = strings.homeScreen;

interface WorkflowSearchProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows the workflows down to those whose name or promise has these words. */
export function WorkflowSearch({ value, onChange }: WorkflowSearchProps) {
  return (
    <Field>
      <SearchBox
        aria-label={words.search}
        placeholder={words.search}
        dismiss={{ "aria-label": strings.clearSearch }}
        value={value}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}

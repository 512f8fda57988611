import { Field, Textarea } from "@fluentui/react-components";
import { strings } from "../strings";

interface ReasonFieldProps {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  /** Whether somebody tried to go on without it. */
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
}

/** A few words of why, as the server takes them: 1 to 2,000 characters. */
export function ReasonField({ label, value, rows = 3, tried, onChange }: ReasonFieldProps) {
  return (
    <Field
      label={label}
      required
      validationMessage={tried && value.trim() === "" ? strings.review.reasonMissing : undefined}
    >
      <Textarea
        value={value}
        rows={rows}
        resize="vertical"
        maxLength={2000}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}

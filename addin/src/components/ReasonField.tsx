import { Field, Textarea } from "@fluentui/react-components";
import type { Ref } from "react";
import { strings } from "../strings";

interface ReasonFieldProps {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  /** Whether somebody tried to go on without it. */
  readonly tried: boolean;
  /** What is said where it is missing, if not that a reason is. */
  readonly missing?: string | undefined;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly onChange: (value: string) => void;
}

/** A few words of why, as the server takes them: 1 to 2,000 characters. */
export function ReasonField({
  label,
  value,
  rows = 3,
  tried,
  missing = strings.review.reasonMissing,
  ref,
  onChange,
}: ReasonFieldProps) {
  return (
    <Field
      label={label}
      required
      validationMessage={tried && value.trim() === "" ? missing : undefined}
    >
      <Textarea
        ref={ref}
        value={value}
        rows={rows}
        resize="vertical"
        maxLength={2000}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}

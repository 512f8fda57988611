import {
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import type { FieldProblem, TemplateField } from "../../api/types";
import { HelpLabel } from "../../components/HelpLabel";
import { isIsoDate } from "../../format";
import { showValue, type FormValue } from "../../form/model";
import { controlId } from "../../form/problems";
import { within } from "../../form/pointers";
import { strings } from "../../strings";
import { ListEditor } from "./ListEditor";

const words = strings.input;

export interface EditorProps {
  readonly field: TemplateField;
  readonly pointer: string;
  readonly value: FormValue;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (value: FormValue) => void;
  readonly onLeave: (pointer: string) => void;
  /** A cell of a list's row: smaller. */
  readonly compact?: boolean;
}

const useStyles = makeStyles({
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: tokens.spacingHorizontalS,
    "@media (max-width: 300px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  money: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 84px",
    gap: tokens.spacingHorizontalS,
  },
  input: { minWidth: 0, width: "100%" },
});

/** What a field says when it has a problem: the detail, and what was expected. */
export function problemText(problems: readonly FieldProblem[]): string | undefined {
  if (problems.length === 0) return undefined;
  return problems
    .map(({ detail, expected }) =>
      detail.includes(expected) ? detail : `${detail} ${words.expected(expected)}`,
    )
    .join(" ");
}

function FieldLabel({ field }: { readonly field: TemplateField }) {
  const example =
    field.example === undefined || field.example === null ? "" : showValue(field, field.example);
  const label = field.required ? field.label : `${field.label} (${words.optional})`;
  if (!field.help && !example) return label;
  return (
    <HelpLabel
      help={
        <>
          {field.help}
          {field.help && example ? " " : ""}
          {example && words.forExample(example)}
        </>
      }
    >
      {label}
    </HelpLabel>
  );
}

/** One field of the template, whatever its kind. */
export function FieldEditor(props: EditorProps) {
  if (props.field.kind === "List") return <ListEditor {...props} />;
  return <ScalarEditor {...props} />;
}

function ScalarEditor(props: EditorProps) {
  const { field, pointer, value, problems, onChange, onLeave, compact = false } = props;
  const message = problemText(problems.filter((problem) => within(problem.pointer, pointer)));
  const hint =
    value.kind === "text" && field.kind === "LongText" && field.maxLength != null
      ? words.characters(value.text.length, field.maxLength)
      : undefined;
  return (
    <Field
      label={{ children: <FieldLabel field={field} />, htmlFor: controlId(pointer) }}
      size={compact ? "small" : "medium"}
      required={field.required}
      validationMessage={message}
      validationState={message ? "error" : "none"}
      hint={hint}
      onBlur={(event) => {
        // Going from amount to currency is not leaving the field.
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave(pointer);
      }}
    >
      {(control) => (
        <Control
          field={field}
          value={value}
          onChange={onChange}
          control={{
            ...control,
            id: controlId(pointer),
            size: compact ? "small" : "medium",
          }}
        />
      )}
    </Field>
  );
}

interface ControlProps {
  readonly field: TemplateField;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
  readonly control: { readonly id: string; readonly size: "small" | "medium" };
}

function Control({ field, value, onChange, control }: ControlProps) {
  const styles = useStyles();
  switch (value.kind) {
    case "flag":
      return (
        <RadioGroup
          id={control.id}
          layout="horizontal"
          value={value.on === undefined ? "" : value.on ? "yes" : "no"}
          onChange={(_, data) => onChange({ kind: "flag", on: data.value === "yes" })}
        >
          <Radio value="yes" label={words.yes} />
          <Radio value="no" label={words.no} />
        </RadioGroup>
      );
    case "money":
      return (
        <div className={styles.money}>
          <Input
            {...control}
            className={styles.input}
            inputMode="decimal"
            value={value.amount}
            onChange={(_, data) => onChange({ ...value, amount: data.value })}
          />
          <Input
            className={styles.input}
            aria-label={`${field.label}, ${words.currency}`}
            maxLength={3}
            value={value.currency}
            onChange={(_, data) => onChange({ ...value, currency: data.value.toUpperCase() })}
          />
        </div>
      );
    case "person":
      return (
        <div className={styles.pair}>
          <Input
            {...control}
            className={styles.input}
            aria-label={`${field.label}, ${words.name}`}
            placeholder={words.name}
            autoComplete="off"
            value={value.name}
            onChange={(_, data) => onChange({ ...value, name: data.value })}
          />
          <Input
            className={styles.input}
            type="email"
            aria-label={`${field.label}, ${words.email}`}
            placeholder={words.email}
            autoComplete="off"
            value={value.email}
            onChange={(_, data) => onChange({ ...value, email: data.value })}
          />
        </div>
      );
    case "text":
      return <TextControl field={field} value={value} onChange={onChange} control={control} />;
    case "rows":
      return null;
  }
}

interface TextControlProps extends ControlProps {
  readonly value: Extract<FormValue, { kind: "text" }>;
}

function TextControl({ field, value, onChange, control }: TextControlProps) {
  const styles = useStyles();
  const change = (text: string) => onChange({ kind: "text", text });
  switch (field.kind) {
    case "LongText":
      return (
        <Textarea
          {...control}
          rows={3}
          resize="vertical"
          value={value.text}
          onChange={(_, data) => change(data.value)}
        />
      );
    case "Choice": {
      const choices = field.choices ?? [];
      const known = value.text === "" || choices.includes(value.text);
      return (
        <Select {...control} value={value.text} onChange={(_, data) => change(data.value)}>
          <option value="">{words.choose}</option>
          {/* What was pasted or saved stays in sight, even where the template no longer offers it. */}
          {!known && <option value={value.text}>{value.text}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      );
    }
    default: {
      // A date input hides what is no date; then a plain box shows what is there to correct.
      const asDate = field.kind === "Date" && (value.text === "" || isIsoDate(value.text));
      return (
        <Input
          {...control}
          className={styles.input}
          type={asDate ? "date" : "text"}
          inputMode={field.kind === "Number" ? "decimal" : undefined}
          value={value.text}
          onChange={(_, data) => change(data.value)}
        />
      );
    }
  }
}

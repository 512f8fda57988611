import { Checkbox, Field, Input, makeStyles, Select, Textarea } from "@fluentui/react-components";
import { createContext, use, useState, type ReactElement, type ReactNode } from "react";
import type { FieldProblem } from "../api/types";
import { within } from "../form/pointers";
import { controlId } from "../form/problems";
import { editNumber, parseNumber } from "../format";
import { problemText } from "../pane/input/FieldEditor";
import { strings } from "../strings";

/** What the fields of a form share: the problems that are to be seen, and that a field was left. */
interface FormState {
  readonly problems: readonly FieldProblem[];
  readonly onLeave: (pointer: string) => void;
}

const FormContext = createContext<FormState>({ problems: [], onLeave: () => undefined });

interface DesignFormProps extends Partial<FormState> {
  readonly problems: readonly FieldProblem[];
  readonly children: ReactNode;
}

const stay = () => undefined;

/** Gives each field within it the problems that the server has found at its place. */
export function DesignForm({ problems, onLeave = stay, children }: DesignFormProps) {
  return <FormContext value={{ problems, onLeave }}>{children}</FormContext>;
}

/** The id of a designer's control; the form that a design makes has its own. */
export const designId = (pointer: string) => `design-${controlId(pointer)}`;

const useStyles = makeStyles({
  field: { minWidth: 0 },
  control: { minWidth: 0, width: "100%" },
});

interface ShellProps {
  readonly label: string;
  readonly pointer: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** What stands there already says what it is, as in the cells of a row. */
  readonly size?: "small" | "medium";
}

interface FieldProps<T> extends ShellProps {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Shell({
  label,
  pointer,
  hint,
  required = false,
  size = "medium",
  mistyped,
  children,
}: ShellProps & {
  /** What is wrong with what was typed, before anybody is asked; undefined where nothing is. */
  readonly mistyped?: string | undefined;
  readonly children: ReactElement;
}) {
  const styles = useStyles();
  const { problems, onLeave } = use(FormContext);
  const message =
    mistyped ?? problemText(problems.filter((problem) => within(problem.pointer, pointer)));
  return (
    <Field
      className={styles.field}
      label={{ children: label, htmlFor: designId(pointer) }}
      hint={hint}
      required={required}
      size={size}
      validationMessage={message}
      validationState={message ? "error" : "none"}
      onBlur={() => onLeave(pointer)}
    >
      {children}
    </Field>
  );
}

interface TextFieldProps extends FieldProps<string> {
  readonly rows?: number;
  readonly placeholder?: string | undefined;
}

export function TextField({ value, onChange, rows, placeholder, ...shell }: TextFieldProps) {
  const styles = useStyles();
  const shared = { id: designId(shell.pointer), value, placeholder, className: styles.control };
  return (
    <Shell {...shell}>
      {rows === undefined ? (
        <Input {...shared} onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Textarea
          {...shared}
          rows={rows}
          resize="vertical"
          onChange={(_, data) => onChange(data.value)}
        />
      )}
    </Shell>
  );
}

interface NumberFieldProps extends FieldProps<number | null | undefined> {
  readonly after?: string;
}

/** A number as people type it. What is none stands there as typed, and counts as nothing. */
export function NumberField({ value, onChange, after, ...shell }: NumberFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const [typing, setTyping] = useState(false);
  const shown = value == null ? "" : editNumber(value);
  const meant = typed === undefined ? undefined : parseNumber(typed);
  // What came from elsewhere since (another version, theirs) takes the place of what was typed.
  const isTyped = typed !== undefined && (meant === undefined ? !value : meant === value);
  const text = isTyped ? typed : shown;
  const isNone = isTyped && !typing && meant === undefined && typed.trim() !== "";
  return (
    <Shell {...shell} mistyped={isNone ? strings.design.noNumber(typed) : undefined}>
      <Input
        id={designId(shell.pointer)}
        className={styles.control}
        inputMode="decimal"
        value={text}
        contentAfter={after}
        onChange={(_, data) => {
          setTyping(true);
          setTyped(data.value);
          onChange(parseNumber(data.value));
        }}
        onBlur={() => setTyping(false)}
      />
    </Shell>
  );
}

interface ChoiceFieldProps<T extends string> extends Omit<FieldProps<T | undefined>, "onChange"> {
  readonly options: Readonly<Record<T, string>> | readonly (readonly [T, string])[];
  /** Shown first, where there may be no choice yet. */
  readonly placeholder?: string | undefined;
  readonly onChange: (value: T) => void;
}

const isList = <T extends string>(
  options: ChoiceFieldProps<T>["options"],
): options is readonly (readonly [T, string])[] => Array.isArray(options);

// Object.entries forgets that the keys of a record are of its key type.
const entries = <T extends string>(record: Readonly<Record<T, string>>) =>
  Object.entries(record) as unknown as readonly (readonly [T, string])[];

export function ChoiceField<T extends string>({
  value,
  options,
  placeholder,
  onChange,
  ...shell
}: ChoiceFieldProps<T>) {
  const styles = useStyles();
  const list = isList(options) ? options : entries(options);
  return (
    <Shell {...shell}>
      <Select
        id={designId(shell.pointer)}
        className={styles.control}
        value={value ?? ""}
        onChange={(_, data) => {
          const chosen = list.find(([key]) => key === data.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {placeholder !== undefined && value === undefined && (
          <option value="">{placeholder}</option>
        )}
        {list.map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </Select>
    </Shell>
  );
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Several short texts, one a line. */
export function LinesField({ value, onChange, hint, ...shell }: FieldProps<readonly string[]>) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const same = typed !== undefined && linesOf(typed).join("\n") === value.join("\n");
  return (
    <Shell {...shell} hint={hint ?? strings.design.version.perLine}>
      <Textarea
        id={designId(shell.pointer)}
        className={styles.control}
        rows={Math.min(6, Math.max(2, value.length + 1))}
        resize="vertical"
        value={same ? typed : value.join("\n")}
        onChange={(_, data) => {
          setTyped(data.value);
          onChange(linesOf(data.value));
        }}
      />
    </Shell>
  );
}

interface CheckFieldProps {
  readonly label: string;
  readonly pointer: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, pointer, checked, onChange }: CheckFieldProps) {
  const { problems } = use(FormContext);
  const message = problemText(problems.filter((problem) => problem.pointer === pointer));
  return (
    <Field validationMessage={message} validationState={message ? "error" : "none"}>
      <Checkbox
        id={designId(pointer)}
        label={label}
        checked={checked}
        onChange={(_, data) => onChange(data.checked === true)}
      />
    </Field>
  );
}

/** What the server says of a whole row or list, not of one of its fields. */
export function ProblemsAt({ pointer }: { readonly pointer: string }) {
  const { problems } = use(FormContext);
  const message = problemText(problems.filter((problem) => problem.pointer === pointer));
  return message ? (
    <Field validationMessage={message} validationState="error">
      <span id={designId(pointer)} tabIndex={-1} />
    </Field>
  ) : null;
}

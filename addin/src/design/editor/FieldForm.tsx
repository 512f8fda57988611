import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { TemplateField, Workflow } from "../../api/types";
import { strings } from "../../strings";
import { CheckField, ChoiceField, LinesField, NumberField, TextField } from "../fields";
import { Grid, Stack, Wide } from "../Grid";
import { FieldDialog } from "./FieldDialog";
import { ItemList } from "./ItemList";
import { optional } from "./model";

const words = strings.design.version.form;

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface FieldFormProps {
  readonly field: TemplateField;
  readonly pointer: string;
  /** The headings of the form; the columns of a row stand under none. */
  readonly groups: Workflow["input"]["groups"] | undefined;
  readonly onChange: (field: TemplateField) => void;
}

/** Everything that one field of the template says. */
export function FieldForm({ field, pointer, groups, onChange }: FieldFormProps) {
  const styles = useStyles();
  const set = (next: Partial<TemplateField>) => onChange({ ...field, ...next });
  return (
    <>
      <Grid>
        <TextField
          label={words.label}
          pointer={`${pointer}/label`}
          required
          value={field.label}
          onChange={(label) => set({ label })}
        />
        {groups && groups.length > 0 && (
          <ChoiceField
            label={words.under}
            pointer={`${pointer}/group`}
            options={[
              ["", words.noGroup] as const,
              ...groups.map(({ key, label }) => [key, label] as const),
            ]}
            value={field.group ?? ""}
            onChange={(group) => set({ group: optional(group) })}
          />
        )}
        <TextField
          label={words.help}
          pointer={`${pointer}/help`}
          value={field.help ?? ""}
          onChange={(help) => set({ help: optional(help) })}
        />
        <TextField
          label={words.example}
          pointer={`${pointer}/example`}
          value={field.example ?? ""}
          onChange={(example) => set({ example: optional(example) })}
        />
      </Grid>
      <CheckField
        label={words.required}
        pointer={`${pointer}/required`}
        checked={field.required}
        onChange={(required) => set({ required })}
      />
      <Limits field={field} pointer={pointer} set={set} />
      {field.kind === "List" && (
        <Columns
          fields={field.fields ?? []}
          pointer={`${pointer}/fields`}
          onChange={(fields) => set({ fields })}
        />
      )}
      <Wide>
        <TextField
          label={words.wording}
          pointer={`${pointer}/wording`}
          hint={words.wordingHint}
          value={field.wording ?? ""}
          onChange={(wording) => set({ wording: optional(wording) })}
        />
      </Wide>
      <Text size={200} className={styles.quiet}>
        {words.named(field.name)}
      </Text>
    </>
  );
}

interface LimitsProps {
  readonly field: TemplateField;
  readonly pointer: string;
  readonly set: (next: Partial<TemplateField>) => void;
}

const limits = {
  Text: ["minLength", "maxLength"],
  LongText: ["minLength", "maxLength"],
  Number: ["min", "max"],
  Money: ["min", "max"],
  List: ["minItems", "maxItems"],
  Date: [],
  Choice: [],
  YesNo: [],
  Person: [],
} as const satisfies Record<TemplateField["kind"], readonly (keyof TemplateField)[]>;

/** The ranges of a kind, its currency, its choices. */
function Limits({ field, pointer, set }: LimitsProps) {
  return (
    <Grid tight>
      {limits[field.kind].map((limit) => (
        <NumberField
          key={limit}
          label={words[limit]}
          pointer={`${pointer}/${limit}`}
          value={field[limit]}
          onChange={(value) => set({ [limit]: value })}
        />
      ))}
      {field.kind === "Money" && (
        <TextField
          label={words.currency}
          pointer={`${pointer}/currency`}
          value={field.currency ?? ""}
          onChange={(currency) => set({ currency: optional(currency.toUpperCase()) })}
        />
      )}
      {field.kind === "Choice" && (
        <Wide>
          <LinesField
            label={words.choices}
            pointer={`${pointer}/choices`}
            required
            value={field.choices ?? []}
            onChange={(choices) => set({ choices: [...choices] })}
          />
        </Wide>
      )}
    </Grid>
  );
}

interface ColumnsProps {
  readonly fields: readonly TemplateField[];
  readonly pointer: string;
  readonly onChange: (fields: TemplateField[]) => void;
}

/** The fields of one row of a list. */
function Columns({ fields, pointer, onChange }: ColumnsProps) {
  const styles = useStyles();
  const [opened, setOpened] = useState<number>();
  const [adding, setAdding] = useState(false);
  return (
    <Stack>
      <h4 className={styles.heading}>{words.columns}</h4>
      <ItemList
        items={fields}
        pointer={pointer}
        opened={opened}
        onOpen={setOpened}
        nameOf={(field) => field.label || field.name}
        noteOf={(field) => words.kinds[field.kind]}
        problemsOf={() => 0}
        onChange={onChange}
        onRemove={(index) => onChange(fields.toSpliced(index, 1))}
      >
        {(column, index) => (
          <FieldForm
            field={column}
            pointer={`${pointer}/${String(index)}`}
            groups={undefined}
            onChange={(next) => onChange(fields.with(index, next))}
          />
        )}
      </ItemList>
      <div>
        <Button size="small" icon={<Add16Regular />} onClick={() => setAdding(true)}>
          {words.addColumn}
        </Button>
      </div>
      {adding && (
        <FieldDialog
          taken={fields.map(({ name }) => name)}
          kinds="noList"
          onClose={() => setAdding(false)}
          onAdd={(column) => {
            setAdding(false);
            onChange([...fields, column]);
            setOpened(fields.length);
          }}
        />
      )}
    </Stack>
  );
}

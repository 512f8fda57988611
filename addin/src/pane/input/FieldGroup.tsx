import { makeStyles, tokens } from "@fluentui/react-components";
import type { TemplateField, Workflow } from "../../api/types";
import { pointerOf, within } from "../../form/pointers";
import { strings } from "../../strings";
import { FieldEditor } from "./FieldEditor";
import { FormSection } from "./FormSection";
import type { RecordForm } from "./useRecordForm";

const words = strings.input;

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(160px, 100%), 1fr))",
    gap: tokens.spacingVerticalM,
    alignItems: "start",
  },
  wide: { gridColumn: "1 / -1", minWidth: 0 },
  cell: { minWidth: 0 },
});

/** Fields that stand together under a heading. */
interface Group {
  readonly key: string;
  readonly label: string | undefined;
  readonly fields: readonly TemplateField[];
}

/** The template's groups in their order; fields of no known group follow under their own heading. */
export function groupFields(workflow: Workflow): Group[] {
  const { groups, fields } = workflow.input;
  const known = groups.map(({ key, label }) => ({
    key,
    label,
    fields: fields.filter((field) => field.group === key),
  }));
  const rest = fields.filter((field) => !groups.some(({ key }) => key === field.group));
  const filled = known.filter((group) => group.fields.length > 0);
  if (rest.length === 0) return filled;
  return [...filled, { key: "", label: filled.length > 0 ? words.other : undefined, fields: rest }];
}

const short = new Set(["Date", "Number"]);

/** The fields of one group, short ones beside each other. */
export function FieldGroup({ group, form }: { readonly group: Group; readonly form: RecordForm }) {
  const styles = useStyles();
  return (
    <FormSection label={group.label} heading={group.label}>
      <div className={styles.fields}>
        {group.fields.map((field) => {
          const pointer = pointerOf(field.name);
          const value = form.values[field.name];
          return (
            value && (
              <div key={field.name} className={short.has(field.kind) ? styles.cell : styles.wide}>
                <FieldEditor
                  field={field}
                  pointer={pointer}
                  value={value}
                  problems={form.problems.filter((problem) => within(problem.pointer, pointer))}
                  onChange={(next) => form.set(field.name, next)}
                  onLeave={form.leave}
                />
              </div>
            )
          );
        })}
      </div>
    </FormSection>
  );
}

import { Button } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { TemplateField, Workflow } from "../../api/types";
import { strings } from "../../strings";
import { LinesField } from "../fields";
import { Stack } from "../Grid";
import { toKey, unique } from "../names";
import { Part } from "../Part";
import { FieldDialog } from "./FieldDialog";
import { FieldForm } from "./FieldForm";
import { ItemList } from "./ItemList";
import { withoutField } from "./model";
import { listOf, type PartProps } from "./part";

const words = strings.design.version.form;

/** The input template: its headings and fields. */
export function FormPart(props: PartProps) {
  const { version, edit, onOpen } = props;
  const [adding, setAdding] = useState(false);
  const { groups, fields } = version.input;
  const setFields = (next: TemplateField[]) =>
    edit((before) => ({ ...before, input: { ...before.input, fields: next } }));
  return (
    <>
      <LinesField
        label={words.groups}
        pointer="/input/groups"
        value={groups.map(({ label }) => label)}
        onChange={(labels) => edit((before) => withGroups(before, labels))}
      />
      <Part
        title={words.fields}
        actions={
          <Button icon={<Add16Regular />} onClick={() => setAdding(true)}>
            {words.addField}
          </Button>
        }
      >
        {fields.length === 0 && words.noFields}
        <Stack>
          <ItemList
            {...listOf(props, "/input/fields")}
            items={fields}
            nameOf={(field) => field.label || field.name}
            noteOf={noteOf}
            onChange={setFields}
            onRemove={(index) => edit((before) => withoutField(before, index))}
          >
            {(field, index) => (
              <FieldForm
                field={field}
                pointer={`/input/fields/${String(index)}`}
                groups={groups}
                onChange={(next) => setFields(fields.with(index, next))}
              />
            )}
          </ItemList>
        </Stack>
      </Part>
      {adding && (
        <FieldDialog
          taken={fields.map(({ name }) => name)}
          kinds="all"
          onClose={() => setAdding(false)}
          onAdd={(field) => {
            setAdding(false);
            setFields([...fields, field]);
            onOpen(`/input/fields/${String(fields.length)}`);
          }}
        />
      )}
    </>
  );
}

const noteOf = ({ kind, required }: TemplateField) =>
  required ? `${words.kinds[kind]}, ${words.requiredShort}` : words.kinds[kind];

/** The version with these headings: one that was only renamed keeps its key, and its fields. */
function withGroups(version: Workflow, labels: readonly string[]): Workflow {
  const { groups, fields } = version.input;
  const taken: string[] = [];
  const next = labels.map((label, index) => {
    const same = groups.find((group) => group.label === label);
    const renamed = labels.length === groups.length ? groups[index] : undefined;
    const key = unique((same ?? renamed)?.key ?? (toKey(label) || "part"), taken);
    taken.push(key);
    return { key, label };
  });
  return {
    ...version,
    input: {
      ...version.input,
      groups: next,
      fields: fields.map((field) =>
        field.group != null && !taken.includes(field.group) ? { ...field, group: null } : field,
      ),
    },
  };
}

import { Text } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Workflow } from "../../api/types";
import { toForm, toRecord, type FormValues } from "../../form/model";
import { FieldGroup, groupFields } from "../../pane/input/FieldGroup";
import type { RecordForm } from "../../pane/input/useRecordForm";
import { strings } from "../../strings";
import { Stack } from "../Grid";
import { usableFields } from "./usableFields";

const words = strings.design.version;
const nothing = () => undefined;

/** The very form of the pane, with the first example in it; nothing is sent or kept. */
export function FormPreview({ version }: { readonly version: Workflow }) {
  const { input, examples } = version;
  const record = examples[0]?.record;
  const fields = useMemo(() => usableFields(input.fields), [input.fields]);
  const begun = useMemo(() => toForm(fields, record), [fields, record]);
  const [typed, setTyped] = useState<FormValues>({});
  if (fields.length === 0) return <Text>{words.form.noFields}</Text>;
  const kept = Object.entries(typed).filter(([name, value]) => begun[name]?.kind === value.kind);
  const values = { ...begun, ...Object.fromEntries(kept) };
  const form: RecordForm = {
    values,
    reviewers: [],
    problems: [],
    tried: false,
    savedAt: undefined,
    restored: false,
    set: (name, value) => setTyped((before) => ({ ...before, [name]: value })),
    setReviewers: nothing,
    replace: setTyped,
    leave: nothing,
    check: () => Promise.resolve([]),
    show: nothing,
    record: () => toRecord(fields, values),
    inputSeconds: () => 0,
    labels: () => [],
    madeFrom: nothing,
    forget: nothing,
  };
  return (
    <Stack>
      <Text size={200}>{words.preview.formLead}</Text>
      {groupFields({ ...version, input: { ...input, fields } }).map((group) => (
        <FieldGroup key={group.key} group={group} form={form} />
      ))}
    </Stack>
  );
}

import { Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { FieldKind, TemplateField } from "../../api/types";
import { FormDialog } from "../../components/FormDialog";
import { strings } from "../../strings";
import { toMember, unique } from "../names";

const words = strings.design.version.form;

const kinds: readonly FieldKind[] = [
  "Text",
  "LongText",
  "Number",
  "Money",
  "Date",
  "Choice",
  "YesNo",
  "Person",
  "List",
];

interface FieldDialogProps {
  /** Names that other fields have in the data. */
  readonly taken: readonly string[];
  /** A row of a list has no list. */
  readonly kinds: "all" | "noList";
  readonly onAdd: (field: TemplateField) => void;
  readonly onClose: () => void;
}

/** Asks what a new field is called and of what kind it is; its name in the data follows and stays. Mounted while it is open. */
export function FieldDialog({ taken, kinds: which, onAdd, onClose }: FieldDialogProps) {
  const [label, setLabel] = useState("");
  const [kind, setKind] = useState<FieldKind>("Text");
  const [tried, setTried] = useState(false);
  const add = () => {
    const text = label.trim();
    if (text === "") {
      setTried(true);
      return;
    }
    onAdd({
      name: unique(toMember(text) || "field", taken, ""),
      label: text,
      kind,
      required: true,
      ...(kind === "List" ? { fields: [] } : {}),
      ...(kind === "Choice" ? { choices: [] } : {}),
    });
  };
  return (
    <FormDialog
      title={words.addTitle}
      action={which === "all" ? words.addField : words.addColumn}
      onAction={add}
      onClose={onClose}
    >
      <Field
        label={words.label}
        required
        validationMessage={tried && label.trim() === "" ? words.labelMissing : undefined}
      >
        <Input value={label} onChange={(_, data) => setLabel(data.value)} />
      </Field>
      <Field label={words.kind}>
        <Select
          value={kind}
          onChange={(_, data) => setKind(kinds.find((each) => each === data.value) ?? "Text")}
        >
          {kinds
            .filter((each) => which === "all" || each !== "List")
            .map((each) => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
        </Select>
      </Field>
    </FormDialog>
  );
}

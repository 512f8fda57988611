import {
  Checkbox,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { TemplateField } from "../../api/types";
import type { FormRow } from "../../form/model";
import { mapTable, readCells, type Cells } from "../../form/table";
import { FormDialog } from "../../components/FormDialog";
import { strings } from "../../strings";

const words = strings.input;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface PasteTableProps {
  readonly field: TemplateField;
  readonly hasRows: boolean;
  readonly onRows: (rows: readonly FormRow[], replace: boolean) => void;
  readonly onClose: () => void;
}

/** Takes a table from Excel, Word or a CSV file and says before it is taken what became of each column. */
export function PasteTable({ field, hasRows, onRows, onClose }: PasteTableProps) {
  const styles = useStyles();
  const [text, setText] = useState("");
  const [cells, setCells] = useState<Cells>([]);
  const [replace, setReplace] = useState(hasRows);
  const table = mapTable(field, cells);
  const columns = (field.fields ?? []).map((column) => column.label).join(", ");
  const empty = table.rows.length === 0;
  return (
    <FormDialog
      title={words.pasteFor(field.label)}
      action={words.pasteAction(table.rows.length)}
      actionOff={empty}
      onAction={() => onRows(table.rows, replace)}
      onClose={onClose}
    >
      <Field label={words.pasteBox} hint={`${words.pasteLead} ${words.pasteColumns(columns)}`}>
        <Textarea
          value={text}
          rows={6}
          resize="vertical"
          onPaste={(event) => {
            const plain = event.clipboardData.getData("text/plain");
            const html = event.clipboardData.getData("text/html");
            // Word puts cells on lines of their own in plain text; only its HTML still is a table.
            if (!html.includes("<t")) return;
            const rows = readCells(plain, html);
            if (rows.length === 0) return;
            event.preventDefault();
            setCells(rows);
            setText(rows.map((row) => row.join("\t")).join("\n"));
          }}
          onChange={(_, data) => {
            setText(data.value);
            setCells(readCells(data.value));
          }}
        />
      </Field>
      <div aria-live="polite">
        {empty ? (
          words.pasteNothing
        ) : (
          <MessageBar intent={table.unread.length > 0 ? "warning" : "success"} layout="multiline">
            <MessageBarBody>
              {words.pastePreview(table.rows.length, table.mapped)}
              {table.ignoredColumns.length > 0 &&
                ` ${words.pasteIgnored(table.ignoredColumns.join(", "))}`}
              {table.unread.length > 0 && (
                <ul className={styles.list}>
                  {table.unread.map((cell) => (
                    <li key={`${String(cell.row)}-${cell.label}`}>
                      {words.pasteUnread(cell.row, cell.label, cell.text)}
                    </li>
                  ))}
                </ul>
              )}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {hasRows && (
        <Checkbox
          label={words.pasteReplace}
          checked={replace}
          onChange={(_, data) => setReplace(data.checked === true)}
        />
      )}
    </FormDialog>
  );
}

import { Button, InfoLabel, makeStyles, Text, tokens, Tooltip } from "@fluentui/react-components";
import {
  Add16Regular,
  ArrowDown16Regular,
  ArrowUp16Regular,
  ClipboardPaste16Regular,
  Delete16Regular,
  ErrorCircle12Filled,
} from "@fluentui/react-icons";
import { useId, useRef, useState, type ReactElement } from "react";
import { flushSync } from "react-dom";
import type { TemplateField } from "../../api/types";
import { newRow, type FormRow, type FormValue } from "../../form/model";
import { controlId } from "../../form/problems";
import { pointerOf, within } from "../../form/pointers";
import { strings } from "../../strings";
import { FieldEditor, problemText, type EditorProps } from "./FieldEditor";
import { PasteTable } from "./PasteTable";

const words = strings.input;

const useStyles = makeStyles({
  root: {
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  legend: {
    padding: 0,
    marginBottom: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightRegular,
  },
  required: { color: tokens.colorPaletteRedForeground3 },
  rows: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  row: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  rowHead: { display: "flex", alignItems: "center", minHeight: "28px" },
  rowName: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
  cells: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(130px, 100%), 1fr))",
    gap: tokens.spacingHorizontalS,
  },
  wide: { gridColumn: "1 / -1", minWidth: 0 },
  cell: { minWidth: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  error: {
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    alignItems: "center",
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  live: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
  },
});

/** Long texts, and the first column of three or more, take a row's full width. */
function isWide(field: TemplateField, index: number, columns: number): boolean {
  return (
    ["LongText", "List", "Person", "YesNo"].includes(field.kind) || (index === 0 && columns > 2)
  );
}

/** A list of records as compact rows: add, remove, reorder, paste a table. */
export function ListEditor(props: EditorProps) {
  const { field, pointer, value, problems, onChange } = props;
  const styles = useStyles();
  const [pasting, setPasting] = useState(false);
  const [said, setSaid] = useState("");
  const root = useRef<HTMLFieldSetElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const errorId = useId();
  const rows = value.kind === "rows" ? value.rows : [];
  const put = (next: readonly FormRow[]) => onChange({ kind: "rows", rows: next });
  const own = problemText(problems.filter((problem) => problem.pointer === pointer));
  const full = field.maxItems != null && rows.length >= field.maxItems;
  const rowName = (index: number) => words.row(field.label, index + 1);

  const add = () => {
    flushSync(() => put([...rows, newRow(field)]));
    const first = field.fields?.[0];
    if (first)
      document.getElementById(controlId(pointer + pointerOf(rows.length, first.name)))?.focus();
  };
  const remove = (index: number) => {
    flushSync(() => put(rows.filter((_, at) => at !== index)));
    setSaid(words.removed(rowName(index)));
    addButton.current?.focus();
  };
  const move = (index: number, by: -1 | 1) => {
    const next = [...rows];
    const [row] = next.splice(index, 1);
    if (!row) return;
    next.splice(index + by, 0, row);
    put(next);
    setSaid(words.moved(rowName(index), index + by + 1));
  };

  return (
    <fieldset
      ref={root}
      id={controlId(pointer)}
      tabIndex={-1}
      className={styles.root}
      aria-describedby={own ? errorId : undefined}
    >
      <legend className={styles.legend}>
        {field.help ? <InfoLabel info={field.help}>{field.label}</InfoLabel> : field.label}
        {field.required ? (
          <span className={styles.required} aria-hidden>
            {" *"}
          </span>
        ) : (
          ` (${words.optional})`
        )}
      </legend>
      {rows.length === 0 && (
        <Text size={200} className={styles.rowName}>
          {words.emptyList}
        </Text>
      )}
      <ol className={styles.rows}>
        {rows.map((row, index) => (
          <Row
            key={row.key}
            {...props}
            row={row}
            index={index}
            last={index === rows.length - 1}
            onRow={(values) =>
              put(rows.map((other) => (other.key === row.key ? { ...other, values } : other)))
            }
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {own && (
        <div id={errorId} className={styles.error}>
          <ErrorCircle12Filled aria-hidden />
          {own}
        </div>
      )}
      <div className={styles.actions}>
        <Button
          ref={addButton}
          size="small"
          icon={<Add16Regular />}
          disabledFocusable={full}
          aria-label={words.add(field.label)}
          onClick={add}
        >
          {words.addShort}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<ClipboardPaste16Regular />}
          aria-label={words.pasteFor(field.label)}
          onClick={() => setPasting(true)}
        >
          {words.paste}
        </Button>
      </div>
      {full && (
        <Text size={200} className={styles.rowName}>
          {words.listFull(field.maxItems ?? 0)}
        </Text>
      )}
      <div aria-live="polite" className={styles.live}>
        {said}
      </div>
      {pasting && (
        <PasteTable
          field={field}
          hasRows={rows.length > 0}
          onClose={() => setPasting(false)}
          onRows={(pasted, replace) => {
            put(replace ? pasted : [...rows, ...pasted]);
            setSaid(words.pasted(pasted.length));
            setPasting(false);
            props.onLeave(pointer);
          }}
        />
      )}
    </fieldset>
  );
}

interface RowProps extends EditorProps {
  readonly row: FormRow;
  readonly index: number;
  readonly last: boolean;
  readonly onRow: (values: FormRow["values"]) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function Row({
  field,
  pointer,
  row,
  index,
  last,
  problems,
  onRow,
  onMove,
  onRemove,
  onLeave,
}: RowProps) {
  const styles = useStyles();
  const name = words.row(field.label, index + 1);
  const columns = field.fields ?? [];
  const set = (column: string, value: FormValue) => onRow({ ...row.values, [column]: value });
  return (
    <li className={styles.row} aria-label={name}>
      <div className={styles.rowHead}>
        <Text size={200} className={styles.rowName}>
          {index + 1}
        </Text>
        <RowButton
          label={words.moveUp(name)}
          icon={<ArrowUp16Regular />}
          off={index === 0}
          onClick={() => onMove(-1)}
        />
        <RowButton
          label={words.moveDown(name)}
          icon={<ArrowDown16Regular />}
          off={last}
          onClick={() => onMove(1)}
        />
        <RowButton
          label={words.remove(name)}
          icon={<Delete16Regular />}
          off={false}
          onClick={onRemove}
        />
      </div>
      <div className={styles.cells}>
        {columns.map((column, at) => {
          const cell = pointer + pointerOf(index, column.name);
          const value = row.values[column.name];
          return (
            value && (
              <div
                key={column.name}
                className={isWide(column, at, columns.length) ? styles.wide : styles.cell}
              >
                <FieldEditor
                  field={column}
                  pointer={cell}
                  value={value}
                  problems={problems.filter((problem) => within(problem.pointer, cell))}
                  onChange={(next) => set(column.name, next)}
                  onLeave={onLeave}
                  compact
                />
              </div>
            )
          );
        })}
      </div>
    </li>
  );
}

interface RowButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly off: boolean;
  readonly onClick: () => void;
}

function RowButton({ label, icon, off, onClick }: RowButtonProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button
        size="small"
        appearance="subtle"
        icon={icon}
        disabledFocusable={off}
        onClick={onClick}
      />
    </Tooltip>
  );
}

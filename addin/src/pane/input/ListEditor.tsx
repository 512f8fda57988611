import { Button, InfoLabel, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Add16Regular, ClipboardPaste16Regular, ErrorCircle12Filled } from "@fluentui/react-icons";
import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { newRow, type FormRow } from "../../form/model";
import { controlId } from "../../form/problems";
import { pointerOf } from "../../form/pointers";
import { strings } from "../../strings";
import { problemText, type EditorProps } from "./FieldEditor";
import { ListRow } from "./ListRow";
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
  quiet: { color: tokens.colorNeutralForeground3 },
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
        <Text size={200} className={styles.quiet}>
          {words.emptyList}
        </Text>
      )}
      <ol className={styles.rows}>
        {rows.map((row, index) => (
          <ListRow
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
        <Text size={200} className={styles.quiet}>
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

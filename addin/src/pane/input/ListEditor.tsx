import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import {
  Add16Regular,
  ClipboardPaste16Regular,
  DocumentArrowUp16Regular,
  ErrorCircle12Filled,
} from "@fluentui/react-icons";
import { useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { HelpLabel } from "../../components/HelpLabel";
import { newRow, type FormRow } from "../../form/model";
import { controlId, revealEvent } from "../../form/problems";
import { pointerOf, tokensOf, within } from "../../form/pointers";
import { strings } from "../../strings";
import { ImportDialog, PasteTable } from "./dialogs";
import { problemText, type EditorProps } from "./FieldEditor";
import { ListPages, pageOf, pagesOf, rangeOf } from "./ListPages";
import { ListRow } from "./ListRow";
import { useListSource } from "./listSource";

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
  const [dialog, setDialog] = useState<"paste" | "file">();
  const [wanted, setPage] = useState(0);
  const source = useListSource();
  const [said, setSaid] = useState("");
  const root = useRef<HTMLFieldSetElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const errorId = useId();
  const rows = value.kind === "rows" ? value.rows : [];
  const put = (next: readonly FormRow[]) => onChange({ kind: "rows", rows: next });
  const own = problemText(problems.filter((problem) => problem.pointer === pointer));
  const full = field.maxItems != null && rows.length >= field.maxItems;
  const page = Math.min(wanted, pagesOf(rows.length) - 1);
  const [from, to] = rangeOf(page, rows.length);
  // A list within a row's cell is no field of the record that a file could be read as.
  const fillable = source !== undefined && tokensOf(pointer).length === 1;
  const rowName = (index: number) => words.row(field.label, index + 1);

  const { length } = rows;
  useEffect(() => {
    const list = root.current;
    const reveal = (event: Event) => {
      const named: unknown = event instanceof CustomEvent ? event.detail : undefined;
      const at = typeof named === "string" ? tokensOf(named)[tokensOf(pointer).length] : undefined;
      // Drawn at once: whoever asks looks for the control next.
      if (at !== undefined && /^\d+$/.test(at))
        flushSync(() => setPage(pageOf(Number(at), length)));
    };
    list?.addEventListener(revealEvent, reveal);
    return () => list?.removeEventListener(revealEvent, reveal);
  }, [pointer, length]);

  const take = (taken: readonly FormRow[], replace: boolean) => {
    put(replace ? taken : [...rows, ...taken]);
    setPage(replace ? 0 : pageOf(rows.length, rows.length + taken.length));
    setSaid(strings.filling.taken(taken.length));
    setDialog(undefined);
    props.onLeave(pointer);
  };
  const add = () => {
    flushSync(() => {
      put([...rows, newRow(field)]);
      setPage(pageOf(rows.length, rows.length + 1));
    });
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
    setPage(pageOf(index + by, next.length));
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
        {field.help ? <HelpLabel help={field.help}>{field.label}</HelpLabel> : field.label}
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
      {pagesOf(length) > 1 && (
        <ListPages label={field.label} page={page} rows={length} onPage={setPage} />
      )}
      <ol className={styles.rows} start={from + 1}>
        {rows.slice(from, to).map((row, at) => {
          const index = from + at;
          const own = pointer + pointerOf(index);
          return (
            <ListRow
              key={row.key}
              {...props}
              problems={problems.filter((problem) => within(problem.pointer, own))}
              row={row}
              index={index}
              last={index === length - 1}
              onRow={(values) =>
                put(rows.map((other) => (other.key === row.key ? { ...other, values } : other)))
              }
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          );
        })}
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
          onClick={() => setDialog("paste")}
        >
          {words.paste}
        </Button>
        {fillable && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DocumentArrowUp16Regular />}
            aria-label={strings.filling.title(field.label)}
            onClick={() => setDialog("file")}
          >
            {strings.filling.action}
          </Button>
        )}
      </div>
      {full && (
        <Text size={200} className={styles.quiet}>
          {words.listFull(field.maxItems ?? 0)}
        </Text>
      )}
      <div aria-live="polite" className={styles.live}>
        {said}
      </div>
      {dialog === "paste" && (
        <PasteTable
          field={field}
          hasRows={length > 0}
          onClose={() => setDialog(undefined)}
          onRows={take}
        />
      )}
      {dialog === "file" && source && (
        <ImportDialog
          field={field}
          hasRows={length > 0}
          read={source.read}
          onClose={() => setDialog(undefined)}
          onRows={(rows, replace, table) => {
            source.took(table);
            take(rows, replace);
          }}
        />
      )}
    </fieldset>
  );
}

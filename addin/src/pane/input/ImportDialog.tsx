import {
  Button,
  Checkbox,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { DocumentArrowUp20Regular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { asApiError, describeFailure, type Notice } from "../../api/problems";
import type { ImportedTable, TemplateField } from "../../api/types";
import { FormDialog } from "../../components/FormDialog";
import { NoticeBar } from "../../components/NoticeBar";
import { newRow, type FormRow } from "../../form/model";
import { strings } from "../../strings";
import { ImportPreview } from "./ImportPreview";
import { itemsOf, unfitRows } from "./imported";
import { accepted, mostBytes, tableTypeOf, type ReadList } from "./listSource";

const words = strings.filling;

const useStyles = makeStyles({
  drop: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
  },
  over: {
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Read =
  | { readonly status: "none" }
  | { readonly status: "reading"; readonly name: string }
  | { readonly status: "failed"; readonly notice: Notice }
  | { readonly status: "read"; readonly name: string; readonly table: ImportedTable };

interface ImportDialogProps {
  readonly field: TemplateField;
  readonly hasRows: boolean;
  readonly read: ReadList;
  readonly onRows: (rows: readonly FormRow[], replace: boolean, table: ImportedTable) => void;
  readonly onClose: () => void;
}

/** Fills a list from a file: what was found, where each column goes, and what does not fit, before anything is taken. */
export function ImportDialog({ field, hasRows, read, onRows, onClose }: ImportDialogProps) {
  const [state, setState] = useState<Read>({ status: "none" });
  const [replace, setReplace] = useState(true);
  const [leaveOut, setLeaveOut] = useState(false);
  const table = state.status === "read" ? state.table : undefined;
  const unfit = table ? unfitRows(table) : [];
  const left = new Set(leaveOut ? unfit.map(({ row }) => row) : []);
  const items = table ? itemsOf(table).filter((_, row) => !left.has(row)) : [];

  const take = async (file: File) => {
    const refuse = (body: string) =>
      setState({
        status: "failed",
        notice: { intent: "warning", title: words.foundNone(file.name), body },
      });
    const type = tableTypeOf(file.name);
    if (!type || file.size > mostBytes) {
      refuse(type ? words.tooLarge : words.wrongKind(file.name));
      return;
    }
    setState({ status: "reading", name: file.name });
    setLeaveOut(false);
    try {
      setState({ status: "read", name: file.name, table: await read(field.name, file, type) });
    } catch (error) {
      setState({ status: "failed", notice: describeFailure(asApiError(error)) });
    }
  };

  return (
    <FormDialog
      title={words.title(field.label)}
      action={words.take(items.length)}
      actionOff={items.length === 0}
      onAction={() => {
        if (table)
          onRows(
            items.map((item) => newRow(field, item)),
            replace,
            table,
          );
      }}
      onClose={onClose}
    >
      <ChooseFile again={table !== undefined} onFile={(file) => void take(file)} />
      {state.status === "none" && (
        <>
          <Text>{words.lead}</Text>
          <Text size={200}>
            {words.columns((field.fields ?? []).map(({ label }) => label).join(", "))}
          </Text>
        </>
      )}
      <div aria-live="polite">
        {state.status === "reading" && <Spinner size="small" label={words.reading(state.name)} />}
        {state.status === "failed" && <NoticeBar notice={state.notice} />}
        {state.status === "read" && (
          <ImportPreview field={field} name={state.name} table={state.table} unfit={unfit} />
        )}
      </div>
      {unfit.length > 0 && unfit.length < (table?.rows ?? 0) && (
        <Checkbox
          label={words.leaveOut(unfit.length)}
          checked={leaveOut}
          onChange={(_, data) => setLeaveOut(data.checked === true)}
        />
      )}
      {hasRows && table && (
        <Checkbox
          label={words.replace}
          checked={replace}
          onChange={(_, data) => setReplace(data.checked === true)}
        />
      )}
    </FormDialog>
  );
}

interface ChooseFileProps {
  readonly again: boolean;
  readonly onFile: (file: File) => void;
}

function ChooseFile({ again, onFile }: ChooseFileProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={mergeClasses(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <Button
        appearance={again ? "secondary" : "primary"}
        icon={<DocumentArrowUp20Regular />}
        onClick={() => input.current?.click()}
      >
        {again ? words.another : words.choose}
      </Button>
      <Text size={200} className={styles.quiet}>
        {words.drop}
      </Text>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.choose}
        accept={accepted}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file chosen again, once it was mended, is a change as well.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </div>
  );
}

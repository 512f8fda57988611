import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, Warning16Filled } from "@fluentui/react-icons";
import type { ImportedTable, TemplateField } from "../../api/types";
import { DataTable } from "../../components/DataTable";
import { showValue } from "../../form/model";
import { pointerOf, valueAt } from "../../form/pointers";
import { strings } from "../../strings";
import { itemsOf, wholeProblems, type UnfitRow } from "./imported";

const words = strings.filling;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  mark: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  good: { color: tokens.colorPaletteGreenForeground1, flexShrink: 0 },
  doubt: { color: tokens.colorPaletteDarkOrangeForeground1, flexShrink: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const mostUnfit = 10;
const mostRows = 4;
/** Longer cells are cut: this is to recognise a row, not to read it. */
const longest = 80;

const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

interface ImportPreviewProps {
  readonly field: TemplateField;
  /** The file's. */
  readonly name: string;
  readonly table: ImportedTable;
  readonly unfit: readonly UnfitRow[];
}

/** What a file holds: where its columns go, which rows do not fit and why, and the first rows. */
export function ImportPreview({ field, name, table, unfit }: ImportPreviewProps) {
  const styles = useStyles();
  if (table.rows === 0) return <Text>{words.foundNone(name)}</Text>;
  const columns = field.fields ?? [];
  const labelOf = (column: string) => columns.find((each) => each.name === column)?.label ?? column;
  const used = columns.filter((column) => table.columns.some(({ field }) => field === column.name));
  const rows = itemsOf(table).slice(0, mostRows);
  return (
    <div className={styles.root}>
      <Text weight="semibold">{words.found(table.rows, name)}</Text>
      {wholeProblems(table).map(({ pointer, code, detail }) => (
        <Text key={`${pointer} ${code}`}>{detail}</Text>
      ))}
      <section className={styles.part}>
        <h3 className={styles.heading}>{words.matched}</h3>
        <DataTable
          label={words.matched}
          columns={[{ label: words.heading }, { label: words.field }]}
          rows={table.columns.map(({ heading, field }) => [
            heading,
            field == null ? <span className={styles.quiet}>{words.leftOut}</span> : labelOf(field),
          ])}
        />
      </section>
      {unfit.length === 0 ? (
        <Text className={styles.mark}>
          <CheckmarkCircle16Filled aria-hidden className={styles.good} />
          {words.allFit}
        </Text>
      ) : (
        <section className={styles.part}>
          <h3 className={styles.heading}>
            <span className={styles.mark}>
              <Warning16Filled aria-hidden className={styles.doubt} />
              {words.unfit(unfit.length)}
            </span>
          </h3>
          <Text size={200}>{words.unfitLead}</Text>
          <ul className={styles.list}>
            {unfit.slice(0, mostUnfit).map(({ row, details }) => (
              <li key={row}>{words.unfitRow(row + 1, details.join(" "))}</li>
            ))}
            {unfit.length > mostUnfit && <li>{words.more(unfit.length - mostUnfit)}</li>}
          </ul>
        </section>
      )}
      <section className={styles.part}>
        <h3 className={styles.heading}>{words.firstRows(rows.length, table.rows)}</h3>
        <DataTable
          label={words.firstRows(rows.length, table.rows)}
          columns={used.map(({ label, kind }) => ({ label, number: kind === "Number" }))}
          rows={rows.map((item) =>
            used.map((column) => short(showValue(column, valueAt(item, pointerOf(column.name))))),
          )}
        />
      </section>
    </div>
  );
}

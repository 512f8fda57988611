import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  // A wide table scrolls in its own frame, and by the keyboard too.
  frame: {
    overflowX: "auto",
    minWidth: 0,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    // Words stay whole: what is too wide then scrolls.
    overflowWrap: "break-word",
  },
  head: {
    textAlign: "start",
    verticalAlign: "bottom",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  marked: {
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: {
    textAlign: "start",
    verticalAlign: "top",
    fontWeight: "inherit",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
});

export interface DataColumn {
  readonly label: string;
  /** Numbers stand under each other. */
  readonly number?: boolean;
}

interface DataTableProps {
  readonly label: string;
  readonly columns: readonly DataColumn[];
  /** Each as long as the columns; the first cell names the row. */
  readonly rows: readonly (readonly ReactNode[])[];
  /** The row that the others are held against. */
  readonly marked?: number;
}

/** Values beside each other: what a chart shows, to read and to copy. */
export function DataTable({ label, columns, rows, marked }: DataTableProps) {
  const styles = useStyles();
  return (
    // What scrolls takes the focus, or the keyboard cannot scroll it (WCAG 2.1.1).
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" aria-label={label} tabIndex={0} className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={mergeClasses(styles.head, column.number && styles.number)}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={index}
              aria-current={index === marked ? "true" : undefined}
              className={mergeClasses(styles.row, index === marked && styles.marked)}
            >
              {row.map((cell, at) => {
                const look = mergeClasses(styles.cell, columns[at]?.number && styles.number);
                return at === 0 ? (
                  <th key={at} scope="row" className={look}>
                    {cell}
                  </th>
                ) : (
                  <td key={at} className={look}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDown16Regular, ArrowUp16Regular, Delete16Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { TemplateField } from "../../api/types";
import type { FormRow, FormValue } from "../../form/model";
import { Named } from "../../components/Named";
import { pointerOf, within } from "../../form/pointers";
import { strings } from "../../strings";
import { FieldEditor, type EditorProps } from "./FieldEditor";

const words = strings.input;

const useStyles = makeStyles({
  root: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  head: { display: "flex", alignItems: "center", minHeight: "28px" },
  name: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
  cells: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(130px, 100%), 1fr))",
    gap: tokens.spacingHorizontalS,
  },
  wide: { gridColumn: "1 / -1", minWidth: 0 },
  cell: { minWidth: 0 },
});

/** Long texts, and the first column of three or more, take a row's full width. */
function isWide(field: TemplateField, index: number, columns: number): boolean {
  return (
    ["LongText", "List", "Person", "YesNo"].includes(field.kind) || (index === 0 && columns > 2)
  );
}

interface ListRowProps extends EditorProps {
  readonly row: FormRow;
  readonly index: number;
  readonly last: boolean;
  readonly onRow: (values: FormRow["values"]) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One record of a list: its number, its buttons and a control for each column. */
export function ListRow({
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
}: ListRowProps) {
  const styles = useStyles();
  const name = words.row(field.label, index + 1);
  const columns = field.fields ?? [];
  const set = (column: string, value: FormValue) => onRow({ ...row.values, [column]: value });
  return (
    <li className={styles.root} aria-label={name}>
      <div className={styles.head}>
        <Text size={200} className={styles.name}>
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
    <Named name={label}>
      <Button
        size="small"
        appearance="subtle"
        icon={icon}
        disabledFocusable={off}
        onClick={onClick}
      />
    </Named>
  );
}

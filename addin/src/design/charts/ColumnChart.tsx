import { makeStyles, tokens } from "@fluentui/react-components";
import { Plot, type Mark } from "./Plot";

const useStyles = makeStyles({
  columns: {
    position: "absolute",
    inset: 0,
    display: "flex",
    alignItems: "flex-end",
  },
  place: {
    flex: "1 1 0",
    height: "100%",
    display: "flex",
    alignItems: "flex-end",
    justifyContent: "center",
  },
  column: {
    width: "60%",
    maxWidth: "36px",
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});

interface ColumnChartProps {
  readonly values: readonly number[];
  readonly x: readonly Mark[];
  readonly y: readonly Mark[];
  /** What the top of the chart is. */
  readonly most: number;
}

/** Counts beside each other. */
export function ColumnChart({ values, x, y, most }: ColumnChartProps) {
  const styles = useStyles();
  return (
    <Plot x={x} y={y} low>
      <div className={styles.columns}>
        {values.map((value, index) => (
          <div key={index} className={styles.place}>
            <div className={styles.column} style={{ height: `${String((value / most) * 100)}%` }} />
          </div>
        ))}
      </div>
    </Plot>
  );
}

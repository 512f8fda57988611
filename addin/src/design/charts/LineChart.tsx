import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Plot, type Mark } from "./Plot";

const looks = ["solid", "dashed", "dotted"] as const;
type Look = (typeof looks)[number];

const useStyles = makeStyles({
  svg: { position: "absolute", inset: 0, width: "100%", height: "100%", overflow: "visible" },
  line: { fill: "none", strokeWidth: "2px", vectorEffect: "non-scaling-stroke" },
  solid: { stroke: tokens.colorBrandForeground1, color: tokens.colorBrandForeground1 },
  dashed: {
    stroke: tokens.colorPaletteDarkOrangeForeground1,
    color: tokens.colorPaletteDarkOrangeForeground1,
    strokeDasharray: "8 5",
  },
  dotted: {
    stroke: tokens.colorPaletteGreenForeground1,
    color: tokens.colorPaletteGreenForeground1,
    strokeDasharray: "2 4",
  },
  point: {
    position: "absolute",
    width: "7px",
    height: "7px",
    transform: "translate(-50%, 50%) /* @noflip */",
    backgroundColor: "currentcolor",
    "@media (forced-colors: active)": { forcedColorAdjust: "none" },
  },
  round: { borderRadius: tokens.borderRadiusCircular },
  turned: { transform: "translate(-50%, 50%) rotate(45deg) /* @noflip */" },
  level: {
    position: "absolute",
    insetInline: 0,
    borderTop: `2px dashed ${tokens.colorNeutralForeground3}`,
  },
  levelLabel: {
    position: "absolute",
    insetInlineEnd: 0,
    bottom: "2px",
    paddingInline: tokens.spacingHorizontalXXS,
    backgroundColor: tokens.colorNeutralBackground1,
    whiteSpace: "nowrap",
  },
  marker: {
    position: "absolute",
    top: 0,
    bottom: 0,
    width: "2px",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  markerLabel: {
    position: "absolute",
    top: "-16px",
    insetInlineStart: 0,
    paddingInline: tokens.spacingHorizontalXXS,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
  markerBefore: { insetInlineStart: "auto", insetInlineEnd: 0 },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  entry: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  swatch: { width: "28px", height: "8px", overflow: "visible" },
});

export interface ChartPoint {
  readonly x: number;
  /** Null where nothing is known: the line has a gap there. */
  readonly y: number | null;
}

export interface Series {
  readonly name: string;
  readonly points: readonly ChartPoint[];
}

interface LineChartProps {
  /** Up to three: each has a colour, a dash and a shape of its own. */
  readonly series: readonly Series[];
  readonly x: readonly Mark[];
  readonly y: readonly Mark[];
  /** What the top of the chart is; 0 is at its foot, and x goes from 0 to 1. */
  readonly most: number;
  readonly xName?: string;
  /** A value that the lines are held against. */
  readonly level?: { readonly y: number; readonly label: string } | undefined;
  /** The place that was chosen. */
  readonly marker?: { readonly x: number; readonly label: string };
}

type Point = { readonly x: number; readonly y: number };

/** The stretches of a line between its gaps. */
function stretches(points: readonly ChartPoint[]): Point[][] {
  const found: Point[][] = [[]];
  for (const { x, y } of points)
    if (y === null) found.push([]);
    else found.at(-1)?.push({ x, y });
  return found.filter((stretch) => stretch.length > 0);
}

/** Lines over a scale, told apart by colour, dash and shape. */
export function LineChart({ series, x, y, most, xName, level, marker }: LineChartProps) {
  const styles = useStyles();
  const percent = (share: number) => `${String(share * 100)}%`;
  const path = (stretch: readonly Point[]) =>
    stretch
      .map(
        ({ x, y }, at) =>
          `${at === 0 ? "M" : "L"}${String(x * 100)} ${String(100 - (y / most) * 100)}`,
      )
      .join(" ");
  const lookOf = (index: number): Look => looks[index % looks.length] ?? "solid";
  return (
    <Plot
      x={x}
      y={y}
      {...(xName === undefined ? {} : { xName })}
      legend={
        <div className={styles.legend}>
          {series.map(({ name }, index) => (
            <span key={name} className={styles.entry}>
              <svg className={styles.swatch} viewBox="0 0 28 8">
                <path className={mergeClasses(styles.line, styles[lookOf(index)])} d="M0 4 L28 4" />
              </svg>
              {name}
            </span>
          ))}
        </div>
      }
    >
      {level && (
        <div className={styles.level} style={{ bottom: percent(level.y / most) }}>
          <span className={styles.levelLabel}>{level.label}</span>
        </div>
      )}
      {marker && (
        <div className={styles.marker} style={{ insetInlineStart: percent(marker.x) }}>
          <span className={mergeClasses(styles.markerLabel, marker.x > 0.6 && styles.markerBefore)}>
            {marker.label}
          </span>
        </div>
      )}
      <svg className={styles.svg} viewBox="0 0 100 100" preserveAspectRatio="none">
        {series.flatMap(({ name, points }, index) =>
          stretches(points).map((stretch, at) => (
            <path
              key={`${name} ${String(at)}`}
              className={mergeClasses(styles.line, styles[lookOf(index)])}
              d={path(stretch)}
            />
          )),
        )}
      </svg>
      {series.flatMap(({ name, points }, index) =>
        points.map(({ x, y }) =>
          y === null ? null : (
            <span
              key={`${name} ${String(x)}`}
              className={mergeClasses(
                styles[lookOf(index)],
                styles.point,
                index === 0 && styles.round,
                index === 2 && styles.turned,
              )}
              style={{ insetInlineStart: percent(x), bottom: percent(y / most) }}
            />
          ),
        ),
      )}
    </Plot>
  );
}

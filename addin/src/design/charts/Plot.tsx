import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  frame: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalM,
    paddingInlineEnd: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  left: { position: "relative", minWidth: "28px" },
  y: {
    position: "absolute",
    insetInlineEnd: 0,
    transform: "translateY(50%)",
    whiteSpace: "nowrap",
  },
  // Holds the column open at the width of the widest mark.
  widest: { visibility: "hidden", height: 0, overflow: "hidden", whiteSpace: "nowrap" },
  area: { position: "relative", height: "220px" },
  low: { height: "140px" },
  grid: {
    position: "absolute",
    insetInline: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  bottom: { gridColumn: "2", position: "relative", height: tokens.lineHeightBase200 },
  x: {
    position: "absolute",
    transform: "translateX(-50%) /* @noflip */",
    whiteSpace: "nowrap",
    paddingTop: tokens.spacingVerticalXXS,
  },
  name: { gridColumn: "2", textAlign: "end", paddingTop: tokens.spacingVerticalXS },
});

export interface Mark {
  readonly label: string;
  /** From the left or from below, 0 to 1. */
  readonly at: number;
}

interface PlotProps {
  readonly x: readonly Mark[];
  readonly y: readonly Mark[];
  readonly xName?: string;
  readonly low?: boolean;
  readonly legend?: ReactNode;
  /** What is drawn, in a box whose sides are the axes. */
  readonly children: ReactNode;
}

/** The axes of a chart, which run from left to right in every language. It is a picture of the table beside it: who hears the screen has the table. */
export function Plot({ x, y, xName, low = false, legend, children }: PlotProps) {
  const styles = useStyles();
  const widest = y.map(({ label }) => label).toSorted((a, b) => b.length - a.length)[0];
  return (
    <div className={styles.root} aria-hidden>
      {legend}
      <div className={styles.frame} dir="ltr">
        <div className={styles.left}>
          <div className={styles.widest}>{widest}</div>
          {y.map(({ label, at }) => (
            <span key={label} className={styles.y} style={{ bottom: `${String(at * 100)}%` }}>
              {label}
            </span>
          ))}
        </div>
        <div className={mergeClasses(styles.area, low && styles.low)}>
          {y.map(({ label, at }) => (
            <div key={label} className={styles.grid} style={{ bottom: `${String(at * 100)}%` }} />
          ))}
          {children}
        </div>
        <div className={styles.bottom}>
          {x.map(({ label, at }) => (
            <span
              key={label}
              className={styles.x}
              style={{ insetInlineStart: `${String(at * 100)}%` }}
            >
              {label}
            </span>
          ))}
        </div>
        {xName !== undefined && <div className={styles.name}>{xName}</div>}
      </div>
    </div>
  );
}

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(260px, 100%), 1fr))",
    gap: tokens.spacingVerticalM,
    alignItems: "start",
    minWidth: 0,
  },
  tight: { gridTemplateColumns: "repeat(auto-fill, minmax(min(130px, 100%), 1fr))" },
  wide: { gridColumn: "1 / -1", minWidth: 0 },
  stack: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  plain: { border: "none", margin: 0, padding: 0, minWidth: 0 },
});

interface BoxProps {
  readonly children: ReactNode;
}

/** Fields beside each other where there is room. */
export function Grid({ tight = false, children }: BoxProps & { readonly tight?: boolean }) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.grid, tight && styles.tight)}>{children}</div>;
}

/** A field of a grid that takes the whole width. */
export function Wide({ children }: BoxProps) {
  return <div className={useStyles().wide}>{children}</div>;
}

export function Stack({ children }: BoxProps) {
  return <div className={useStyles().stack}>{children}</div>;
}

export function Line({ children }: BoxProps) {
  return <div className={useStyles().row}>{children}</div>;
}

/** What only designers change: for everybody else it can be read and not used. */
export function Editable({ off, children }: BoxProps & { readonly off: boolean }) {
  return (
    <fieldset className={useStyles().plain} disabled={off}>
      <Stack>{children}</Stack>
    </fieldset>
  );
}

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(360px, 100%), 1fr))",
    gap: tokens.spacingHorizontalXXL,
    alignItems: "start",
    "> *": { minWidth: 0 },
  },
});

/** A chart and its table; below each other where there is no room. */
export function ChartBeside({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().root}>{children}</div>;
}

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ErrorCircle16Filled,
  Info16Filled,
  Shield16Regular,
  ShieldError16Regular,
  ShieldCheckmark16Regular,
  Warning16Filled,
} from "@fluentui/react-icons";
import type { Severity, Stakes } from "../api/types";
import { strings } from "../strings";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: "nowrap",
    "> svg": { flexShrink: 0 },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  Blocking: { color: tokens.colorPaletteRedForeground1 },
  Warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  Note: { color: tokens.colorBrandForeground1 },
});

const stakesIcon = {
  Low: <ShieldCheckmark16Regular aria-hidden />,
  Medium: <Shield16Regular aria-hidden />,
  High: <ShieldError16Regular aria-hidden />,
} satisfies Record<Stakes, unknown>;

export const severityIcon = {
  Blocking: <ErrorCircle16Filled aria-hidden />,
  Warning: <Warning16Filled aria-hidden />,
  Note: <Info16Filled aria-hidden />,
} satisfies Record<Severity, unknown>;

export function StakesMark({ stakes }: { readonly stakes: Stakes }) {
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      {stakesIcon[stakes]}
      {strings.stakes[stakes]}
    </span>
  );
}

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.mark, styles.strong, styles[severity])}>
      {severityIcon[severity]}
      {strings.severity[severity]}
    </span>
  );
}

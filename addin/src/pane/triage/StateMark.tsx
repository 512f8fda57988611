import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle16Filled,
  Circle16Regular,
  DismissCircle16Filled,
  Edit16Regular,
} from "@fluentui/react-icons";
import type { Change, ChangeDecision } from "../../api/types";
import { strings } from "../../strings";

const words = strings.triage;

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    "> svg": { flexShrink: 0 },
  },
  good: { "> svg": { color: tokens.colorPaletteGreenForeground1 } },
  bad: { "> svg": { color: tokens.colorPaletteRedForeground1 } },
});

const icons = {
  Undecided: <Circle16Regular aria-hidden />,
  Accepted: <CheckmarkCircle16Filled aria-hidden />,
  Edited: <Edit16Regular aria-hidden />,
  Rejected: <DismissCircle16Filled aria-hidden />,
} satisfies Record<ChangeDecision, unknown>;

/** Whether a candidate is kept, dropped or open, in a sign and a word. */
export function StateMark({ change }: { readonly change: Change }) {
  const styles = useStyles();
  const { decision, decidedBy } = change;
  const state = words.state[decision];
  return (
    <span
      className={mergeClasses(
        styles.root,
        (decision === "Accepted" || decision === "Edited") && styles.good,
        decision === "Rejected" && styles.bad,
      )}
    >
      {icons[decision]}
      {decision === "Undecided" || decidedBy == null ? state : words.stateBy(state, decidedBy.name)}
    </span>
  );
}

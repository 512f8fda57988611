import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronLeft20Regular, ChevronRight20Regular } from "@fluentui/react-icons";
import type { Change } from "../../api/types";
import { strings } from "../../strings";
import { Key } from "./Key";
import type { TriageCommand } from "./keys";

const words = strings.triage;

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    flexGrow: 1,
    minWidth: 0,
    gap: tokens.spacingHorizontalXS,
  },
  action: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: "min-content",
    paddingInline: tokens.spacingHorizontalXS,
    "@media (max-width: 360px)": { paddingInline: tokens.spacingHorizontalXXS },
    "@media (max-width: 300px)": { "& .fui-Button__icon": { display: "none" } },
  },
});

interface TriageBarProps {
  readonly change: Change;
  readonly canDecide: boolean;
  readonly onRun: (command: TriageCommand) => void;
}

/** Keep, drop and undo, always at the same place. */
export function TriageBar({ change, canDecide, onRun }: TriageBarProps) {
  const styles = useStyles();
  const open = change.decision === "Undecided";
  const button = (command: TriageCommand, label: string, letter: string, on: boolean) => (
    <Button
      className={styles.action}
      disabledFocusable={!on}
      icon={<Key>{letter}</Key>}
      onClick={() => onRun(command)}
    >
      {label}
    </Button>
  );
  return (
    <div className={styles.root}>
      <Button
        appearance="subtle"
        aria-label={words.previous}
        icon={<ChevronLeft20Regular className="directional" />}
        onClick={() => onRun("previous")}
      />
      <div className={styles.actions}>
        {button("keep", words.keep, "K", canDecide)}
        {button("drop", words.drop, "D", canDecide)}
        {button("undo", words.undo, "U", canDecide && !open)}
      </div>
      <Button
        appearance="subtle"
        aria-label={words.next}
        icon={<ChevronRight20Regular className="directional" />}
        onClick={() => onRun("next")}
      />
    </div>
  );
}

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark12Filled } from "@fluentui/react-icons";
import { steps, type Step } from "../store/state";
import { strings } from "../strings";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    listStyleType: "none",
    margin: 0,
    padding: 0,
    gap: tokens.spacingHorizontalXXS,
  },
  item: {
    flexGrow: 1,
    flexBasis: 0,
    // A long word takes more than its part, and no language runs over the edge.
    minWidth: "min-content",
    // Five equal parts are too narrow for the longest word with its tick.
    "@media (max-width: 360px)": { flexBasis: "auto" },
  },
  step: {
    width: "100%",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} 0 0`,
    border: "none",
    borderTop: `3px solid ${tokens.colorNeutralStroke2}`,
    background: "none",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    textAlign: "start",
    minHeight: "28px",
  },
  link: {
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, borderTopColor: tokens.colorBrandStroke1 },
  },
  label: { display: "inline-flex", alignItems: "center", gap: "2px", whiteSpace: "nowrap" },
  done: { borderTopColor: tokens.colorBrandStroke1 },
  current: {
    borderTopColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  // Where colours are forced, all bars have the same one: what is ahead is dotted.
  ahead: { "@media (forced-colors: active)": { borderTopStyle: "dotted" } },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

interface StepperProps {
  readonly current: Step;
  /** Steps that can be gone to now. */
  readonly reachable: readonly Step[];
  readonly onGo: (step: Step) => void;
}

/** The five steps of a handoff, with where it stands. */
export function Stepper({ current, reachable, onGo }: StepperProps) {
  const styles = useStyles();
  const at = steps.indexOf(current);
  return (
    <nav aria-label={strings.steps.label}>
      <ol className={styles.list}>
        {steps.map((step, index) => {
          const state = index < at ? "done" : index === at ? "current" : "ahead";
          const content = (
            <span className={styles.label}>
              {state === "done" && <Checkmark12Filled aria-hidden />}
              {strings.steps[step]}
              <span className={styles.hidden}>, {strings.steps[state]}</span>
            </span>
          );
          const canGo = step !== current && reachable.includes(step);
          return (
            <li
              key={step}
              className={styles.item}
              aria-current={state === "current" ? "step" : undefined}
            >
              {canGo ? (
                <button
                  type="button"
                  className={mergeClasses(styles.step, styles[state], styles.link)}
                  onClick={() => onGo(step)}
                >
                  {content}
                </button>
              ) : (
                <span className={mergeClasses(styles.step, styles[state])}>{content}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

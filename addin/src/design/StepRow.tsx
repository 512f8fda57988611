import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { strings } from "../strings";
import { NumberField, ProblemsAt, TextField } from "./fields";
import type { FormStep } from "./mapForm";
import { RowButtons } from "./RowButtons";

const words = strings.design.map;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  number: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
  cells: {
    display: "grid",
    gridTemplateColumns: "2fr 1.2fr 1.4fr 1.4fr 96px",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: "start",
    "@media (max-width: 1000px)": { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)" },
    "@media (max-width: 480px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
});

interface StepRowProps {
  readonly step: FormStep;
  readonly index: number;
  readonly count: number;
  readonly onChange: (step: FormStep) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

const texts = ["what", "who", "input", "output"] as const;

/** One step of today's work. Alt and an arrow key move it. */
export function StepRow({ step, index, count, onChange, onMove, onRemove }: StepRowProps) {
  const styles = useStyles();
  const name = step.what || words.step(index + 1);
  const pointer = `/steps/${String(index)}`;
  return (
    // The keys only do what the buttons beside do as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles.root}
      aria-label={name}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        onMove(event.key === "ArrowUp" ? -1 : 1);
      }}
    >
      <div className={styles.head}>
        <Text size={200} className={styles.number}>
          {words.step(index + 1)}
        </Text>
        <RowButtons
          labels={{ up: words.up(name), down: words.down(name), remove: words.remove(name) }}
          first={index === 0}
          last={index === count - 1}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <div className={styles.cells}>
        {texts.map((text) => (
          <TextField
            key={text}
            label={words[text]}
            pointer={`${pointer}/${text}`}
            size="small"
            required
            placeholder={index === 0 ? words.examples[text] : undefined}
            value={step[text]}
            onChange={(value) => onChange({ ...step, [text]: value })}
          />
        ))}
        <NumberField
          label={words.minutes}
          pointer={`${pointer}/minutes`}
          size="small"
          required
          value={step.minutes || undefined}
          onChange={(minutes) => onChange({ ...step, minutes: minutes ?? 0 })}
        />
      </div>
      <ProblemsAt pointer={`${pointer}/id`} />
    </li>
  );
}

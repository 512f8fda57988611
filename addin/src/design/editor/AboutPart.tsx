import { Button, makeStyles } from "@fluentui/react-components";
import type { Workflow } from "../../api/types";
import { formatNumber } from "../../format";
import { strings } from "../../strings";
import { ChoiceField, NumberField, TextField } from "../fields";
import { Grid, Wide } from "../Grid";
import { withPattern } from "./model";
import type { PartProps } from "./part";

const texts = strings.design;
const words = texts.version.about;

const useStyles = makeStyles({
  // Beside the field, below its label.
  take: { justifySelf: "start", alignSelf: "start", marginTop: "26px" },
});

/** What the workflow is: name, promise, stakes, where it happens. */
export function AboutPart({ version, journey, edit }: PartProps) {
  const styles = useStyles();
  const set = (next: Partial<Workflow>) => edit((before) => ({ ...before, ...next }));
  const mapped = journey.totals?.minutesARun;
  const baseline = mapped === undefined ? undefined : Math.max(1, Math.round(mapped));
  const least = journey.suitability?.leastStakes;
  return (
    <Grid>
      <TextField
        label={words.name}
        pointer="/name"
        required
        value={version.name}
        onChange={(name) => set({ name })}
      />
      <Wide>
        <TextField
          label={words.promise}
          pointer="/promise"
          required
          rows={2}
          value={version.promise}
          onChange={(promise) => set({ promise })}
        />
      </Wide>
      <ChoiceField
        label={words.pattern}
        pointer="/pattern"
        options={texts.patterns}
        value={version.pattern}
        onChange={(pattern) => edit((before) => withPattern(before, pattern))}
      />
      <ChoiceField
        label={words.stakes}
        pointer="/stakes"
        options={strings.stakes}
        hint={least && words.stakesLeast(strings.stakes[least])}
        value={version.stakes}
        onChange={(stakes) => set({ stakes })}
      />
      <ChoiceField
        label={words.surface}
        pointer="/surface"
        options={words.surfaces}
        value={version.surface}
        onChange={(surface) => set({ surface })}
      />
      <ChoiceField
        label={words.task}
        pointer="/task"
        options={texts.tasks}
        value={version.task}
        onChange={(task) => set({ task })}
      />
      <NumberField
        label={words.baseline}
        pointer="/baselineMinutes"
        required
        hint={
          mapped === undefined ? undefined : words.baselineMap(texts.minutes(formatNumber(mapped)))
        }
        value={version.baselineMinutes}
        onChange={(value) => set({ baselineMinutes: Math.round(value ?? 0) })}
      />
      {baseline !== undefined && baseline !== version.baselineMinutes && (
        <Button className={styles.take} onClick={() => set({ baselineMinutes: baseline })}>
          {words.takeBaseline(texts.minutes(formatNumber(baseline)))}
        </Button>
      )}
    </Grid>
  );
}

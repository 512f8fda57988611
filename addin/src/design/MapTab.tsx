import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Add20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { ReasonButton } from "../components/ReasonButton";
import { designId, DesignForm, NumberField, ProblemsAt, TextField } from "./fields";
import { formatNumber } from "../format";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { Editable, Grid, Line, Stack } from "./Grid";
import type { TabProps } from "./JourneyPage";
import { keepFocus, movedBy } from "./keepFocus";
import { newStep, toMap, toMapForm, totalsOf, type FormStep, type MapForm } from "./mapForm";
import { Part } from "./Part";
import { Refused } from "./Refused";
import { StepRow } from "./StepRow";
import { useStep } from "./useStep";
import { useUnsaved } from "./useUnsaved";
import { relative } from "./relative";

const words = strings.design.map;

const useStyles = makeStyles({
  steps: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  totals: { fontVariantNumeric: "tabular-nums" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** How the work is done today: its steps, how often, and what that adds up to. */
export function MapTab({ journey, designs, onJourney, onReload }: TabProps) {
  const styles = useStyles();
  const { api } = useApp().services;
  const { announce } = useActions();
  const step = useStep(journey, onJourney);
  const [form, setForm] = useState<MapForm>(() => toMapForm(journey.map));
  const [changed, setChanged] = useState(false);
  // Theirs, once it is there, takes the place of what was typed.
  const [shown, setShown] = useState(journey.revision);
  if (!changed && shown !== journey.revision) {
    setShown(journey.revision);
    setForm(toMapForm(journey.map));
  }
  useUnsaved(changed);

  const edit = (next: Partial<MapForm>) => {
    setChanged(true);
    setForm((before) => ({ ...before, ...next }));
  };
  const editStep = (index: number, next: FormStep) => edit({ steps: form.steps.with(index, next) });
  const nameOf = (index: number) => form.steps[index]?.what || words.step(index + 1);
  const move = (index: number, by: -1 | 1) => {
    const steps = movedBy(form.steps, index, by);
    if (steps === form.steps) return;
    edit({ steps });
    keepFocus();
    announce(words.movedTo(nameOf(index), index + by + 1, steps.length));
  };
  const add = () => {
    edit({ steps: [...form.steps, newStep()] });
    const pointer = `/steps/${String(form.steps.length)}/what`;
    requestAnimationFrame(() => document.getElementById(designId(pointer))?.focus());
  };
  const remove = (index: number) => {
    edit({ steps: form.steps.toSpliced(index, 1) });
    announce(words.removed(nameOf(index)));
    requestAnimationFrame(() =>
      document.getElementById(designId(`/steps/${String(Math.max(0, index - 1))}/what`))?.focus(),
    );
  };
  const saved = () => {
    setChanged(false);
    announce(words.saved);
  };
  const save = async () => {
    if (await step.take((revision) => api.drawMap(journey.key, toMap(form), revision))) saved();
  };
  const isSame = !changed && journey.map !== undefined;
  return (
    <DesignForm problems={relative(step.problems, "/map")}>
      <Refused
        step={step}
        onMine={saved}
        onTheirs={() => {
          setChanged(false);
          onReload();
        }}
      />
      <Editable off={!designs}>
        <Part
          title={words.steps}
          actions={
            <Button icon={<Add20Regular />} onClick={add}>
              {words.add}
            </Button>
          }
        >
          <ProblemsAt pointer="/steps" />
          <ol className={styles.steps}>
            {form.steps.map((each, index) => (
              <StepRow
                key={each.key}
                step={each}
                index={index}
                count={form.steps.length}
                onChange={(next) => editStep(index, next)}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(index)}
              />
            ))}
          </ol>
        </Part>
        <Part title={words.often}>
          <Grid>
            <NumberField
              label={words.times}
              pointer="/timesAMonth"
              hint={words.timesHint}
              value={form.timesAMonth}
              required
              onChange={(value) => edit({ timesAMonth: value ?? 0 })}
            />
            <NumberField
              label={words.subjects}
              pointer="/subjects"
              value={form.subjects}
              required
              onChange={(value) => edit({ subjects: value ?? 0 })}
            />
            <TextField
              label={words.subject}
              pointer="/subject"
              hint={words.subjectHint}
              value={form.subject}
              onChange={(subject) => edit({ subject })}
            />
          </Grid>
        </Part>
      </Editable>
      <Stack>
        <MapTotals form={form} />
        {designs && (
          <Line>
            <ReasonButton
              label={words.save}
              busy={step.busy}
              reason={isSame ? words.same : undefined}
              onClick={() => void save()}
            />
            {changed && <Text className={styles.quiet}>{words.unsaved}</Text>}
          </Line>
        )}
      </Stack>
    </DesignForm>
  );
}

function MapTotals({ form }: { readonly form: MapForm }) {
  const styles = useStyles();
  const totals = totalsOf(form);
  const subject = form.subject.trim();
  return (
    <div className={styles.totals}>
      <Text as="p" block size={400} weight="semibold" style={{ margin: 0 }}>
        {words.totals(formatNumber(totals.run), formatNumber(totals.month))}
      </Text>
      <Text block className={styles.quiet}>
        {words.runs(formatNumber(totals.runs))}
        {subject !== "" && `, ${words.perSubject(formatNumber(totals.subject), subject)}`}
      </Text>
    </div>
  );
}

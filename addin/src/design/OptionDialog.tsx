import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Add16Regular, Delete16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { asApiError } from "../api/problems";
import type { AddedStep, FieldProblem, Opportunity, ProcessMap, StepChange } from "../api/types";
import { FormDialog } from "../components/FormDialog";
import { formatNumber } from "../format";
import { strings } from "../strings";
import { CheckField, ChoiceField, DesignForm, NumberField, ProblemsAt, TextField } from "./fields";
import { Grid, Stack, Wide } from "./Grid";
import { toKey, unique } from "./names";
import { relative } from "./relative";

const texts = strings.design;
const words = texts.choose.dialog;

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

const blank: Opportunity = {
  id: "",
  name: "",
  pattern: "Draft",
  task: "Writing",
  changes: [],
  added: [],
  inputIsStructured: true,
  gates: 1,
  touches: "Client",
  evidence: "All",
};

interface OptionDialogProps {
  /** The one that changes; none for a new one. */
  readonly option: Opportunity | undefined;
  readonly options: readonly Opportunity[];
  readonly map: ProcessMap;
  readonly onSave: (options: readonly Opportunity[]) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks what becomes of each step, and what the AI is given. Mounted while it is open. */
export function OptionDialog({ option, options, map, onSave, onClose }: OptionDialogProps) {
  const styles = useStyles();
  const [value, setValue] = useState(option ?? blank);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = (next: Partial<Opportunity>) => setValue((before) => ({ ...before, ...next }));
  const index = option ? options.findIndex(({ id }) => id === option.id) : options.length;
  const save = async () => {
    const id =
      value.id ||
      unique(
        toKey(value.name) || "option",
        options.map((each) => each.id),
      );
    const next = { ...value, id, name: value.name.trim() };
    try {
      await onSave(option ? options.with(index, next) : [...options, next]);
    } catch (error) {
      setProblems(relative(asApiError(error).fieldProblems, `/options/${String(index)}`));
      throw error;
    }
  };
  return (
    <FormDialog
      title={option ? words.edit : words.add}
      action={words.action}
      onAction={save}
      onClose={onClose}
    >
      <DesignForm problems={problems}>
        <TextField
          label={words.name}
          pointer="/name"
          required
          value={value.name}
          onChange={(name) => set({ name })}
        />
        <Grid>
          <ChoiceField
            label={words.pattern}
            pointer="/pattern"
            options={texts.patterns}
            value={value.pattern}
            onChange={(pattern) => set({ pattern })}
          />
          <ChoiceField
            label={words.task}
            pointer="/task"
            options={texts.tasks}
            value={value.task}
            onChange={(task) => set({ task })}
          />
        </Grid>
        <h3 className={styles.heading}>{words.steps}</h3>
        <ProblemsAt pointer="/changes" />
        <Changes map={map} changes={value.changes} onChange={(changes) => set({ changes })} />
        <h3 className={styles.heading}>{words.added}</h3>
        <Added map={map} added={value.added} onChange={(added) => set({ added })} />
        <Grid>
          <NumberField
            label={words.gates}
            pointer="/gates"
            value={value.gates}
            onChange={(gates) => set({ gates: gates ?? 0 })}
          />
          <ChoiceField
            label={words.touches}
            pointer="/touches"
            options={texts.choose.touched}
            value={value.touches}
            onChange={(touches) => set({ touches })}
          />
          <ChoiceField
            label={words.evidence}
            pointer="/evidence"
            options={texts.choose.extents}
            value={value.evidence}
            onChange={(evidence) => set({ evidence })}
          />
          <Wide>
            <CheckField
              label={words.structured}
              pointer="/inputIsStructured"
              checked={value.inputIsStructured}
              onChange={(inputIsStructured) => set({ inputIsStructured })}
            />
          </Wide>
        </Grid>
      </DesignForm>
    </FormDialog>
  );
}

interface ChangesProps {
  readonly map: ProcessMap;
  readonly changes: readonly StepChange[];
  readonly onChange: (changes: StepChange[]) => void;
}

/** What becomes of each step of the map; those that stay as they are make no change. */
function Changes({ map, changes, onChange }: ChangesProps) {
  return (
    <Stack>
      {map.steps.map(({ id, what, minutes }) => {
        const at = changes.findIndex(({ stepId }) => stepId === id);
        const change = changes[at] ?? { stepId: id, minutes, by: "Person" as const };
        const pointer = `/changes/${at < 0 ? id : String(at)}`;
        const put = (next: StepChange) => {
          const isChange = next.minutes !== minutes || next.by !== "Person";
          const rest = changes.filter(({ stepId }) => stepId !== id);
          onChange(
            map.steps.flatMap((step) =>
              step.id === id
                ? isChange
                  ? [next]
                  : []
                : rest.filter(({ stepId }) => stepId === step.id),
            ),
          );
        };
        return (
          <div key={id} role="group" aria-label={what}>
            <Text block weight="semibold" aria-hidden>
              {what}
            </Text>
            <Grid tight>
              <ChoiceField
                label={words.worker}
                pointer={`/changes/${id}/by`}
                size="small"
                options={texts.choose.workers}
                value={change.by}
                onChange={(by) => put({ ...change, by, minutes: by === "AI" ? 0 : minutes })}
              />
              <NumberField
                label={words.minutes}
                pointer={`/changes/${id}/minutes`}
                hint={words.today(formatNumber(minutes))}
                size="small"
                value={change.minutes}
                onChange={(value) => put({ ...change, minutes: value ?? 0 })}
              />
            </Grid>
            <ProblemsAt pointer={pointer} />
            <ProblemsAt pointer={`${pointer}/minutes`} />
          </div>
        );
      })}
    </Stack>
  );
}

interface AddedProps {
  readonly map: ProcessMap;
  readonly added: readonly AddedStep[];
  readonly onChange: (added: AddedStep[]) => void;
}

/** Steps that the map does not have, such as a review. */
function Added({ map, added, onChange }: AddedProps) {
  const last = map.steps.at(-1);
  return (
    <Stack>
      {added.map((step, index) => {
        const pointer = `/added/${String(index)}`;
        const put = (next: Partial<AddedStep>) => onChange(added.with(index, { ...step, ...next }));
        return (
          <Grid key={index} tight>
            <Wide>
              <TextField
                label={words.what}
                pointer={`${pointer}/what`}
                size="small"
                required
                value={step.what}
                onChange={(what) => put({ what })}
              />
            </Wide>
            <TextField
              label={words.by}
              pointer={`${pointer}/who`}
              size="small"
              required
              value={step.who}
              onChange={(who) => put({ who })}
            />
            <ChoiceField
              label={words.worker}
              pointer={`${pointer}/by`}
              size="small"
              options={texts.choose.workers}
              value={step.by}
              onChange={(by) => put({ by })}
            />
            <NumberField
              label={texts.map.minutes}
              pointer={`${pointer}/minutes`}
              size="small"
              value={step.minutes}
              onChange={(minutes) => put({ minutes: minutes ?? 0 })}
            />
            <ChoiceField
              label={words.after}
              pointer={`${pointer}/after`}
              size="small"
              options={[
                ["", words.first] as const,
                ...map.steps.map(({ id, what }) => [id, what] as const),
              ]}
              value={step.after ?? ""}
              onChange={(after) => put({ after: after === "" ? null : after })}
            />
            <Button
              appearance="subtle"
              size="small"
              icon={<Delete16Regular />}
              onClick={() => onChange(added.toSpliced(index, 1))}
            >
              {words.removeStep(index + 1)}
            </Button>
          </Grid>
        );
      })}
      <div>
        <Button
          size="small"
          icon={<Add16Regular />}
          onClick={() =>
            onChange([
              ...added,
              { what: "", who: "", minutes: 0, by: "Person", after: last?.id ?? null },
            ])
          }
        >
          {words.addStep}
        </Button>
      </div>
    </Stack>
  );
}

import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Journey, SuitabilityAnswers } from "../api/types";
import { ReasonButton } from "../components/ReasonButton";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { ChoiceField, DesignForm, NumberField } from "./fields";
import { Editable, Grid, Line } from "./Grid";
import type { TabProps } from "./JourneyPage";
import { Part } from "./Part";
import { Rated } from "./Ratings";
import { Refused } from "./Refused";
import { relative } from "./relative";
import { useStep } from "./useStep";
import { useUnsaved } from "./useUnsaved";

const words = strings.design.choose;

const useStyles = makeStyles({
  verdict: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** Answers while they are given: each may still be open. */
type Answers = {
  readonly [Name in keyof SuitabilityAnswers]?: SuitabilityAnswers[Name] | undefined;
};

const numbers = [
  ["runsLookedAt", words.runsLookedAt],
  ["runsAsMapped", words.runsAsMapped],
  ["fieldsNeeded", words.fieldsNeeded],
  ["fieldsAlwaysGiven", words.fieldsAlwaysGiven],
  ["judgementOfTen", words.judgement],
] as const;

function complete(answers: Answers): SuitabilityAnswers | undefined {
  const { kind, source, form, cost, sight } = answers;
  if (!kind || !source || !form || !cost || !sight) return undefined;
  return {
    kind,
    source,
    form,
    cost,
    sight,
    runsLookedAt: answers.runsLookedAt ?? 0,
    runsAsMapped: answers.runsAsMapped ?? 0,
    fieldsNeeded: answers.fieldsNeeded ?? 0,
    fieldsAlwaysGiven: answers.fieldsAlwaysGiven ?? 0,
    judgementOfTen: answers.judgementOfTen ?? 0,
  };
}

/** Facts about the work, and the verdict that follows from them. */
export function Suitability({ journey, designs, onJourney, onReload }: TabProps) {
  const { api } = useApp().services;
  const { announce } = useActions();
  const step = useStep(journey, onJourney);
  const [typed, setTyped] = useState<Answers>();
  const answers: Answers = typed ?? journey.answers ?? {};
  useUnsaved(typed !== undefined);
  const set = (next: Answers) => setTyped({ ...answers, ...next });
  const ready = complete(answers);
  const done = () => {
    setTyped(undefined);
    announce(words.judged);
  };
  const judge = async () => {
    if (ready && (await step.take((revision) => api.judge(journey.key, ready, revision)))) done();
  };
  return (
    <DesignForm problems={relative(step.problems, "/answers")}>
      <Part title={words.suited}>
        <Refused
          step={step}
          onMine={done}
          onTheirs={() => {
            setTyped(undefined);
            onReload();
          }}
        />
        <Editable off={!designs}>
          <Grid>
            <ChoiceField
              label={words.kind}
              pointer="/kind"
              options={words.kinds}
              placeholder={words.pick}
              required
              value={answers.kind}
              onChange={(kind) => set({ kind })}
            />
            <ChoiceField
              label={words.source}
              pointer="/source"
              options={words.sources}
              placeholder={words.pick}
              required
              value={answers.source}
              onChange={(source) => set({ source })}
            />
            <ChoiceField
              label={words.form}
              pointer="/form"
              options={words.forms}
              placeholder={words.pick}
              required
              value={answers.form}
              onChange={(form) => set({ form })}
            />
            <ChoiceField
              label={words.cost}
              pointer="/cost"
              options={words.costs}
              placeholder={words.pick}
              required
              value={answers.cost}
              onChange={(cost) => set({ cost })}
            />
            <ChoiceField
              label={words.sight}
              pointer="/sight"
              options={words.sights}
              placeholder={words.pick}
              required
              value={answers.sight}
              onChange={(sight) => set({ sight })}
            />
            {numbers.map(([name, label]) => (
              <NumberField
                key={name}
                label={label}
                pointer={`/${name}`}
                required
                value={answers[name]}
                onChange={(value) => set({ [name]: value })}
              />
            ))}
          </Grid>
        </Editable>
        {designs && (
          <Line>
            <ReasonButton
              label={words.judge}
              busy={step.busy}
              appearance={journey.answers && !typed ? "secondary" : "primary"}
              reason={ready ? undefined : strings.design.tabs.lacks.answers}
              onClick={() => void judge()}
            />
          </Line>
        )}
        {journey.suitability && <Verdict suitability={journey.suitability} />}
      </Part>
    </DesignForm>
  );
}

interface VerdictProps {
  readonly suitability: NonNullable<Journey["suitability"]>;
}

function Verdict({ suitability }: VerdictProps) {
  const styles = useStyles();
  const { fitness, traits, leastStakes, stakesReason } = suitability;
  return (
    <div className={styles.verdict}>
      <Text size={400} weight="semibold">
        {words.verdicts[fitness]}
      </Text>
      <Grid>
        {traits.map(({ trait, rating, reason }) => (
          <Rated key={trait} rating={rating} title={words.traits[trait]} reason={reason} />
        ))}
      </Grid>
      <Text>
        {words.stakesAtLeast(strings.stakes[leastStakes])} {stakesReason}
      </Text>
    </div>
  );
}

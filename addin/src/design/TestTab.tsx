import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import { asApiError, describeFailure, type Notice } from "../api/problems";
import type { TestResult, VersionInLife } from "../api/types";
import { NoticeBar } from "../components/NoticeBar";
import { ReasonButton } from "../components/ReasonButton";
import { Waiting } from "../components/Waiting";
import { useLoaded } from "../components/useLoaded";
import { formatInstant, formatShare } from "../format";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { BackTest } from "./BackTest";
import { ExampleCards } from "./ExampleCards";
import { ChoiceField } from "./fields";
import { Grid, Line, Stack } from "./Grid";
import type { TabProps } from "./JourneyPage";
import { Verdict } from "./Ratings";

const words = strings.design.test;

/** Whether drafts of real examples say what they have to. */
export function TestTab(props: TabProps) {
  const { versions } = props.journey;
  const [chosen, setChosen] = useState<number>();
  const version = versions.find((each) => each.version === chosen) ?? versions[0];
  if (!version) return <Text>{words.noVersion}</Text>;
  return (
    <>
      {versions.length > 1 && (
        <Grid>
          <ChoiceField
            label={words.version}
            pointer="/version"
            options={versions.map(
              (each) =>
                [
                  String(each.version),
                  strings.design.list.versionIn(each.version, strings.design.stages[each.stage]),
                ] as const,
            )}
            value={String(version.version)}
            onChange={(value) => setChosen(Number(value))}
          />
        </Grid>
      )}
      <Tried
        key={`${String(version.version)} ${version.lastTest?.id ?? ""}`}
        {...props}
        version={version}
      />
      <BackTest
        key={version.version}
        journeyKey={props.journey.key}
        version={version.version}
        canRun={props.designs}
      />
    </>
  );
}

interface TriedProps extends TabProps {
  readonly version: VersionInLife;
}

function Tried({ journey, designs, version, onReload }: TriedProps) {
  const { api } = useApp().services;
  const { announce } = useActions();
  const last = version.lastTest;
  const [test, reload] = useLoaded<TestResult | undefined>(() =>
    last ? api.test(journey.key, last.id) : Promise.resolve(undefined),
  );
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const tryThem = async () => {
    setBusy(true);
    setNotice(undefined);
    try {
      const { run } = await api.tryExamples(journey.key, version.version);
      announce(words.done(run.passed, run.examples));
      onReload();
    } catch (error) {
      setNotice(describeFailure(asApiError(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {designs && version.stage !== "Retired" && (
        <Line>
          <ReasonButton
            label={words.try}
            busyLabel={words.trying}
            busy={busy}
            appearance={last ? "secondary" : "primary"}
            onClick={() => void tryThem()}
          />
        </Line>
      )}
      {notice && <NoticeBar notice={notice} onDismiss={() => setNotice(undefined)} />}
      {!last && <Text>{words.never(journey.drafter)}</Text>}
      {last && test.status === "loading" && <Waiting />}
      {test.status === "failed" && (
        <NoticeBar notice={test.notice}>
          <Button onClick={reload}>{strings.retry}</Button>
        </NoticeBar>
      )}
      {test.status === "ready" && test.value && <Result test={test.value} />}
    </>
  );
}

function Result({ test }: { readonly test: TestResult }) {
  const { run, passes, bar, examples } = test;
  return (
    <Stack>
      <Verdict
        good={passes}
        title={`${words.done(run.passed, run.examples)} ${passes ? words.passes : words.fails}.`}
      />
      <Text>{words.bar(bar.examples, formatShare(bar.sharePassed))}</Text>
      <Text size={200}>
        {words.made(run.origin, formatInstant(run.at), run.by.name)} {words.reopened}
      </Text>
      <ExampleCards examples={examples} />
    </Stack>
  );
}

import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useLoaded } from "../components/useLoaded";
import { asApiError, describeFailure, type Notice } from "../api/problems";
import type { BackTest as BackTestResult, CurvePoint } from "../api/types";
import { DataTable } from "../components/DataTable";
import { NoticeBar } from "../components/NoticeBar";
import { ReasonButton } from "../components/ReasonButton";
import { formatNumber } from "../format";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { ChartBeside } from "./charts/ChartBeside";
import { LineChart } from "./charts/LineChart";
import { someOf } from "./charts/scale";
import { Line, Stack } from "./Grid";
import { Part } from "./Part";
import { Verdict } from "./Ratings";

const words = strings.design.filtering;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface BackTestProps {
  readonly journeyKey: string;
  readonly version: number;
  /** Whether this person may run it. */
  readonly canRun: boolean;
}

/** How well a version that filters chooses among items of which the answer is known; nothing for any other version. */
export function BackTest({ journeyKey, version, canRun }: BackTestProps) {
  const { api } = useApp().services;
  const { announce } = useActions();
  const [workflow, reload] = useLoaded(() => api.workflow(journeyKey, version));
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<BackTestResult>();
  const [notice, setNotice] = useState<Notice>();
  if (workflow.status === "failed")
    return (
      <NoticeBar notice={workflow.notice}>
        <Button onClick={reload}>{strings.retry}</Button>
      </NoticeBar>
    );
  if (workflow.status === "loading" || !workflow.value.filter) return null;
  const labelled = workflow.value.examples.some(({ relevant }) => relevant != null);
  const run = async () => {
    setBusy(true);
    setNotice(undefined);
    try {
      setResult(await api.backTest(journeyKey, version));
      announce(words.done);
    } catch (error) {
      setNotice(describeFailure(asApiError(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Part title={words.title} lead={words.lead}>
      {!labelled && <Text>{words.noLabels}</Text>}
      {labelled && canRun && (
        <Line>
          <ReasonButton
            label={words.run}
            busyLabel={words.running}
            busy={busy}
            appearance="secondary"
            onClick={() => void run()}
          />
        </Line>
      )}
      {notice && <NoticeBar notice={notice} onDismiss={() => setNotice(undefined)} />}
      {result ? <Result result={result} /> : labelled && <Text>{words.never}</Text>}
    </Part>
  );
}

const shareOr = (value: number | null | undefined) =>
  value == null ? words.none : words.share(value);

function Result({ result }: { readonly result: BackTestResult }) {
  const styles = useStyles();
  const { meets, shortfalls, items, records, relevant, origin, best, averagePrecision } = result;
  const { bar, atContract, curve } = result;
  const said = [
    best?.f1 == null ? "" : words.best(best.threshold, best.f1),
    averagePrecision == null ? "" : words.average(averagePrecision),
  ].filter(Boolean);
  return (
    <Stack>
      <Verdict good={meets} title={meets ? words.meets : words.fails} />
      <ul className={styles.list}>
        <li>
          {words.here(words.precision, shareOr(atContract.precision), words.share(bar.precision))}
        </li>
        <li>{words.here(words.recall, shareOr(atContract.recall), words.share(bar.recall))}</li>
        {shortfalls.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Text size={200}>
        {words.basis(items, records, relevant, origin.name)} {said.join(" ")}
      </Text>
      {curve.length > 0 && (
        <ChartBeside>
          <Curve curve={curve} threshold={bar.threshold} />
          <Thresholds curve={curve} threshold={bar.threshold} />
        </ChartBeside>
      )}
    </Stack>
  );
}

interface CurveProps {
  readonly curve: readonly CurvePoint[];
  /** The one that the workflow has. */
  readonly threshold: number;
}

const quarters = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ label: formatNumber(at), at }));

function Curve({ curve, threshold }: CurveProps) {
  const line = (name: string, valueOf: (point: CurvePoint) => number | null | undefined) => ({
    name,
    points: curve.map((point) => ({ x: point.threshold, y: valueOf(point) ?? null })),
  });
  return (
    <Stack>
      <LineChart
        series={[
          line(words.precision, ({ precision }) => precision),
          line(words.recall, ({ recall }) => recall),
          line(words.f1, ({ f1 }) => f1),
        ]}
        x={quarters}
        y={quarters}
        most={1}
        xName={words.threshold}
        marker={{ x: threshold, label: words.chosen(threshold) }}
      />
      <Text size={200}>
        {words.precisionIs} {words.recallIs}
      </Text>
    </Stack>
  );
}

const fewThresholds = 12;

/** Some thresholds, with the one that is chosen: the first score that it lets through. */
function Thresholds({ curve, threshold }: CurveProps) {
  const [all, setAll] = useState(false);
  const chosen = curve.find((point) => point.threshold >= threshold);
  const few = new Set([...someOf(curve, fewThresholds), ...(chosen ? [chosen] : [])]);
  const shown = all ? curve : curve.filter((point) => few.has(point));
  const marked = chosen ? shown.indexOf(chosen) : -1;
  return (
    <Stack>
      <DataTable
        label={words.title}
        columns={[
          words.threshold,
          words.handedOver,
          words.right,
          words.precision,
          words.recall,
          words.f1,
        ].map((label) => ({ label, number: true }))}
        rows={shown.map(({ threshold, handedOver, hits, precision, recall, f1 }) => [
          words.share(threshold),
          handedOver,
          hits,
          shareOr(precision),
          shareOr(recall),
          shareOr(f1),
        ])}
        {...(marked < 0 ? {} : { marked })}
      />
      {shown.length < curve.length && (
        <Line>
          <Button appearance="subtle" size="small" onClick={() => setAll(true)}>
            {words.showAll(curve.length - shown.length)}
          </Button>
        </Line>
      )}
    </Stack>
  );
}

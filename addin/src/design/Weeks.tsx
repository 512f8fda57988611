import { Button, Text } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import type { Measures } from "../api/types";
import { DataTable } from "../components/DataTable";
import { useDownload } from "../components/useDownload";
import { formatNumber, formatShortDate } from "../format";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { ChartBeside } from "./charts/ChartBeside";
import { ColumnChart } from "./charts/ColumnChart";
import { LineChart } from "./charts/LineChart";
import type { Mark } from "./charts/Plot";
import { someOf, ticksTo } from "./charts/scale";
import { Stack } from "./Grid";
import { Part } from "./Part";
import { weeksOf, type Week } from "./weeks";

const words = strings.design.weeks;

const shown = (value: number | null, digits: number) =>
  value === null ? words.none : formatNumber(Number(value.toFixed(digits)));

const marksTo = (most: number): readonly [marks: Mark[], top: number] => {
  const ticks = ticksTo(most);
  const top = ticks.at(-1) ?? 1;
  return [ticks.map((tick) => ({ label: formatNumber(tick), at: tick / top })), top];
};

/** The course of time: what a run takes each week against by hand, how many there were, and the table to take along. */
export function Weeks({ measures }: { readonly measures: Measures }) {
  const { api } = useApp().services;
  const { download, failure } = useDownload(() => api.measuresTable(measures.key));
  const weeks = weeksOf(measures);
  return (
    <Part
      title={words.title}
      lead={words.lead}
      actions={
        <Button icon={<ArrowDownload20Regular />} onClick={() => void download()}>
          {words.download}
        </Button>
      }
    >
      {failure}
      {weeks.length === 0 ? (
        <Text>{words.empty}</Text>
      ) : (
        <Course weeks={weeks} byHand={measures.all.beforeAfter.baselineMinutes} />
      )}
    </Part>
  );
}

interface CourseProps {
  readonly weeks: readonly Week[];
  readonly byHand: number | null | undefined;
}

function Course({ weeks, byHand }: CourseProps) {
  const at = (index: number) => (index + 0.5) / weeks.length;
  const x = someOf(
    weeks.map(({ week }, index) => ({ label: formatShortDate(week), at: at(index) })),
    4,
  );
  const measured = weeks.flatMap(({ minutes }) => minutes ?? []);
  const [minuteMarks, mostMinutes] = marksTo(Math.max(byHand ?? 0, ...measured, 1));
  const [runMarks, mostRuns] = marksTo(Math.max(...weeks.map(({ started }) => started), 1));
  return (
    <ChartBeside>
      <Stack>
        {measured.length > 0 && (
          <>
            <Text weight="semibold">{words.minutes}</Text>
            <LineChart
              series={[
                {
                  name: words.withHandoff,
                  points: weeks.map(({ minutes }, index) => ({ x: at(index), y: minutes })),
                },
              ]}
              x={x}
              y={minuteMarks}
              most={mostMinutes}
              level={byHand == null ? undefined : { y: byHand, label: words.byHand(byHand) }}
            />
          </>
        )}
        <Text weight="semibold">{words.runs}</Text>
        <ColumnChart
          values={weeks.map(({ started }) => started)}
          x={x}
          y={runMarks}
          most={mostRuns}
        />
      </Stack>
      <DataTable
        label={words.title}
        columns={[
          { label: words.week },
          ...[
            words.started,
            words.released,
            words.minutesShort,
            words.reviewShort,
            words.loops,
            words.escaped,
          ].map((label) => ({ label, number: true })),
        ]}
        rows={weeks
          .toReversed()
          .map(({ week, started, released, minutes, reviewMinutes, loops, escaped }) => [
            formatShortDate(week),
            started,
            released,
            shown(minutes, 0),
            shown(reviewMinutes, 1),
            shown(loops, 1),
            escaped,
          ])}
      />
    </ChartBeside>
  );
}

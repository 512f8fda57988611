import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Clock16Regular, Warning16Filled } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { JourneySummary, Measures } from "../api/types";
import { formatNumber } from "../format";
import { formatRoute } from "../store/route";
import { strings } from "../strings";
import { useNarrow } from "../workbench/useNarrow";
import { Card } from "./Card";
import { useMeasures } from "./useMeasures";

const words = strings.design.list;

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  headCell: {
    textAlign: "start",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    padding: tokens.spacingHorizontalS,
    whiteSpace: "nowrap",
  },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  cell: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    padding: tokens.spacingHorizontalS,
    verticalAlign: "top",
    overflowWrap: "anywhere",
  },
  name: { minWidth: "160px" },
  cards: {
    listStyleType: "none",
    width: "100%",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  term: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  value: { margin: 0 },
  mark: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  flags: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
  late: { color: tokens.colorPaletteDarkOrangeForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const columns = ["stage", "live", "pilot", "drift", "runs", "saved", "flags"] as const;
type Column = (typeof columns)[number];

const versionOr = (version: number | null | undefined) =>
  version == null ? words.none : words.version(version);

/** What the list says of a workflow in each column. */
function useCells({ journey, measures }: JourneyProps): Readonly<Record<Column, ReactNode>> {
  const { stage, newest, live, inPilot, pilotPerson, driftDays, isSample } = journey;
  const styles = useStyles();
  const used = live != null || inPilot != null;
  const unmeasured =
    measures === null ? words.notLoaded : used && !measures ? words.measuring : words.notMeasured;
  const saved = measures?.all.beforeAfter.savedMinutes.mean;
  const flags = measures?.flags ?? [];
  const late = (driftDays ?? 0) > 0;
  return {
    stage: stage ? words.versionIn(newest, strings.design.stages[stage]) : strings.design.noStage,
    live: versionOr(live),
    pilot:
      inPilot != null && pilotPerson
        ? words.pilotBy(inPilot, pilotPerson.name)
        : versionOr(inPilot),
    drift: (
      <span className={mergeClasses(styles.mark, late && styles.late)}>
        {driftDays != null && (late ? <Warning16Filled /> : <Clock16Regular />)}
        {strings.design.drift(driftDays)}
      </span>
    ),
    runs: measures ? formatNumber(measures.all.runs.started) : unmeasured,
    saved: saved == null ? unmeasured : words.saved(saved),
    flags:
      flags.length > 0 ? (
        <span className={styles.flags}>
          {flags.map(({ warning }) => (
            <span key={warning} className={mergeClasses(styles.mark, styles.late)}>
              <Warning16Filled aria-hidden />
              {strings.design.measures.warnings[warning]}
            </span>
          ))}
        </span>
      ) : isSample ? (
        words.sample
      ) : used && !measures ? (
        unmeasured
      ) : (
        <span className={styles.quiet}>{words.noFlag}</span>
      ),
  };
}

interface WorkflowTableProps {
  readonly journeys: readonly JourneySummary[];
}

/** A table; where it would be too wide, a card for each row. */
export function WorkflowTable({ journeys }: WorkflowTableProps) {
  const styles = useStyles();
  const measures = useMeasures(journeys);
  if (useNarrow())
    return (
      <ul className={styles.cards} aria-label={words.title}>
        {journeys.map((journey) => (
          <WorkflowCard key={journey.key} journey={journey} measures={measures.get(journey.key)} />
        ))}
      </ul>
    );
  return (
    <table className={styles.table} aria-label={words.title}>
      <thead>
        <tr>
          {(["name", ...columns] as const).map((column) => (
            <th key={column} scope="col" className={styles.headCell}>
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {journeys.map((journey) => (
          <Row key={journey.key} journey={journey} measures={measures.get(journey.key)} />
        ))}
      </tbody>
    </table>
  );
}

interface JourneyProps {
  readonly journey: JourneySummary;
  /** Undefined while they are on their way, null where they could not be loaded. */
  readonly measures: Measures | null | undefined;
}

function Name({ journey }: Pick<JourneyProps, "journey">) {
  return (
    <Link href={formatRoute({ screen: "workflow", key: journey.key })}>
      <b>{journey.name}</b>
    </Link>
  );
}

function Row(props: JourneyProps) {
  const styles = useStyles();
  const cells = useCells(props);
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        <Name journey={props.journey} />
      </th>
      {columns.map((column) => (
        <td key={column} className={styles.cell}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}

function WorkflowCard(props: JourneyProps) {
  const styles = useStyles();
  const cells = useCells(props);
  return (
    <Card as="li">
      <Name journey={props.journey} />
      <dl className={styles.facts}>
        {columns.map((column) => (
          <div key={column}>
            <dt className={styles.term}>{words.columns[column]}</dt>
            <dd className={styles.value}>{cells[column]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

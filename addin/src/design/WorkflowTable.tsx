import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Clock16Regular, Warning16Filled } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { JourneySummary } from "../api/types";
import { formatRoute } from "../store/route";
import { strings } from "../strings";
import { useNarrow } from "../workbench/useNarrow";
import { Card } from "./Card";

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
  late: { color: tokens.colorPaletteDarkOrangeForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const columns = ["stage", "live", "pilot", "drift", "flags"] as const;
type Column = (typeof columns)[number];

const versionOr = (version: number | null | undefined) =>
  version == null ? words.none : words.version(version);

/** What the list says of a workflow in each column. */
function useCells({
  stage,
  newest,
  live,
  inPilot,
  pilotPerson,
  driftDays,
  isSample,
}: JourneySummary): Readonly<Record<Column, ReactNode>> {
  const styles = useStyles();
  const late = (driftDays ?? 0) > 0;
  return {
    stage: stage
      ? `${words.version(newest)}: ${strings.design.stages[stage].toLowerCase()}`
      : strings.design.noStage,
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
    flags: isSample ? words.sample : <span className={styles.quiet}>{words.noFlag}</span>,
  };
}

interface WorkflowTableProps {
  readonly journeys: readonly JourneySummary[];
}

/** A table; where it would be too wide, a card for each row. */
export function WorkflowTable({ journeys }: WorkflowTableProps) {
  const styles = useStyles();
  if (useNarrow())
    return (
      <ul className={styles.cards} aria-label={words.title}>
        {journeys.map((journey) => (
          <WorkflowCard key={journey.key} journey={journey} />
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
          <Row key={journey.key} journey={journey} />
        ))}
      </tbody>
    </table>
  );
}

interface JourneyProps {
  readonly journey: JourneySummary;
}

function Name({ journey }: JourneyProps) {
  return (
    <Link href={formatRoute({ screen: "workflow", key: journey.key })}>
      <b>{journey.name}</b>
    </Link>
  );
}

function Row({ journey }: JourneyProps) {
  const styles = useStyles();
  const cells = useCells(journey);
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        <Name journey={journey} />
      </th>
      {columns.map((column) => (
        <td key={column} className={styles.cell}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}

function WorkflowCard({ journey }: JourneyProps) {
  const styles = useStyles();
  const cells = useCells(journey);
  return (
    <Card as="li">
      <Name journey={journey} />
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

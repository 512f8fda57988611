import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle16Filled,
  DismissCircle16Filled,
  QuestionCircle16Regular,
} from "@fluentui/react-icons";
import type { DateEvidence } from "../api/types";
import { formatDate } from "../format";
import { strings } from "../strings";

const words = strings.facts;

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: "start",
    verticalAlign: "top",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS} 0`,
    lineHeight: "20px",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "break-word",
  },
  head: { color: tokens.colorNeutralForeground3 },
  verdict: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    "> svg": { flexShrink: 0 },
  },
  Match: { "> svg": { color: tokens.colorPaletteGreenForeground1 } },
  Mismatch: {
    fontWeight: tokens.fontWeightSemibold,
    "> svg": { color: tokens.colorPaletteRedForeground1 },
  },
  NotInRecord: {
    fontWeight: tokens.fontWeightSemibold,
    "> svg": { color: tokens.colorPaletteDarkOrangeForeground1 },
  },
});

const icon = {
  Match: <CheckmarkCircle16Filled aria-hidden />,
  Mismatch: <DismissCircle16Filled aria-hidden />,
  NotInRecord: <QuestionCircle16Regular aria-hidden />,
} satisfies Record<DateEvidence["verdict"], unknown>;

const gravity = { Mismatch: 0, NotInRecord: 1, Match: 2 } satisfies Record<
  DateEvidence["verdict"],
  number
>;

/** Every date of the text beside the record's, the doubtful ones first. */
export function Dates({ dates }: { readonly dates: readonly DateEvidence[] }) {
  const styles = useStyles();
  if (dates.length === 0) return <Text size={200}>{words.noDates}</Text>;
  const sorted = [...dates].sort((a, b) => gravity[a.verdict] - gravity[b.verdict]);
  return (
    <table className={styles.table} aria-label={words.dates}>
      <thead>
        <tr className={styles.head}>
          <th scope="col" className={styles.cell}>
            {words.textSays}
          </th>
          <th scope="col" className={styles.cell}>
            {words.recordSays}
          </th>
          <th scope="col" className={styles.cell}>
            {words.verdict}
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((date) => (
          <tr key={`${date.changeId}-${String(date.start)}`}>
            <td className={styles.cell}>
              <bdi>{date.quote}</bdi>
            </td>
            <td className={styles.cell}>
              {date.recordDate == null ? "–" : formatDate(date.recordDate)}
            </td>
            <td className={styles.cell}>
              <span className={mergeClasses(styles.verdict, styles[date.verdict])}>
                {icon[date.verdict]}
                {words.verdicts[date.verdict]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Row, Rows } from "../admin/Section";
import type { Adjustment, Cause, CauseResult } from "../api/types";
import { formatInstant } from "../format";
import { strings } from "../strings";
import { Part } from "./Part";

const words = strings.design.pilot;

function causeWords({ kind, entries, check }: Cause): string {
  switch (kind) {
    case "Journal":
      return words.causes.Journal(entries?.length ?? 0);
    case "Findings":
      return words.causes.Findings(check ? strings.design.version.gate.check[check] : undefined);
    default:
      return words.causes[kind];
  }
}

/** What the next runs say of one cause, such as "Slow, 4 times in 10 runs before, 1 in 12 after: too few to tell." */
function resultWords({ cause, verdict, cleanRunsNeeded, ...counts }: CauseResult): string {
  const said =
    verdict === "TooFewToTell" && cleanRunsNeeded
      ? words.results.needs(cleanRunsNeeded)
      : words.results[verdict];
  return `${causeWords(cause)}: ${words.results.counts(counts)} ${said}`;
}

interface AdjustmentsProps {
  readonly adjustments: readonly Adjustment[];
}

/** The changes of a version in use, each with what it answers, what is to be better, and whether the next runs show it. */
export function Adjustments({ adjustments }: AdjustmentsProps) {
  return (
    <Part title={words.adjustments} lead={words.adjustmentsLead}>
      <Rows items={adjustments.toReversed()} empty={words.adjustmentsEmpty}>
        {({ from, to, results, expectation, by, at }) => (
          <Row
            key={to}
            title={words.fromTo(from, to)}
            facts={[...results.map(resultWords), `${by.name}, ${formatInstant(at)}`]}
            text={expectation}
          />
        )}
      </Rows>
    </Part>
  );
}

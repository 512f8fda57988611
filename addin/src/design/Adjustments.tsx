import { Row, Rows } from "../admin/Section";
import type { Adjustment, Cause } from "../api/types";
import { formatInstant } from "../format";
import { strings } from "../strings";
import { Part } from "./Part";

const words = strings.design.pilot;

function causeWords({ kind, entries, check }: Cause): string {
  switch (kind) {
    case "Journal":
      return words.causes.Journal(entries?.length ?? 0);
    case "Findings":
      return words.causes.Findings(
        check ? `“${strings.design.version.gate.check[check]}”` : "a check",
      );
    default:
      return words.causes[kind];
  }
}

interface AdjustmentsProps {
  readonly adjustments: readonly Adjustment[];
}

/** The changes of a version in use, each with what it answers and what is to be better. */
export function Adjustments({ adjustments }: AdjustmentsProps) {
  return (
    <Part title={words.adjustments} lead={words.adjustmentsLead}>
      <Rows items={adjustments.toReversed()} empty={words.adjustmentsEmpty}>
        {({ from, to, causes, expectation, by, at }) => (
          <Row
            key={to}
            title={words.fromTo(from, to)}
            facts={[...causes.map(causeWords), `${by.name}, ${formatInstant(at)}`]}
            text={expectation}
          />
        )}
      </Rows>
    </Part>
  );
}

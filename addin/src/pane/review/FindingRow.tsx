import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { Finding } from "../../api/types";
import { HighlightedText } from "../../components/HighlightedText";
import { strings } from "../../strings";
import { FindingNote } from "./FindingNote";
import { useRowStyles } from "./rowStyles";
import { useSelectedRow } from "./useSelectedRow";

const words = strings.review;

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

interface FindingRowProps {
  readonly finding: Finding;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** A finding in words that no change has: the words, and what is wrong with them. */
export function FindingRow({ finding, selected, onSelect }: FindingRowProps) {
  const styles = useStyles();
  const rows = useRowStyles();
  const { row, words: own } = useSelectedRow(selected);
  const quote = finding.quote ?? "";
  return (
    <li
      ref={row}
      aria-current={selected ? "true" : undefined}
      className={mergeClasses(rows.row, selected && rows.selected)}
    >
      <button
        ref={own}
        type="button"
        className={rows.text}
        aria-pressed={selected}
        onClick={onSelect}
      >
        <Text block size={200} className={styles.quiet}>
          {words.keptFinding}
        </Text>
        <HighlightedText
          text={quote}
          marks={[{ start: 0, length: quote.length, severity: finding.severity }]}
        />
      </button>
      <FindingNote finding={finding} text="" canDecide={false} onEdit={() => undefined} />
    </li>
  );
}

import { makeStyles, Text, tokens, Tooltip } from "@fluentui/react-components";
import { strings } from "../../strings";
import type { Citation } from "./citations";

const words = strings.review;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    alignItems: "center",
  },
  chip: {
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    minHeight: "24px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    overflowWrap: "anywhere",
    textAlign: "start",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  tip: { display: "block" },
});

interface CitationChipsProps {
  readonly citations: readonly Citation[];
  readonly onFact: (pointer: string) => void;
}

/** Where the words come from: a chip for each place of the record, with its values. */
export function CitationChips({ citations, onFact }: CitationChipsProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text size={200} className={styles.quiet}>
        {citations.length > 0 ? words.cites : words.uncited}
      </Text>
      {citations.map((citation) => (
        <Tooltip
          key={citation.pointer}
          relationship="description"
          withArrow
          content={{
            children: citation.values.map((value) => (
              <span key={`${value.label} ${value.value}`} className={styles.tip}>
                {`${value.label}: ${value.value}`}
              </span>
            )),
          }}
        >
          <button type="button" className={styles.chip} onClick={() => onFact(citation.pointer)}>
            {citation.label}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}

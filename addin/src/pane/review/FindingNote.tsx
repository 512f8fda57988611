import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Edit16Regular } from "@fluentui/react-icons";
import type { Finding } from "../../api/types";
import { SeverityMark } from "../../components/Marks";
import { strings } from "../../strings";

const words = strings.review;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    paddingInlineStart: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
  },
  head: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    flexWrap: "wrap",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What to write in the place of a finding's words: its suggestion, or what the record says where it says it exactly. */
const replacement = ({ suggestion, expected, pointer }: Finding) =>
  suggestion ?? (pointer == null ? undefined : expected);

/** The text with a finding's words replaced, when the finding says both exactly. */
export function correctedText(text: string, finding: Finding): string | undefined {
  const { quote, start, length } = finding;
  const words = replacement(finding);
  if (quote == null || words == null) return undefined;
  if (text.slice(start, start + length) !== quote) return undefined;
  return text.slice(0, start) + words + text.slice(start + length);
}

interface FindingNoteProps {
  readonly finding: Finding;
  readonly text: string;
  readonly canDecide: boolean;
  readonly onEdit: (text: string) => void;
  /** Takes the corrected text as the decision, without an editor between. */
  readonly onTake?: (text: string) => void;
}

/** What a check says, and the correction where it says both words exactly. */
export function FindingNote({ finding, text, canDecide, onEdit, onTake }: FindingNoteProps) {
  const styles = useStyles();
  const corrected = correctedText(text, finding);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <SeverityMark severity={finding.severity} />
        {canDecide && corrected !== undefined && (
          <Button
            size="small"
            appearance="transparent"
            icon={<Edit16Regular />}
            onClick={() => (finding.suggestion == null ? onEdit : (onTake ?? onEdit))(corrected)}
          >
            {finding.suggestion == null ? words.correct : words.useSuggestion(finding.suggestion)}
          </Button>
        )}
      </div>
      <Text>
        <bdi>{finding.message}</bdi>
      </Text>
      {finding.expected != null && (
        <Text size={200} className={styles.quiet}>
          {words.expected(finding.expected)}
        </Text>
      )}
    </div>
  );
}

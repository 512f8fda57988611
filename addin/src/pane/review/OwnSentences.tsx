import { Button, makeStyles, Text, Tooltip, tokens } from "@fluentui/react-components";
import { Edit16Regular } from "@fluentui/react-icons";
import type { HandoffView } from "../../api/types";
import { strings } from "../../strings";
import { ChangeEditor } from "./ChangeEditor";
import type { Editing } from "./ChangeList";

const words = strings.together;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
  },
  note: { color: tokens.colorNeutralForeground3 },
  sentence: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalXS },
  text: {
    flexGrow: 1,
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase400,
    unicodeBidi: "plaintext",
  },
});

type Sentence = NonNullable<HandoffView["text"]>[number];

interface OwnSentencesProps {
  /** The author's sentences of one section that nobody has put in other words. */
  readonly sentences: readonly Sentence[];
  readonly canDecide: boolean;
  readonly editing: Editing | undefined;
  readonly onEdit: (editing: Editing | undefined) => void;
  readonly onSave: (id: string, text: string) => void;
}

/** What the author wrote beside the AI: it stands as it is, unless the reviewer puts a sentence in other words. */
export function OwnSentences({ sentences, canDecide, editing, onEdit, onSave }: OwnSentencesProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text size={200} className={styles.note}>
        {words.own}
      </Text>
      {sentences.map((sentence, index) =>
        editing?.id === sentence.id ? (
          <ChangeEditor
            key={sentence.id}
            text={editing.text}
            number={index + 1}
            onSave={(text) => onSave(sentence.id, text)}
            onCancel={() => onEdit(undefined)}
          />
        ) : (
          <div key={sentence.id} className={styles.sentence}>
            <Text className={styles.text}>{sentence.text}</Text>
            {canDecide && (
              <Tooltip content={words.change} relationship="description">
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<Edit16Regular />}
                  aria-label={words.changeSentence(sentence.text)}
                  onClick={() => onEdit({ id: sentence.id, text: sentence.text })}
                />
              </Tooltip>
            )}
          </div>
        ),
      )}
    </div>
  );
}

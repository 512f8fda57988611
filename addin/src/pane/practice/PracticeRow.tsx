import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle16Regular,
  DismissCircle16Regular,
  Warning16Regular,
} from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { Practice } from "../../api/types";
import { within } from "../../form/pointers";
import { strings } from "../../strings";

const words = strings.training;
type PracticeSentence = Practice["sentences"][number];
type Feedback = NonNullable<PracticeSentence["feedback"]>;

const useStyles = makeStyles({
  row: {
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    overflowWrap: "anywhere",
  },
  selected: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
  },
  actions: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  feedback: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  verdict: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

interface PracticeRowProps {
  readonly sentence: PracticeSentence;
  readonly facts: Practice["facts"];
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onMark: (isWrong: boolean) => void;
}

/** One sentence with its two answers; once it is answered, with what was true. */
export function PracticeRow({ sentence, facts, selected, onSelect, onMark }: PracticeRowProps) {
  const styles = useStyles();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <li
      ref={row}
      className={mergeClasses(styles.row, selected && styles.selected)}
      aria-current={selected ? "true" : undefined}
      onFocus={onSelect}
    >
      <Text>{sentence.text}</Text>
      {sentence.feedback ? (
        <Answered feedback={sentence.feedback} facts={facts} />
      ) : (
        <div role="group" aria-label={words.mark(sentence.text)} className={styles.actions}>
          <Button size="small" onClick={() => onMark(true)}>
            {words.wrong}
          </Button>
          <Button size="small" onClick={() => onMark(false)}>
            {words.right}
          </Button>
        </div>
      )}
    </li>
  );
}

interface AnsweredProps {
  readonly feedback: Feedback;
  readonly facts: Practice["facts"];
}

function Answered({ feedback, facts }: AnsweredProps) {
  const styles = useStyles();
  const { verdict, kind, plantedWords, trueWords, pointer } = feedback;
  const fact = pointer == null ? undefined : facts.find((each) => within(each.pointer, pointer));
  return (
    <div className={styles.feedback}>
      <span className={styles.verdict}>
        {verdict === "Caught" || verdict === "Right" ? (
          <CheckmarkCircle16Regular aria-hidden />
        ) : verdict === "Missed" ? (
          <DismissCircle16Regular aria-hidden />
        ) : (
          <Warning16Regular aria-hidden />
        )}
        <Text weight="semibold">
          {words.verdicts[verdict]}
          {kind && `: ${words.kinds[kind]}`}
        </Text>
      </span>
      {plantedWords && trueWords && <Text>{words.planted(plantedWords, trueWords)}</Text>}
      {fact && <Text>{words.says(fact.label, fact.value)}</Text>}
    </div>
  );
}

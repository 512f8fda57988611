import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useLoaded } from "../../components/useLoaded";
import { asApiError, describeFailure, type Notice } from "../../api/problems";
import type { Practice } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { ReasonButton } from "../../components/ReasonButton";
import { StepFrame } from "../../components/StepFrame";
import { Waiting } from "../../components/Waiting";
import { useActions, useApp } from "../../store/context";
import { strings } from "../../strings";
import { FactList } from "./FactList";
import { PracticeRow } from "./PracticeRow";
import { practiceCommandOf } from "./keys";
import { neighbour } from "../review/keys";
import { keysAreOn } from "../review/useReviewKeys";
import { Score } from "./Score";

const words = strings.training;

const useStyles = makeStyles({
  sides: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingHorizontalXXL,
    "@media (min-width: 720px)": { gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)" },
  },
  side: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
});

interface PracticeScreenProps {
  readonly workflowKey: string;
  readonly version: number | undefined;
  /** The review that waits for it. */
  readonly handoff: string | undefined;
}

/** A practice review: a text with planted errors, each sentence marked as right or wrong, and at once what was true. */
export function PracticeScreen({ workflowKey, version, handoff }: PracticeScreenProps) {
  const { api } = useApp().services;
  const [loaded, again] = useLoaded(() => api.startPractice(workflowKey, version));
  if (loaded.status === "loading") return <Waiting />;
  if (loaded.status === "failed")
    return (
      <StepFrame title={words.title}>
        <NoticeBar notice={loaded.notice}>
          <Button onClick={again}>{strings.retry}</Button>
        </NoticeBar>
      </StepFrame>
    );
  return <Running key={loaded.value.id} begun={loaded.value} handoff={handoff} onAgain={again} />;
}

interface RunningProps {
  readonly begun: Practice;
  readonly handoff: string | undefined;
  readonly onAgain: () => void;
}

const firstOpen = (practice: Practice, after = -1) => {
  const open = practice.sentences
    .map((sentence, index) => ({ sentence, index }))
    .filter(({ sentence }) => !sentence.feedback);
  return (open.find(({ index }) => index > after) ?? open[0])?.sentence.id;
};

function Running({ begun, handoff, onAgain }: RunningProps) {
  const styles = useStyles();
  const { api, storage } = useApp().services;
  const letters = keysAreOn(storage);
  const { announce } = useActions();
  const [practice, setPractice] = useState(begun);
  const [selected, setSelected] = useState(firstOpen(begun) ?? begun.sentences[0]?.id);
  const [notice, setNotice] = useState<Notice>();
  // A ref and not state: two quick key presses come before the next render.
  const busy = useRef(false);
  const answered = practice.sentences.filter(({ feedback }) => feedback).length;
  const left = practice.sentences.length - answered;

  const send = async (call: () => Promise<Practice>) => {
    if (busy.current) return undefined;
    busy.current = true;
    setNotice(undefined);
    try {
      const next = await call();
      setPractice(next);
      return next;
    } catch (error) {
      setNotice(describeFailure(asApiError(error)));
      return undefined;
    } finally {
      busy.current = false;
    }
  };
  // The sentence stays selected: what came of the answer is to be read.
  const mark = async (id: string, isWrong: boolean) => {
    const next = await send(() => api.answerPractice(practice.id, id, isWrong));
    const verdict = next?.sentences.find((sentence) => sentence.id === id)?.feedback?.verdict;
    setSelected(id);
    if (verdict) announce(words.verdicts[verdict]);
  };
  const goOn = () => setSelected(firstOpen(practice, indexOf(practice, selected)) ?? selected);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = practice.score ? undefined : practiceCommandOf(event, letters);
    const current = practice.sentences.find(({ id }) => id === selected);
    if (!command || !current) return;
    event.preventDefault();
    const ids = practice.sentences.map(({ id }) => id);
    if (command === "next") setSelected(neighbour(ids, selected, 1));
    else if (command === "previous") setSelected(neighbour(ids, selected, -1));
    else if (command === "goOn" && left === 0) void send(() => api.finishPractice(practice.id));
    else if (command === "goOn") goOn();
    else if (!current.feedback) void mark(current.id, command === "wrong");
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);

  return (
    <StepFrame
      title={practice.score ? words.score : words.title}
      lead={`${practice.workflowName}. ${words.lead(practice.example)} ${practice.notice}`}
      top={
        <Text role="status" block>
          {words.counter(answered, practice.sentences.length)}.{" "}
          {!practice.score && (letters ? words.keys : words.keysOff)}
        </Text>
      }
      footer={
        practice.score ? undefined : (
          <ReasonButton
            label={words.finish}
            reason={left > 0 ? words.unanswered(left) : undefined}
            onClick={() => void send(() => api.finishPractice(practice.id))}
          />
        )
      }
    >
      {notice && <NoticeBar notice={notice} onDismiss={() => setNotice(undefined)} />}
      {practice.score && (
        <Score practice={practice} score={practice.score} handoff={handoff} onAgain={onAgain} />
      )}
      <div className={styles.sides}>
        <section className={styles.side} aria-label={words.text}>
          <h2 className={styles.heading}>{words.text}</h2>
          <ul className={styles.list}>
            {practice.sentences.map((sentence) => (
              <PracticeRow
                key={sentence.id}
                sentence={sentence}
                facts={practice.facts}
                selected={sentence.id === selected && !practice.score}
                onSelect={() => setSelected(sentence.id)}
                onMark={(isWrong) => void mark(sentence.id, isWrong)}
              />
            ))}
          </ul>
        </section>
        <section className={styles.side} aria-label={words.record}>
          <h2 className={styles.heading}>{words.record}</h2>
          <FactList
            facts={practice.facts}
            cited={practice.sentences.find(({ id }) => id === selected)?.citations ?? []}
          />
        </section>
      </div>
    </StepFrame>
  );
}

const indexOf = (practice: Practice, id: string | undefined) =>
  practice.sentences.findIndex((sentence) => sentence.id === id);

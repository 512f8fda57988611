import { Button, Text } from "@fluentui/react-components";
import { useLoaded } from "../../components/useLoaded";
import type { Practice, Training } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { useActions, useApp } from "../../store/context";
import { strings } from "../../strings";

const words = strings.training;

interface ScoreProps {
  readonly practice: Practice;
  readonly score: NonNullable<Practice["score"]>;
  /** The review that waits for it. */
  readonly handoff: string | undefined;
  readonly onAgain: () => void;
}

/** How the practice went, and whether that is enough. */
export function Score({ practice, score, handoff, onAgain }: ScoreProps) {
  const { api } = useApp().services;
  const { navigate } = useActions();
  const [training] = useLoaded(() => api.training(practice.workflow, practice.version));
  return (
    <>
      <Text block>
        {words.caught(score.caught, score.planted)}, {words.alarms(score.falseAlarms, score.clean)},{" "}
        {words.seconds(score.seconds)}.
      </Text>
      {training.status === "failed" && <NoticeBar notice={training.notice} />}
      {training.status === "ready" && <Standing training={training.value} />}
      <div>
        <Button appearance="primary" onClick={onAgain}>
          {words.again}
        </Button>{" "}
        {handoff ? (
          <Button onClick={() => navigate({ screen: "handoff", id: handoff })}>
            {words.backToReview}
          </Button>
        ) : (
          <Button onClick={() => navigate({ screen: "home" })}>{words.done}</Button>
        )}
      </div>
    </>
  );
}

function Standing({ training: { mine, bar } }: { readonly training: Training }) {
  const trained = mine.trainedAt != null;
  const percent = (share: number) => Math.round(share * 100);
  return (
    <>
      <NoticeBar
        notice={{
          intent: trained ? "success" : "info",
          title: trained ? words.trained : words.notYet,
          body: trained ? words.trainedBody : words.notYetBody(bar.practices - mine.practices),
        }}
      />
      <Text block size={200}>
        {words.bar(bar.practices, percent(bar.catchShare), percent(bar.falseAlarmShare))}
      </Text>
    </>
  );
}

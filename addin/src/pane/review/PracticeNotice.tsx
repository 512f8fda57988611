import type { HandoffView } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { useActions, useAppState } from "../../store/context";
import { strings } from "../../strings";

const words = strings.review.practice;

/** That the change which was just decided had a practice error in it: whether it was found, what it was, and what the record says. */
export function PracticeNotice({ view }: { readonly view: HandoffView }) {
  const practice = useAppState((state) => state.practice);
  const { dismissPractice } = useActions();
  if (practice?.handoffId !== view.id) return null;
  const { result } = practice;
  return (
    <NoticeBar
      notice={{
        intent: result.found ? "success" : "info",
        title: result.found ? words.found : words.missed,
        body: [
          words.wrong(result.plantedWords, result.trueWords),
          result.label && result.recordSays ? words.record(result.label, result.recordSays) : "",
          words.now,
          result.yourWords ? words.yours(result.yourWords) : "",
        ]
          .filter(Boolean)
          .join(" "),
      }}
      onDismiss={dismissPractice}
    />
  );
}

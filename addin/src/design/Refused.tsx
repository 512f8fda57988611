import { Button } from "@fluentui/react-components";
import { NoticeBar } from "../components/NoticeBar";
import { strings } from "../strings";
import type { StepState } from "./useStep";

const words = strings.design.moved;

interface RefusedProps {
  readonly step: StepState;
  /** Loads what the others did, in the place of what was typed. */
  readonly onTheirs: () => void;
  readonly onMine?: () => void;
}

/** What the server refused; where somebody else was faster, which of the two is to stand. */
export function Refused({ step, onTheirs, onMine }: RefusedProps) {
  const { again, notice } = step;
  if (again)
    return (
      <NoticeBar notice={{ intent: "warning", title: words.title, body: words.body }}>
        <Button
          size="small"
          onClick={() => void again().then((taken) => (taken ? onMine?.() : undefined))}
        >
          {words.mine}
        </Button>
        <Button
          size="small"
          onClick={() => {
            step.clear();
            onTheirs();
          }}
        >
          {words.theirs}
        </Button>
      </NoticeBar>
    );
  return notice ? <NoticeBar notice={notice} onDismiss={step.clear} /> : null;
}

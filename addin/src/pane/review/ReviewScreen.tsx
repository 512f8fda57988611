import { makeStyles, ProgressBar, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import type { Change, HandoffView, Workflow } from "../../api/types";
import { StepFrame } from "../../components/StepFrame";
import { LeaveDialog } from "../../design/LeaveDialog";
import { useActions, useApp, useAppState } from "../../store/context";
import { actionOf, countReview } from "../../store/state";
import { proposedText } from "../../store/text";
import { strings } from "../../strings";
import { ChangeList, type Editing } from "./ChangeList";
import { ExtentNotice } from "./ExtentNotice";
import { FactsTab } from "./FactsTab";
import { KeysDialog } from "./KeysDialog";
import { neighbour, nextWithFinding, reviewKeys, type ReviewCommand } from "./keys";
import { openPoints } from "./openPoints";
import { doubtful, reviewOrder } from "./order";
import { PracticeNotice } from "./PracticeNotice";
import { ReadOnlyNotice } from "./ReadOnlyNotice";
import { ReviewFooter } from "./ReviewFooter";
import { KnownFailures } from "./KnownFailures";
import { useKnownFailures } from "./known";
import { useLanding } from "./useLanding";
import { useReviewKeys } from "./useReviewKeys";
import { useViewing } from "./useViewing";

const words = strings.review;

const useStyles = makeStyles({
  top: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  tabs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

interface ReviewScreenProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
}

/** The heart of the pane: decide every change, with the doubtful places marked. */
export function ReviewScreen({ view, workflow }: ReviewScreenProps) {
  const styles = useStyles();
  const { select, decide } = useActions();
  const { host } = useApp().services;
  const selected = useAppState((state) => state.selected);
  const online = useAppState((state) => state.online);
  const [tab, setTab] = useState<"changes" | "facts">("changes");
  const [target, setTarget] = useState<string>();
  const [editing, setEditing] = useState<Editing>();
  const [explained, setExplained] = useState<string>();
  const [helping, setHelping] = useState(false);
  const [list, setList] = useState<HTMLElement | null>(null);
  useViewing(view, list);
  const known = useKnownFailures(view.workflow.key);
  const canDecide = actionOf(view, "Decide").allowed;
  const counts = countReview(view);

  const show = useCallback(
    (changeId: string | undefined) => {
      setTab("changes");
      select(changeId);
    },
    [select],
  );
  useEffect(() => host.onSelect(show), [host, show]);
  const toSign = useLanding(view, canDecide && editing === undefined, show);
  // Whoever comes to decide is at the first open change at once.
  const begin = useEffectEvent(() => {
    const first = view.changes.find((change) => change.decision === "Undecided");
    if (canDecide && selected === undefined && first) select(first.id);
  });
  useEffect(() => begin(), [canDecide]);

  const decideBy = (command: "accept" | "reject" | "edit" | "undo", change: Change) => {
    switch (command) {
      case "accept":
        void decide(change.id, "Accepted");
        break;
      case "reject":
        void decide(change.id, "Rejected");
        break;
      case "undo":
        if (change.decision !== "Undecided") void decide(change.id, "Undecided");
        break;
      case "edit":
        if (change.kind === "Deleted") setExplained(change.id);
        else setEditing({ id: change.id, text: proposedText(change) });
    }
  };

  const run = (command: ReviewCommand) => {
    const rows = reviewOrder(view).map((entry) => ({ id: entry.id, doubtful: doubtful(entry) }));
    const ids = rows.map((row) => row.id);
    const change = view.changes.find((candidate) => candidate.id === selected);
    switch (command) {
      case "next":
        show(neighbour(ids, selected, 1));
        break;
      case "previous":
        show(neighbour(ids, selected, -1));
        break;
      case "nextFinding":
        show(nextWithFinding(rows, selected) ?? selected);
        break;
      case "help":
        setHelping(true);
        break;
      default:
        if (change && canDecide && online && tab === "changes") decideBy(command, change);
    }
  };
  const keys = useReviewKeys(reviewKeys, run);

  return (
    <StepFrame
      title={words.title}
      top={
        <div className={styles.top}>
          <Text role="status">
            {`${words.counter(counts.decided, counts.changes)}, ${words.findings(counts.settled, counts.findings)}`}
          </Text>
          <ProgressBar
            aria-label={words.counter(counts.decided, counts.changes)}
            thickness="large"
            value={counts.changes === 0 ? 1 : counts.decided / counts.changes}
          />
          <TabList
            className={styles.tabs}
            size="small"
            aria-label={words.tabs}
            selectedValue={tab}
            onTabSelect={(_, data) => setTab(data.value === "facts" ? "facts" : "changes")}
          >
            <Tab value="changes" id="tab-changes" aria-controls="panel-changes">
              {words.changes}
            </Tab>
            <Tab value="facts" id="tab-facts" aria-controls="panel-facts">
              {words.facts}
            </Tab>
          </TabList>
        </div>
      }
      footer={
        <ReviewFooter
          view={view}
          toSign={toSign}
          reason={canDecide ? openPoints(view) : actionOf(view, "Decide").reason}
          onKeys={() => setHelping(true)}
        />
      }
    >
      {!canDecide && <ReadOnlyNotice view={view} />}
      <ExtentNotice view={view} />
      <PracticeNotice view={view} />
      {tab === "changes" ? (
        <div
          ref={setList}
          role="tabpanel"
          id="panel-changes"
          aria-labelledby="tab-changes"
          className={styles.panel}
        >
          <KnownFailures known={known} workflow={workflow} />
          <ChangeList
            view={view}
            known={known.failures}
            workflow={workflow}
            canDecide={canDecide && online}
            editing={editing}
            explained={explained === selected ? explained : undefined}
            onEdit={setEditing}
            onFact={(pointer) => {
              setTarget(pointer);
              setTab("facts");
            }}
          />
        </div>
      ) : (
        <div role="tabpanel" id="panel-facts" aria-labelledby="tab-facts" className={styles.panel}>
          <FactsTab view={view} target={target} onShow={show} />
        </div>
      )}
      {helping && (
        <KeysDialog
          list={words.keyList}
          on={keys.on}
          onTurn={keys.turn}
          onClose={() => setHelping(false)}
        />
      )}
      <LeaveDialog />
    </StepFrame>
  );
}

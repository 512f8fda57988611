import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useLoaded } from "../../components/useLoaded";
import type { HandoffView, Workflow } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { OriginNotice } from "../../components/OriginNotice";
import { StepFrame } from "../../components/StepFrame";
import { LeaveDialog } from "../../design/LeaveDialog";
import { useActions, useApp, useAppState } from "../../store/context";
import { actionOf } from "../../store/state";
import { withSteps } from "../../store/triage";
import { strings } from "../../strings";
import { ExtentNotice } from "../review/ExtentNotice";
import { FactsTab } from "../review/FactsTab";
import { FindingNote } from "../review/FindingNote";
import { KeysDialog } from "../review/KeysDialog";
import { KnownFailures } from "../review/KnownFailures";
import { useKnownFailures } from "../review/known";
import { generalFindings } from "../review/order";
import { PracticeNotice } from "../review/PracticeNotice";
import { ReadOnlyNotice } from "../review/ReadOnlyNotice";
import { openPoints } from "../review/openPoints";
import { ReviewFooter } from "../review/ReviewFooter";
import { useReviewKeys } from "../review/useReviewKeys";
import { useViewing } from "../review/useViewing";
import { CandidateList } from "./CandidateList";
import { countTriage, nextOpen } from "./candidates";
import { triageKeys } from "./keys";
import { TriageBar } from "./TriageBar";
import { TriageOne } from "./TriageOne";
import { TriageTop } from "./TriageTop";
import { useTriage } from "./useTriage";

const words = strings.triage;

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface TriageScreenProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
}

/** The review of what the AI picked out: one candidate at a time, kept or dropped by a key, and shown so at once. */
export function TriageScreen({ view: stored, workflow }: TriageScreenProps) {
  const styles = useStyles();
  const { select } = useActions();
  const { api, host } = useApp().services;
  const me = useAppState((state) => state.me);
  const online = useAppState((state) => state.online);
  const { pending, refused } = useAppState((state) => state.triage);
  const chosen = useAppState((state) => state.selected);
  const [helping, setHelping] = useState(false);
  const [list, setList] = useState<HTMLElement | null>(null);
  const [people] = useLoaded(() => api.people());
  const known = useKnownFailures(stored.workflow.key);
  const act = useTriage(workflow);
  useViewing(stored, list);

  const view = withSteps(stored, pending, me);
  const canDecide = actionOf(view, "Decide").allowed;
  const counts = countTriage(view);
  const waiting = pending.filter(({ handoffId }) => handoffId === view.id).length;
  const change = view.changes.find(({ id }) => id === chosen) ?? view.changes[0];
  const back = view.changes.filter(({ id }) => refused[id] !== undefined);

  const { go, setShown } = act;
  const show = useCallback(
    (id: string | undefined) => {
      setShown("one");
      if (id !== undefined) select(id);
    },
    [select, setShown],
  );
  useEffect(() => host.onSelect(show), [host, show]);
  // Whoever comes to decide is at the first open candidate at once.
  const begin = useEffectEvent(() => {
    const first = nextOpen(view, undefined) ?? view.changes[0]?.id;
    if (chosen === undefined && first !== undefined) select(first);
  });
  useEffect(() => begin(), [canDecide]);

  const reason = canDecide
    ? (openPoints(
        view,
        words.undecided,
        counts.incomplete > 0 ? words.incomplete(counts.incomplete) : undefined,
      ) ?? (waiting > 0 ? words.saving(waiting) : undefined))
    : actionOf(view, "Decide").reason;
  const toSign = useRef<HTMLButtonElement>(null);
  const complete = counts.left === 0 && counts.incomplete === 0;
  const wasComplete = useRef(complete);
  useEffect(() => {
    if (complete && !wasComplete.current) toSign.current?.focus();
    wasComplete.current = complete;
  }, [complete]);

  const keys = useReviewKeys(triageKeys, (command, event) => {
    // A key that is held down must not decide about what nobody has seen.
    if (event.repeat && (command === "keep" || command === "drop")) return;
    if (command === "help") setHelping(true);
    else act.run(command);
  });

  return (
    <StepFrame
      focusableBody
      title={words.title}
      top={<TriageTop view={view} counts={counts} shown={act.shown} onShow={setShown} />}
      footer={
        <>
          {change && act.shown !== "facts" && (
            <TriageBar change={change} canDecide={canDecide && online} onRun={act.run} />
          )}
          <ReviewFooter
            view={view}
            toSign={toSign}
            reason={reason}
            onKeys={() => setHelping(true)}
          />
        </>
      }
    >
      {!canDecide && <ReadOnlyNotice view={view} />}
      <ExtentNotice view={view} />
      <PracticeNotice view={view} />
      {back.length > 0 && (
        <NoticeBar
          notice={{
            intent: "warning",
            title: words.cameBackTitle,
            body: strings.told.cameBack(back.length),
          }}
        >
          <Button size="small" onClick={() => show(back[0]?.id)}>
            {words.showIt}
          </Button>
        </NoticeBar>
      )}
      <div
        ref={setList}
        role="tabpanel"
        id={`panel-${act.shown}`}
        aria-labelledby={`tab-${act.shown}`}
        className={styles.panel}
      >
        {view.changes.length === 0 && <Text>{words.empty}</Text>}
        {act.shown === "one" && change && (
          <TriageOne
            view={view}
            workflow={workflow}
            change={change}
            act={act}
            canDecide={canDecide && online}
            people={people}
            known={known.failures}
            refused={refused[change.id]}
          />
        )}
        {act.shown === "all" && (
          <>
            {view.filter && (
              <Text size={200} className={styles.quiet}>
                {words.from(view.changes.length, view.filter.total, view.filter.threshold)}
              </Text>
            )}
            <CandidateList view={view} workflow={workflow} selected={change?.id} onSelect={go} />
          </>
        )}
        {act.shown === "facts" && <FactsTab view={view} target={undefined} onShow={show} />}
      </div>
      {(complete || act.shown === "all") &&
        generalFindings(view).map((finding) => (
          <FindingNote
            key={finding.id}
            finding={finding}
            text=""
            canDecide={false}
            onEdit={() => undefined}
          />
        ))}
      {view.draft?.origin && act.shown !== "facts" && <OriginNotice origin={view.draft.origin} />}
      {act.shown !== "facts" && <KnownFailures known={known} workflow={workflow} />}
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

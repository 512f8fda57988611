import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useLoaded } from "../../admin/useLoaded";
import type { HandoffView, Workflow } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { OriginNotice } from "../../components/OriginNotice";
import { ReasonButton } from "../../components/ReasonButton";
import { Responsible } from "../../components/Responsible";
import { StepFrame } from "../../components/StepFrame";
import { useActions, useApp, useAppState } from "../../store/context";
import { actionOf, countReview } from "../../store/state";
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
import { ReviewMenu } from "../review/ReviewMenu";
import { useReviewKeys } from "../review/useReviewKeys";
import { useViewing } from "../review/useViewing";
import { CandidateList } from "./CandidateList";
import { countTriage, nextOpen, type TriageCounts } from "./candidates";
import { triageKeys } from "./keys";
import { TriageBar } from "./TriageBar";
import { TriageOne } from "./TriageOne";
import { TriageTop } from "./TriageTop";
import { useTriage } from "./useTriage";

const words = strings.triage;

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  footerRow: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    alignItems: "flex-start",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Why one cannot go on to sign yet, or undefined. */
function openPoints(view: HandoffView, { left, incomplete }: TriageCounts): string | undefined {
  const { blocking } = countReview(view);
  // In a reduced review the plan keeps what nobody decides.
  const undecided = view.extent?.isReduced ? 0 : left;
  const points = [
    undecided > 0 ? words.undecided(undecided) : "",
    undecided === 0 && incomplete > 0 ? words.incomplete(incomplete) : "",
    blocking > 0 ? strings.review.blockingLeft(blocking) : "",
  ].filter(Boolean);
  return points.length > 0 ? `${points.join(", ")}.` : undefined;
}

interface TriageScreenProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
}

/** The review of what the AI picked out: one candidate at a time, kept or dropped by a key, and shown so at once. */
export function TriageScreen({ view: stored, workflow }: TriageScreenProps) {
  const styles = useStyles();
  const { select, navigate } = useActions();
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
    ? ([openPoints(view, counts), waiting > 0 ? words.saving(waiting) : undefined].find(Boolean) ??
      undefined)
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
      title={words.title}
      top={<TriageTop view={view} counts={counts} shown={act.shown} onShow={setShown} />}
      footer={
        <>
          {change && act.shown !== "facts" && (
            <TriageBar change={change} canDecide={canDecide && online} onRun={act.run} />
          )}
          <Responsible duty="Release" view={view} />
          <div className={styles.footerRow}>
            <ReasonButton
              ref={toSign}
              inRow
              label={strings.review.toSign}
              reason={reason}
              onClick={() => navigate({ screen: "handoff", id: view.id, step: "sign" })}
            />
            <ReviewMenu view={view} onKeys={() => setHelping(true)} />
          </div>
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
            body: words.cameBack(back.length),
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
            known={known}
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
      {act.shown !== "facts" && <KnownFailures failures={known} workflow={workflow} />}
      {helping && (
        <KeysDialog
          list={words.keyList}
          on={keys.on}
          onTurn={keys.turn}
          onClose={() => setHelping(false)}
        />
      )}
    </StepFrame>
  );
}

import {
  Button,
  makeStyles,
  mergeClasses,
  ProgressBar,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { Stop16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { noticeOfFailure } from "../api/problems";
import type { HandoffView, Workflow } from "../api/types";
import { AskDialog } from "../components/AskDialog";
import { NoticeBar } from "../components/NoticeBar";
import { OriginNotice } from "../components/OriginNotice";
import { ReasonButton } from "../components/ReasonButton";
import { Responsible } from "../components/Responsible";
import { Sentences } from "../components/Sentences";
import { StepFrame } from "../components/StepFrame";
import { useSeconds } from "../components/useSeconds";
import { formatDuration } from "../format";
import { useActions, useAppState } from "../store/context";
import { actionOf, type Drafting } from "../store/state";
import { strings } from "../strings";
import { OwnDocument } from "./input/OwnDocument";
import { useFollowing } from "./useFollowing";
import { TogetherScreen } from "./together/TogetherScreen";

const words = strings.draft;

const useStyles = makeStyles({
  status: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    flexWrap: "wrap",
  },
  grow: { flexGrow: 1 },
  top: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  past: { color: tokens.colorNeutralForeground3 },
  actions: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

interface DraftScreenProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
}

/** The draft while it is written, or what stands between the record and a draft. */
export function DraftScreen({ view, workflow }: DraftScreenProps) {
  const drafting = useAppState((state) => state.drafting);
  if (view.parallel && view.state !== "Revising" && view.loop.used === 0)
    return <TogetherScreen key={view.id} view={view} parallel={view.parallel} />;
  if (drafting?.handoffId === view.id)
    return <Streaming view={view} drafting={drafting} workflow={workflow} />;
  if (view.state === "Drafting" || view.state === "Checking") return <Elsewhere view={view} />;
  return <NotWritten view={view} />;
}

const titles = {
  starting: words.title,
  writing: words.title,
  checking: words.title,
  failed: words.titleFailed,
  stopped: words.titleStopped,
} satisfies Record<Drafting["phase"], string>;

function Streaming({
  view,
  drafting,
  workflow,
}: DraftScreenProps & { readonly drafting: Drafting }) {
  const styles = useStyles();
  const { stopDraft } = useActions();
  const seconds = useSeconds(drafting.startedAt, drafting.endedAt);
  const { phase, sentences, origin, notice } = drafting;
  const running = phase === "starting" || phase === "writing" || phase === "checking";
  const status =
    phase === "checking"
      ? words.checking
      : phase === "starting"
        ? words.starting
        : words.writing(sentences.length);
  return (
    <StepFrame
      title={titles[phase]}
      focusableBody
      top={
        running ? (
          <div className={styles.top}>
            <ProgressBar aria-label={words.title} />
            <div className={styles.status}>
              <Text size={200} className={styles.grow} aria-live="polite">
                {status}
              </Text>
              <Text size={200}>{words.elapsed(formatDuration(seconds))}</Text>
            </div>
          </div>
        ) : undefined
      }
      footer={
        <>
          <Responsible duty="Draft" view={view} />
          {running ? (
            <Button icon={<Stop16Regular />} onClick={stopDraft}>
              {words.stop}
            </Button>
          ) : (
            <RetryActions view={view} />
          )}
        </>
      }
    >
      {phase === "failed" && notice && <NoticeBar notice={notice} />}
      {phase === "stopped" && (
        <NoticeBar
          notice={{
            intent: "info",
            title: `${words.titleStopped} ${words.took(formatDuration(seconds))}`,
            body: words.stoppedBody,
          }}
        />
      )}
      {origin && <OriginNotice origin={origin} />}
      <div className={mergeClasses(styles.text, !running && styles.past)}>
        <Sentences sentences={sentences} sections={workflow?.output.sections ?? []} />
      </div>
    </StepFrame>
  );
}

function RetryActions({ view }: { readonly view: HandoffView }) {
  const { writeDraft, finishByHand } = useActions();
  const styles = useStyles();
  const online = useAppState((state) => state.online);
  const [asking, setAsking] = useState(false);
  const draft = actionOf(view, "Draft");
  const label = view.state === "Failed" || view.draft ? words.writeAgain : words.write;
  return (
    <>
      <ReasonButton
        label={label}
        reason={
          online
            ? draft.allowed
              ? undefined
              : (draft.reason ?? strings.actionUnknown)
            : strings.problems.offlineWait
        }
        onClick={() => void writeDraft(view.id)}
      />
      {actionOf(view, "RevertToManual").allowed && (
        <div className={styles.actions}>
          <Button appearance="subtle" onClick={() => setAsking(true)}>
            {words.byHand}
          </Button>
        </div>
      )}
      {asking && (
        <AskDialog
          title={strings.review.manualTitle}
          body={strings.review.manualBody}
          label={strings.review.reason}
          action={strings.review.manual}
          onClose={() => setAsking(false)}
          onAnswer={(reason) => {
            setAsking(false);
            void finishByHand(reason);
          }}
        />
      )}
    </>
  );
}

/** Intake, Failed or Revising, with no stream of ours running. */
function NotWritten({ view }: { readonly view: HandoffView }) {
  const { attachDocument } = useActions();
  const [file, setFile] = useState<File>();
  const failure = view.state === "Failed" ? view.failure : undefined;
  return (
    <StepFrame
      title={failure ? words.titleFailed : words.titleReady}
      footer={
        <>
          <Responsible duty="Draft" view={view} />
          <RetryActions view={view} />
        </>
      }
    >
      {failure && <NoticeBar notice={noticeOfFailure(failure)} />}
      <Text>{view.state === "Revising" ? words.revising : words.ready}</Text>
      {view.state === "Intake" && view.workflow.format === "Document" && (
        <OwnDocument
          file={file}
          onFile={(chosen) => {
            setFile(chosen);
            if (chosen) void attachDocument(chosen);
          }}
        />
      )}
    </StepFrame>
  );
}

/** Another window, or a server that lost our connection, is still writing: follow it. */
function Elsewhere({ view }: { readonly view: HandoffView }) {
  const styles = useStyles();
  useFollowing(view, true);
  return (
    <StepFrame title={words.titleElsewhere} footer={<Responsible duty="Draft" view={view} />}>
      <div className={styles.status}>
        <Spinner size="tiny" aria-hidden />
        <Text aria-live="polite">
          {view.state === "Checking" ? words.checking : words.elsewhere}
        </Text>
      </div>
    </StepFrame>
  );
}

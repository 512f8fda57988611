import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import type { HandoffView, Me, StopOrder } from "../api/types";
import { ErrorBoundary } from "../components/ErrorBoundary";
import { NoticeBar } from "../components/NoticeBar";
import { Waiting } from "../components/Waiting";
import { PaneSignInNotice } from "../identity/SignInNotice";
import { SignInScreen } from "../identity/SignInScreen";
import { useActions, useAppState } from "../store/context";
import { coverOf, stepOf, stopsOn, valueOf, workflowOf, type Step } from "../store/state";
import { standsFirst } from "../store/firstScreen";
import { formatInstant } from "../format";
import { strings } from "../strings";
import { useShallow } from "zustand/react/shallow";
import { shortWindow } from "../components/media";
import { Header } from "./Header";
import { Home } from "./Home";
import {
  AdminPage,
  DoneScreen,
  DraftScreen,
  InputScreen,
  JournalTap,
  JourneyPage,
  loadAhead,
  PracticeScreen,
  ReviewScreen,
  SignScreen,
  TriageScreen,
  WorkflowsPage,
} from "./screens";
import { whenIdle } from "./whenIdle";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    position: "relative",
    scrollPaddingBlock: tokens.spacingVerticalM,
    [shortWindow]: { overflowY: "auto" },
  },
  main: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    [shortWindow]: { minHeight: "auto", flexShrink: 0 },
  },
  notices: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  live: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
  },
});

interface PaneProps {
  /** The workbench around the pane already says whose product this is and who is signed in. */
  readonly embedded?: boolean;
}

/** The task pane: the same in the workbench, in Word and in Outlook. */
export function Pane({ embedded = false }: PaneProps) {
  const styles = useStyles();
  const announcement = useAppState((state) => state.announcement);
  // Once the first screen stands, nothing that the person does next has to wait for its files.
  const stands = useAppState((state) => state.boot.status === "ready" && standsFirst(state));
  useEffect(() => (stands ? whenIdle(() => void loadAhead()) : undefined), [stands]);
  return (
    <main className={styles.root}>
      <PaneSignInNotice />
      <ErrorBoundary>
        <Screen embedded={embedded} />
      </ErrorBoundary>
      <div role="status" className={styles.live}>
        {announcement}
      </div>
    </main>
  );
}

function Notices() {
  const styles = useStyles();
  const stops = useAppState(useShallow(stopsOn));
  const notice = useAppState((state) => state.notice);
  const online = useAppState((state) => state.online);
  const { dismissNotice } = useActions();
  if (!notice && online && stops.length === 0) return null;
  return (
    <div className={styles.notices}>
      {!online && (
        <NoticeBar
          notice={{
            intent: "warning",
            title: strings.problems.offlineTitle,
            body: strings.problems.offlineBody,
          }}
        />
      )}
      {stops.map((stop) => (
        <StopNotice key={stop.id} stop={stop} />
      ))}
      {notice && <NoticeBar notice={notice} onDismiss={dismissNotice} />}
    </div>
  );
}

/** A reason that leaves room for the screen below; whoever is refused reads the whole of it. */
const shortened = (reason: string) =>
  reason.length > 240 ? `${reason.slice(0, 240).trimEnd()}…` : reason;

/** A stop is loud: it says what is stopped, by whom, since when and why. */
function StopNotice({ stop }: { readonly stop: StopOrder }) {
  const title = useAppState((state) => coverOf(state, stop));
  return (
    <NoticeBar
      notice={{
        intent: "error",
        title,
        body: strings.stopped.said(stop.by.name, shortened(stop.reason), formatInstant(stop.at)),
      }}
    />
  );
}

function Screen({ embedded }: { readonly embedded: boolean }) {
  const styles = useStyles();
  const boot = useAppState((state) => state.boot);
  const me = useAppState((state) => state.me);
  const route = useAppState((state) => state.route);
  const { start } = useActions();
  if (boot.status === "loading") return <Waiting />;
  if (boot.status === "signedOut") return <SignInScreen product={boot.product} />;
  if (boot.status === "failed" || !me)
    return (
      <div className={styles.notices}>
        {boot.status === "failed" && (
          <NoticeBar notice={boot.notice}>
            <Button onClick={() => void start()}>{strings.retry}</Button>
          </NoticeBar>
        )}
      </div>
    );
  const person = embedded ? undefined : me;
  switch (route.screen) {
    case "home":
      return (
        <>
          {!embedded && <Header title={boot.value.product} atHome person={me} />}
          <Notices />
          <div className={styles.main}>
            <Home key={me.id} />
          </div>
        </>
      );
    case "admin":
      return (
        <>
          {!embedded && <Header title={boot.value.product} person={me} />}
          <Notices />
          <div className={styles.main}>
            <AdminPage key={me.id} />
          </div>
        </>
      );
    case "workflows":
    case "workflow":
      return (
        <>
          {!embedded && <Header title={boot.value.product} person={me} />}
          <Notices />
          <div className={styles.main}>
            {route.screen === "workflows" ? (
              <WorkflowsPage key={me.id} me={me} />
            ) : (
              <JourneyPage
                key={`${me.id} ${route.key}`}
                me={me}
                journeyKey={route.key}
                tab={route.tab}
              />
            )}
          </div>
        </>
      );
    case "practice":
      return (
        <>
          {!embedded && <Header title={boot.value.product} person={me} />}
          <Notices />
          <div className={styles.main}>
            <PracticeScreen
              key={`${me.id} ${route.workflow}`}
              workflowKey={route.workflow}
              version={route.version}
              handoff={route.handoff}
            />
          </div>
        </>
      );
    case "start":
      return <Start workflowKey={route.workflow} example={route.example} person={person} />;
    case "handoff":
      return <Handoff id={route.id} person={person} />;
  }
}

interface StartProps {
  readonly workflowKey: string;
  readonly example: boolean;
  readonly person: Me | undefined;
}

function Start({ workflowKey, example, person }: StartProps) {
  const styles = useStyles();
  const workflow = useAppState((state) => state.workflows[workflowKey]);
  const reviewers = useAppState((state) => state.reviewers);
  const me = useAppState((state) => state.me);
  const { loadWorkflow } = useActions();
  return (
    <>
      <Header title={valueOf(workflow)?.name ?? strings.loading} step="Input" person={person} />
      <Notices />
      <div className={styles.main}>
        {workflow?.status === "failed" && (
          <div className={styles.notices}>
            <NoticeBar notice={workflow.notice}>
              <Button onClick={() => void loadWorkflow(workflowKey)}>{strings.retry}</Button>
            </NoticeBar>
          </div>
        )}
        {(workflow === undefined || workflow.status === "loading") && <Waiting />}
        {workflow?.status === "ready" && me && (
          <InputScreen
            key={`${me.id} ${workflowKey} ${String(example)}`}
            workflow={workflow.value}
            me={me}
            reviewers={reviewers}
            example={example}
          />
        )}
      </div>
      {workflow?.status === "ready" && <JournalTap workflow={workflowKey} step="Input" />}
    </>
  );
}

interface HandoffProps {
  readonly id: string;
  readonly person: Me | undefined;
}

function Handoff({ id, person }: HandoffProps) {
  const styles = useStyles();
  const handoff = useAppState((state) => state.handoff);
  const { loadHandoff } = useActions();
  if (handoff?.status === "failed")
    return (
      <>
        <Header title={strings.product} person={person} />
        <div className={styles.notices}>
          <NoticeBar notice={handoff.notice}>
            <Button onClick={() => void loadHandoff(id)}>{strings.retry}</Button>
          </NoticeBar>
        </div>
      </>
    );
  if (handoff?.status !== "ready")
    return (
      <>
        <Header title={strings.loading} person={person} />
        <Waiting />
      </>
    );
  return <Open view={handoff.value} person={person} />;
}

const inReview: readonly Step[] = ["Review", "Sign"];
const nowhere: readonly Step[] = [];

interface OpenProps {
  readonly view: HandoffView;
  readonly person: Me | undefined;
}

function Open({ view, person }: OpenProps) {
  const styles = useStyles();
  const { navigate } = useActions();
  const drafting = useAppState((state) => state.drafting);
  const route = useAppState((state) => state.route);
  const workflow = useAppState((state) => workflowOf(state, view.workflow));
  const step = stepOf(view, drafting, route);
  // A workflow that filters hands over candidates, to keep or to drop.
  const Review = view.filter ? TriageScreen : ReviewScreen;
  return (
    <>
      <Header
        title={view.workflow.name}
        subject={view.subject}
        person={person}
        step={step}
        reachable={view.state === "InReview" && step !== "Draft" ? inReview : nowhere}
        onGo={(to) =>
          navigate({ screen: "handoff", id: view.id, ...(to === "Sign" ? { step: "sign" } : {}) })
        }
      />
      <Notices />
      <div key={view.id} className={styles.main}>
        {step === "Draft" && <DraftScreen view={view} workflow={workflow} />}
        {step === "Review" && (
          <Review
            key={`${view.id} ${String(view.draft?.revision)}`}
            view={view}
            workflow={workflow}
          />
        )}
        {step === "Sign" && <SignScreen view={view} workflow={workflow} />}
        {step === "Done" && <DoneScreen view={view} />}
      </div>
      <JournalTap key={step} workflow={view.workflow.key} step={step} handoffId={view.id} />
    </>
  );
}

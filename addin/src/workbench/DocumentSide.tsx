import { useState } from "react";
import type { HandoffView, Workflow } from "../api/types";
import type { BrowserHost } from "../host/BrowserHost";
import { useAppState } from "../store/context";
import { valueOf, workflowId, workflowOf, type AppState } from "../store/state";
import type { TrackedChange } from "./changes/change";
import { Legend } from "./changes/Legend";
import { DocumentView } from "./DocumentView";
import { MailView } from "./MailView";
import { EmptyPaper, OutlinePaper, PaperSkeleton, TogetherPaper, WritingPaper } from "./Paper";

interface ShownProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
  readonly host: BrowserHost;
}

/** The document or mail, and above it what is tracked in it. */
function Shown({ view, workflow, host }: ShownProps) {
  const [changes, setChanges] = useState<readonly TrackedChange[]>([]);
  const mail = view.workflow.format === "Email";
  const document = <DocumentView view={view} host={host} mail={mail} onChanges={setChanges} />;
  return (
    <>
      <Legend view={view} changes={changes} />
      {mail ? (
        <MailView view={view} workflow={workflow}>
          {document}
        </MailView>
      ) : (
        document
      )}
    </>
  );
}

/** Before its first draft is merged, a text that two sides write has no document. */
const isWritten = ({ state, loop }: HandoffView) =>
  loop.used === 0 && ["Intake", "Drafting", "Failed", "Checking"].includes(state);

const ofHandoff = (state: AppState, view: HandoffView | undefined) =>
  view && workflowOf(state, view.workflow);

/** What stands beside the pane: nothing yet, the promise, the page being written, or the document itself. */
export function DocumentSide({ host }: { readonly host: BrowserHost }) {
  const route = useAppState((state) => state.route);
  const handoff = useAppState((state) => state.handoff);
  const drafting = useAppState((state) => state.drafting);
  const workflow = useAppState((state) =>
    route.screen === "start"
      ? valueOf(state.workflows[workflowId(route.workflow)])
      : ofHandoff(state, valueOf(handoff)),
  );
  if (route.screen === "start") {
    return workflow ? <OutlinePaper workflow={workflow} /> : <PaperSkeleton mail={false} />;
  }
  if (route.screen === "home" || handoff?.status === "failed") return <EmptyPaper />;
  const view = valueOf(handoff);
  if (!view) return <PaperSkeleton mail={false} />;
  if (view.parallel && isWritten(view))
    return (
      <TogetherPaper
        view={view}
        parallel={view.parallel}
        sentences={
          (drafting?.handoffId === view.id ? drafting.sentences : view.draft?.sentences) ?? []
        }
      />
    );
  if (drafting?.handoffId === view.id)
    return <WritingPaper subject={view.subject} drafting={drafting} workflow={workflow} />;
  if (view.draft == null && workflow) return <OutlinePaper workflow={workflow} />;
  return <Shown key={view.id} view={view} workflow={workflow} host={host} />;
}

import { Button } from "@fluentui/react-components";
import { useLoaded } from "../components/useLoaded";
import { NoticeBar } from "../components/NoticeBar";
import { Waiting } from "../components/Waiting";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { Differences } from "./Differences";
import { nextVersion } from "./editor/model";
import { PreviewPane } from "./editor/PreviewPane";
import { usePreview } from "./editor/usePreview";
import { VersionEditor } from "./editor/VersionEditor";
import type { TabProps } from "./JourneyPage";
import type { Workflow } from "../api/types";

/** What people enter, what the text has to be, and what is checked: the next version, and how it differs. */
export function DesignTabPage(props: TabProps) {
  // A version that was added, or somebody else's change that was taken over, begins a new one.
  const { versions } = props.journey;
  return <Loaded key={String(versions[0]?.version ?? 0)} {...props} />;
}

function Loaded({ journey, designs, onJourney, onReload }: TabProps) {
  const { api } = useApp().services;
  const newest = journey.versions[0]?.version;
  const [state, reload] = useLoaded(async () => ({
    before: newest === undefined ? undefined : await api.workflow(journey.key, newest),
    journey: await api.journey(journey.key),
  }));
  if (state.status === "loading") return <Waiting />;
  if (state.status === "failed")
    return (
      <NoticeBar notice={state.notice}>
        <Button onClick={reload}>{strings.retry}</Button>
      </NoticeBar>
    );
  const { before, journey: fresh } = state.value;
  return (
    <>
      {designs ? (
        <VersionEditor
          key={String(fresh.revision)}
          journey={fresh}
          begun={nextVersion(fresh, before)}
          before={before}
          onJourney={onJourney}
          onReload={() => {
            reload();
            onReload();
          }}
        />
      ) : (
        before && <Shown version={before} />
      )}
      <Differences journey={journey} />
    </>
  );
}

/** The newest version for whoever only looks. */
function Shown({ version }: { readonly version: Workflow }) {
  return <PreviewPane version={version} preview={nothing} />;
}

const nothing: ReturnType<typeof usePreview> = {
  value: { problems: [], advice: [] },
  current: true,
  notice: undefined,
};

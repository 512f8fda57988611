import { Badge, Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Journey, Me } from "../api/types";
import { NoticeBar } from "../components/NoticeBar";
import { StepFrame } from "../components/StepFrame";
import { Waiting } from "../components/Waiting";
import { useActions } from "../store/context";
import { formatRoute, type DesignTab } from "../store/route";
import { strings } from "../strings";
import { ChooseTab } from "./ChooseTab";
import { DesignTabPage } from "./DesignTab";
import { Foreign } from "./Foreign";
import { JourneyTabs } from "./JourneyTabs";
import { LeaveDialog } from "./LeaveDialog";
import { MapTab } from "./MapTab";
import { MeasuresTab } from "./MeasuresTab";
import { isReading, missingIn, newestOf, nextTab } from "./missing";
import { PilotTab } from "./PilotTab";
import { PlaybookTab } from "./PlaybookTab";
import { TestTab } from "./TestTab";
import { TrainingTab } from "./TrainingTab";
import { useJourney } from "./useJourney";

const words = strings.design;

const useStyles = makeStyles({
  lead: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
  },
  missing: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  intro: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  body: {
    width: "100%",
    maxWidth: "1248px",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXL,
    minWidth: 0,
  },
});

/** What every step of a workflow's design is given. */
export interface TabProps {
  readonly journey: Journey;
  readonly me: Me;
  /** Whether this person designs; others look. */
  readonly designs: boolean;
  readonly onJourney: (journey: Journey) => void;
  readonly onReload: () => void;
}

const tabPages = {
  map: MapTab,
  choose: ChooseTab,
  design: DesignTabPage,
  test: TestTab,
  pilot: PilotTab,
  measures: MeasuresTab,
  training: TrainingTab,
  playbook: PlaybookTab,
} satisfies Record<DesignTab, (props: TabProps) => unknown>;

interface JourneyPageProps {
  readonly me: Me;
  readonly journeyKey: string;
  readonly tab: DesignTab | undefined;
}

/** One workflow on its way from the map of today's work to its retirement. */
export function JourneyPage({ me, journeyKey, tab }: JourneyPageProps) {
  if (!me.roles.some((role) => role === "Designer" || role === "Administrator"))
    return <Foreign title={journeyKey} />;
  return <Known me={me} journeyKey={journeyKey} tab={tab} />;
}

function Known({ me, journeyKey, tab }: JourneyPageProps) {
  const [state, put, reload] = useJourney(journeyKey);
  const { navigate } = useActions();
  if (state.status === "loading")
    return (
      <StepFrame title={strings.loading}>
        <Waiting />
      </StepFrame>
    );
  if (state.status === "failed")
    return (
      <StepFrame title={journeyKey}>
        <NoticeBar notice={state.notice}>
          <Button onClick={reload}>{strings.retry}</Button>
          <Button onClick={() => navigate({ screen: "workflows" })}>{words.list.title}</Button>
        </NoticeBar>
      </StepFrame>
    );
  return <Opened me={me} journey={state.value} tab={tab} onJourney={put} onReload={reload} />;
}

interface OpenedProps extends Omit<TabProps, "designs"> {
  readonly tab: DesignTab | undefined;
}

function Opened({ journey, me, tab, onJourney, onReload }: OpenedProps) {
  const styles = useStyles();
  const { navigate } = useActions();
  const current = tab ?? nextTab(journey);
  const designs = me.roles.includes("Designer");
  const newest = newestOf(journey);
  const Page = tabPages[current];
  return (
    <StepFrame
      title={journey.name}
      lead={
        <span className={styles.lead}>
          <Badge appearance="tint" color={newest?.stage === "Live" ? "success" : "informative"}>
            {newest ? words.stages[newest.stage] : words.noStage}
          </Badge>
          {newest && <span>{words.list.version(newest.version)}</span>}
          <span>{journey.designer.name}</span>
        </span>
      }
      top={
        <JourneyTabs
          journey={journey}
          current={current}
          onGo={(to) => navigate({ screen: "workflow", key: journey.key, tab: to })}
        />
      }
    >
      <div className={styles.body}>
        <Intro tab={current} journey={journey} />
        {!designs && (
          <NoticeBar
            notice={{
              intent: "info",
              title: words.readOnly.title,
              body: words.readOnly.body(journey.designer.name),
            }}
          />
        )}
        <Page
          key={current}
          journey={journey}
          me={me}
          designs={designs}
          onJourney={onJourney}
          onReload={onReload}
        />
      </div>
      <LeaveDialog />
    </StepFrame>
  );
}

/** What a step is for, and what is missing to go on. */
function Intro({ tab, journey }: { readonly tab: DesignTab; readonly journey: Journey }) {
  const styles = useStyles();
  const missing = missingIn(tab, journey);
  const next = nextTab(journey);
  return (
    <div className={styles.intro}>
      <Text>{words.tabs.leads[tab]}</Text>
      {missing.length === 0 ? (
        !isReading(tab) && (
          <Text size={200}>
            {words.tabs.nothing}{" "}
            {missingIn(next, journey).length > 0 && (
              <Link inline href={formatRoute({ screen: "workflow", key: journey.key, tab: next })}>
                {words.tabs.goOn(words.tabs.names[next])}
              </Link>
            )}
          </Text>
        )
      ) : (
        <Text as="p" size={200} block style={{ margin: 0 }}>
          {words.tabs.missing} {missing.length === 1 && missing[0]}
        </Text>
      )}
      {missing.length > 1 && (
        <ul className={styles.missing}>
          {missing.map((text) => (
            <li key={text}>
              <Text size={200}>{text}</Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

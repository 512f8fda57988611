import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Journey, Lack } from "../api/types";
import { AskDialog } from "../components/AskDialog";
import { FormDialog } from "../components/FormDialog";
import { ReasonButton } from "../components/ReasonButton";
import { formatDate } from "../format";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { Line, Stack } from "./Grid";
import type { TabProps } from "./JourneyPage";
import { newestOf } from "./missing";
import { StartPilotDialog } from "./StartPilotDialog";

const words = strings.design.pilot;
const day = 86_400_000;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

type Asked = "start" | "end" | "early" | "live" | "anyway";

/** Where the pilot stands, and the next step: start it, end it, or let everybody use the version. */
export function PilotState(props: TabProps) {
  const { journey, me, designs, onJourney } = props;
  const { api } = useApp().services;
  const { announce } = useActions();
  const [asked, setAsked] = useState<Asked>();
  const [now] = useState(() => Date.now());
  const close = () => setAsked(undefined);
  const newest = newestOf(journey);
  const { pilot, key } = journey;
  const runs = pilot !== undefined && pilot.endedAt == null;
  const done = (after: Journey, said: string) => {
    onJourney(after);
    close();
    announce(said);
  };
  if (!newest) return <Text>{strings.design.test.noVersion}</Text>;
  const version = newest.version;
  const toPilot = newest.next.find(({ stage }) => stage === "Pilot");
  const toLive = newest.next.find(({ stage }) => stage === "Live");
  const lacks = toLive?.lacks ?? [];
  // What an administrator can decide to do without: everything but the test.
  const canSkip =
    me.roles.includes("Administrator") &&
    toLive !== undefined &&
    lacks.length > 0 &&
    lacks.every(({ code }) => code !== "examples");
  const early = pilot !== undefined && Date.parse(pilot.plannedEnd) > now;
  return (
    <Stack>
      <Said journey={journey} now={now} />
      {lacks.length > 0 && <Lacks lacks={lacks} />}
      {lacks.length > 0 && pilot?.endedAt != null && newest.stage === "Pilot" && (
        <Text>{words.meanwhile(pilot.person.name)}</Text>
      )}
      <Line>
        {designs && toPilot && !runs && (
          <ReasonButton
            label={words.start}
            appearance={toLive && lacks.length === 0 ? "secondary" : "primary"}
            reason={joined(toPilot.lacks)}
            onClick={() => setAsked("start")}
          />
        )}
        {designs && runs && (
          <ReasonButton label={words.end} onClick={() => setAsked(early ? "early" : "end")} />
        )}
        {designs && toLive && !runs && (pilot !== undefined || lacks.length === 0) && (
          <ReasonButton
            label={words.live}
            reason={lacks.length > 0 ? words.lacking : undefined}
            onClick={() => setAsked("live")}
          />
        )}
        {canSkip && (
          <ReasonButton
            label={words.anyway}
            appearance="secondary"
            onClick={() => setAsked("anyway")}
          />
        )}
      </Line>
      {asked === "start" && (
        <StartPilotDialog
          onClose={close}
          onStart={async (personId, days) =>
            done(await api.startPilot(key, version, personId, days), words.started)
          }
        />
      )}
      {asked === "end" && (
        <FormDialog
          title={words.endTitle}
          action={words.end}
          onClose={close}
          onAction={async () => done(await api.endPilot(key), words.endDone)}
        >
          {words.endBody}
        </FormDialog>
      )}
      {asked === "early" && (
        <AskDialog
          title={words.endTitle}
          body={words.endBody}
          label={words.endEarly}
          action={words.end}
          onClose={close}
          onAnswer={async (reason) => done(await api.endPilot(key, reason), words.endDone)}
        />
      )}
      {asked === "live" && (
        <FormDialog
          title={words.liveTitle}
          action={words.live}
          onClose={close}
          onAction={async () => done(await api.goLive(key, version), words.liveDone)}
        >
          {words.liveBody(version)}
        </FormDialog>
      )}
      {asked === "anyway" && (
        <AskDialog
          title={words.anywayTitle}
          body={words.anywayBody}
          label={words.reason}
          action={words.anyway}
          onClose={close}
          onAnswer={async (reason) =>
            done(await api.goLiveAnyway(key, version, reason), words.liveDone)
          }
        />
      )}
    </Stack>
  );
}

const joined = (lacks: readonly Lack[]) =>
  lacks.length === 0 ? undefined : lacks.map(({ text }) => text).join(" ");

function Lacks({ lacks }: { readonly lacks: readonly Lack[] }) {
  const styles = useStyles();
  return (
    <div>
      <Text weight="semibold">{words.lacks}</Text>
      <ul className={styles.list}>
        {lacks.map(({ code, text }) => (
          <li key={code + text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/** Who tries it, since when, and until when; or how it ended. */
function Said({ journey, now }: { readonly journey: Journey; readonly now: number }) {
  const { pilot } = journey;
  if (!pilot) return null;
  const { person, days, startedAt, plannedEnd, endedAt, endedEarly } = pilot;
  if (endedAt != null)
    return (
      <Text>
        {words.ended(person.name, formatDate(endedAt.slice(0, 10)))}
        {endedEarly && `. ${words.endedEarly(endedEarly)}`}
      </Text>
    );
  // It may have begun after the page was opened.
  const current = Math.max(0, Math.floor((now - Date.parse(startedAt)) / day)) + 1;
  return (
    <Stack>
      <Text size={400} weight="semibold">
        {current > days ? words.over(person.name) : words.running(person.name, current, days)}
      </Text>
      <Text>{words.ends(formatDate(plannedEnd.slice(0, 10)))}</Text>
    </Stack>
  );
}

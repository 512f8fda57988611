import { Button, Link, Text } from "@fluentui/react-components";
import { Row, Rows } from "../admin/Section";
import { useLoaded } from "../components/useLoaded";
import type { Trust } from "../api/types";
import { NoticeBar } from "../components/NoticeBar";
import { Waiting } from "../components/Waiting";
import { formatInstant } from "../format";
import { useApp } from "../store/context";
import { formatRoute } from "../store/route";
import { strings } from "../strings";
import { Answers, Minutes } from "./Answers";
import { Bar } from "./Bar";
import type { TabProps } from "./JourneyPage";
import { Part } from "./Part";
import { TwoBars } from "./TwoBars";
import { Weeks } from "./Weeks";

const words = strings.design.measures;

/** What the handoffs so far show: whether people look, whether drafts are good, what was trusted and what escaped. */
export function MeasuresTab({ journey }: TabProps) {
  const { api } = useApp().services;
  const written = journey.versions.length > 0;
  const version = journey.live ?? journey.inPilot ?? journey.versions[0]?.version;
  const twoBars = async () => {
    if (version === undefined) return undefined;
    const { filter } = await api.workflow(journey.key, version);
    return filter ? { version, measured: await api.twoBars(journey.key, version) } : undefined;
  };
  const [loaded, reload] = useLoaded(() =>
    written
      ? Promise.all([api.trust(journey.key), api.measures(journey.key), twoBars()])
      : Promise.resolve(undefined),
  );
  if (loaded.status === "loading") return <Waiting />;
  if (loaded.status === "failed")
    return (
      <NoticeBar notice={loaded.notice}>
        <Button onClick={reload}>{strings.retry}</Button>
      </NoticeBar>
    );
  if (!loaded.value) return <Text>{words.empty}</Text>;
  const [trust, measures, bars] = loaded.value;
  return (
    <>
      <Answers measures={measures} />
      <Minutes measures={measures} />
      <Weeks measures={measures} />
      {bars && <TwoBars {...bars} />}
      <Shown trust={trust} />
    </>
  );
}

function Shown({ trust }: { readonly trust: Trust }) {
  const { catchRate, levels, loops, flag, escaped } = trust;
  const planted = catchRate.found + catchRate.missed;
  return (
    <>
      <Part title={words.review} lead={catchRate.sentence}>
        {planted > 0 && (
          <Bar
            label={strings.design.version.gate.seeded}
            said={words.foundOf(catchRate.found, planted)}
            value={catchRate.found}
            most={planted}
          />
        )}
      </Part>
      <Part title={words.loops} lead={words.loopsSaid(loops.looped, loops.finished)}>
        {flag === "BrokenLoop" && (
          <NoticeBar notice={{ intent: "warning", title: words.brokenTitle, body: words.broken }} />
        )}
      </Part>
      <Part title={words.trust}>
        <Rows items={levels} empty={words.noTrust}>
          {({ version, origin, clean, faulty, cleanInARow }) => (
            <Row
              key={`${String(version)} ${origin}`}
              title={words.level(version, origin)}
              facts={[words.clean(clean, faulty), words.inARow(cleanInARow)]}
            />
          )}
        </Rows>
      </Part>
      <Part title={words.escaped}>
        <Rows items={escaped} empty={words.noEscaped}>
          {({ handoffId, version, reception, at }) => (
            <Row
              key={`${handoffId} ${at}`}
              title={`${strings.design.list.version(version)}: ${words.receptions[reception]}`}
              facts={[formatInstant(at)]}
              actions={
                <Link href={formatRoute({ screen: "handoff", id: handoffId })}>
                  {strings.design.pilot.openHandoff}
                </Link>
              }
            />
          )}
        </Rows>
      </Part>
    </>
  );
}

import { Button, Text } from "@fluentui/react-components";
import { Row, Rows } from "../admin/Section";
import { useLoaded } from "../components/useLoaded";
import type { Training } from "../api/types";
import { NoticeBar } from "../components/NoticeBar";
import { Waiting } from "../components/Waiting";
import { formatInstant } from "../format";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import type { TabProps } from "./JourneyPage";
import { newestOf } from "./missing";
import { Part } from "./Part";

const words = strings.training;

/** Who has practised on the newest version, how well and when. */
export function TrainingTab({ journey }: TabProps) {
  const { api } = useApp().services;
  const newest = newestOf(journey)?.version;
  const [loaded, reload] = useLoaded<Training | undefined>(() =>
    newest === undefined ? Promise.resolve(undefined) : api.training(journey.key, newest),
  );
  if (loaded.status === "loading") return <Waiting />;
  if (loaded.status === "failed")
    return (
      <NoticeBar notice={loaded.notice}>
        <Button onClick={reload}>{strings.retry}</Button>
      </NoticeBar>
    );
  return loaded.value ? <People training={loaded.value} /> : <Text>{words.tab.noVersion}</Text>;
}

function People({ training }: { readonly training: Training }) {
  const { navigate } = useActions();
  const { bar, workflow, version } = training;
  const percent = (share: number) => Math.round(share * 100);
  if (!training.possible) return <Text>{words.tab.impossible}</Text>;
  return (
    <Part
      title={words.tab.people}
      lead={`${training.required ? words.tab.required : words.tab.optional} ${words.bar(bar.practices, percent(bar.catchShare), percent(bar.falseAlarmShare))}`}
      actions={
        <Button onClick={() => navigate({ screen: "practice", workflow, version })}>
          {strings.practise.begin}
        </Button>
      }
    >
      <Rows items={training.people ?? []} empty={words.tab.none}>
        {({ person, trainedAt, trainedOn, practices, last }) => (
          <Row
            key={person.id}
            title={person.name}
            facts={[
              trainedAt == null || trainedOn == null
                ? words.tab.untrained
                : words.tab.trained(formatInstant(trainedAt), trainedOn),
              words.tab.practices(practices),
              ...(last
                ? [
                    words.caught(last.caught, last.planted),
                    words.alarms(last.falseAlarms, last.clean),
                  ]
                : []),
            ]}
          />
        )}
      </Rows>
    </Part>
  );
}

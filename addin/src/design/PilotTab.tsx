import { Adjustments } from "./Adjustments";
import type { TabProps } from "./JourneyPage";
import { JournalList } from "./JournalList";
import { PilotState } from "./PilotState";
import { TimeLine } from "./TimeLine";
import { VersionRows } from "./VersionRows";

/** One person tries it in real work; then it is mended or let go. */
export function PilotTab(props: TabProps) {
  const { journey } = props;
  return (
    <>
      <PilotState {...props} />
      {journey.versions.length > 0 && <VersionRows {...props} />}
      <TimeLine phases={journey.timeLine} />
      <JournalList journeyKey={journey.key} />
      <Adjustments adjustments={journey.adjustments} />
    </>
  );
}

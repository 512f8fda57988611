import { HighStakes } from "./HighStakes";
import type { TabProps } from "./JourneyPage";
import { Options } from "./Options";
import { Suitability } from "./Suitability";

/** Whether the work is suited, and where AI helps most. */
export function ChooseTab(props: TabProps) {
  return (
    <>
      <Suitability {...props} />
      <HighStakes {...props} />
      <Options {...props} />
    </>
  );
}

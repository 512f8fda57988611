import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { CheckmarkCircle16Filled, Circle16Regular } from "@fluentui/react-icons";
import type { Journey } from "../api/types";
import { designTabs, type DesignTab } from "../store/route";
import { strings } from "../strings";
import { isReading, missingIn } from "./missing";

const words = strings.design.tabs;

const useStyles = makeStyles({
  // The steps are wider than a narrow pane: they scroll, and the focus brings each into view.
  root: { overflowX: "auto", scrollbarWidth: "thin" },
  list: { width: "max-content" },
});

interface JourneyTabsProps {
  readonly journey: Journey;
  readonly current: DesignTab;
  readonly onGo: (tab: DesignTab) => void;
}

/** The steps of the design in order, each with whether it is done. */
export function JourneyTabs({ journey, current, onGo }: JourneyTabsProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  // Where they do not all fit, the current one is to be seen, also once there is less room.
  useEffect(() => {
    const show = () =>
      root.current
        ?.querySelector('[aria-selected="true"]')
        ?.scrollIntoView({ block: "nearest", inline: "center" });
    show();
    addEventListener("resize", show);
    return () => removeEventListener("resize", show);
  }, [current]);
  return (
    <div ref={root} className={styles.root}>
      <TabList
        className={styles.list}
        aria-label={words.label}
        selectedValue={current}
        onTabSelect={(_, data) => {
          const tab = designTabs.find((each) => each === data.value);
          if (tab) onGo(tab);
        }}
      >
        {designTabs.map((tab) => {
          const name = words.names[tab];
          if (isReading(tab))
            return (
              <Tab key={tab} value={tab}>
                {name}
              </Tab>
            );
          const done = missingIn(tab, journey).length === 0;
          return (
            <Tab
              key={tab}
              value={tab}
              aria-label={`${name}, ${done ? words.done : words.open}`}
              icon={done ? <CheckmarkCircle16Filled /> : <Circle16Regular />}
            >
              {name}
            </Tab>
          );
        })}
      </TabList>
    </div>
  );
}

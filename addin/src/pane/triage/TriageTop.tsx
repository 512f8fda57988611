import { makeStyles, ProgressBar, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import type { HandoffView } from "../../api/types";
import { strings } from "../../strings";
import type { TriageCounts } from "./candidates";
import type { TriageView } from "./useTriage";

const words = strings.triage;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  line: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  tabs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface TriageTopProps {
  readonly view: HandoffView;
  readonly counts: TriageCounts;
  readonly shown: TriageView;
  readonly onShow: (view: TriageView) => void;
}

/** How far it is, how fast it goes, and the three ways to look at it. */
export function TriageTop({ view, counts, shown, onShow }: TriageTopProps) {
  const styles = useStyles();
  const pace = view.filter?.triage;
  const said = words.counts(counts.kept, counts.dropped, counts.left);
  const total = view.changes.length;
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <Text>{said}</Text>
        {pace?.medianSeconds != null && (
          <Text size={200} className={styles.quiet}>
            {words.pace(pace.medianSeconds, pace.targetSeconds)}
          </Text>
        )}
      </div>
      <ProgressBar
        aria-label={said}
        thickness="large"
        value={total === 0 ? 1 : (total - counts.left) / total}
      />
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={words.views}
        selectedValue={shown}
        onTabSelect={(_, data) =>
          onShow(data.value === "all" || data.value === "facts" ? data.value : "one")
        }
      >
        {(["one", "all", "facts"] as const).map((tab) => (
          <Tab key={tab} value={tab} id={`tab-${tab}`} aria-controls={`panel-${tab}`}>
            {words[tab]}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}

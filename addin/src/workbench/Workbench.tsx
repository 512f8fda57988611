import { makeStyles, mergeClasses, Tab, TabList, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { ErrorBoundary } from "../components/ErrorBoundary";
import type { BrowserHost } from "../host/BrowserHost";
import { Pane } from "../pane/Pane";
import { useAppState } from "../store/context";
import { isWide } from "../store/route";
import { strings } from "../strings";
import type { ThemeState } from "../theme";
import { DocumentSide } from "./DocumentSide";
import { TopBar } from "./TopBar";
import { useNarrow } from "./useNarrow";

const words = strings.workbench;
const useStyles = makeStyles({
  root: { height: "100%", display: "flex", flexDirection: "column" },
  tabs: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  work: { display: "flex", flexGrow: 1, minHeight: 0 },
  document: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground4,
  },
  pane: {
    width: "420px",
    flexShrink: 0,
    minHeight: 0,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  alone: { width: "100%", borderLeft: "none" },
  away: { display: "none" },
});

type Side = "document" | "pane";

interface WorkbenchProps {
  readonly host: BrowserHost;
  readonly theme: ThemeState;
}

/** Document and pane side by side; on a narrow screen one at a time. */
export function Workbench({ host, theme }: WorkbenchProps) {
  const styles = useStyles();
  const isNarrow = useNarrow();
  const alone = useAppState(({ route, boot }) => isWide(route) || boot.status === "signedOut");
  const [side, setSide] = useState<Side>("pane");
  const format = useAppState((state) =>
    state.handoff?.status === "ready" ? state.handoff.value.workflow.format : "Document",
  );
  // Somebody who taps a change in the document wants to decide it.
  useEffect(() => host.onSelect(() => setSide("pane")), [host]);
  const shows = (candidate: Side) =>
    alone ? candidate === "pane" : !isNarrow || side === candidate;
  const documentName = format === "Email" ? words.mail : words.document;
  return (
    <div className={styles.root}>
      <TopBar theme={theme} />
      {isNarrow && !alone && (
        <TabList
          className={styles.tabs}
          aria-label={words.areas}
          selectedValue={side}
          onTabSelect={(_, data) => setSide(data.value === "document" ? "document" : "pane")}
        >
          <Tab value="document">{documentName}</Tab>
          <Tab value="pane">{words.pane}</Tab>
        </TabList>
      )}
      <div className={styles.work}>
        <section
          aria-label={documentName}
          className={mergeClasses(styles.document, !shows("document") && styles.away)}
        >
          <ErrorBoundary>
            <DocumentSide host={host} />
          </ErrorBoundary>
        </section>
        <div
          className={mergeClasses(
            styles.pane,
            (isNarrow || alone) && styles.alone,
            !shows("pane") && styles.away,
          )}
        >
          <Pane embedded />
        </div>
      </div>
    </div>
  );
}

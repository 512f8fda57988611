import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { Bot16Regular, CircleHalfFill16Regular } from "@fluentui/react-icons";
import type { BrowserHost } from "../host/BrowserHost";
import type { HandoffView } from "../api/types";
import { useAppState } from "../store/context";
import { valueOf } from "../store/state";
import { strings } from "../strings";
import { DocumentView } from "./DocumentView";
import { MailView } from "./MailView";
import { EmptyPaper, OutlinePaper, PaperSkeleton, WritingPaper } from "./Paper";

const words = strings.workbench;

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    minHeight: "28px",
    flexShrink: 0,
    alignItems: "center",
  },
  item: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

function Legend({ view }: { readonly view: HandoffView }) {
  const styles = useStyles();
  const pending = view.changes.filter((change) => change.decision === "Undecided");
  const authors = [...new Set(pending.map((change) => change.author))];
  if (view.changes.length === 0) return null;
  return (
    <div className={styles.bar}>
      <Text size={200} className={styles.item}>
        <CircleHalfFill16Regular aria-hidden />
        {words.legendPending(pending.length)}
      </Text>
      {authors.map((author) => (
        <Text key={author} size={200} className={styles.item}>
          <Bot16Regular aria-hidden />
          <u>{words.legendInserted(author)}</u>
        </Text>
      ))}
    </div>
  );
}

/** What stands beside the pane: nothing yet, the promise, the page being written, or the document itself. */
export function DocumentSide({ host }: { readonly host: BrowserHost }) {
  const route = useAppState((state) => state.route);
  const handoff = useAppState((state) => state.handoff);
  const drafting = useAppState((state) => state.drafting);
  const workflows = useAppState((state) => state.workflows);
  const workflowOf = (key: string) => valueOf(workflows[key]);
  if (route.screen === "start") {
    const workflow = workflowOf(route.workflow);
    return workflow ? <OutlinePaper workflow={workflow} /> : <PaperSkeleton mail={false} />;
  }
  if (route.screen === "home" || handoff?.status === "failed") return <EmptyPaper />;
  const view = valueOf(handoff);
  if (!view) return <PaperSkeleton mail={false} />;
  const workflow = workflowOf(view.workflow.key);
  if (drafting?.handoffId === view.id)
    return <WritingPaper subject={view.subject} drafting={drafting} workflow={workflow} />;
  if (view.draft == null && workflow) return <OutlinePaper workflow={workflow} />;
  if (view.workflow.format === "Email")
    return (
      <>
        <Legend view={view} />
        <MailView view={view} workflow={workflow}>
          <DocumentView key={view.id} view={view} host={host} mail />
        </MailView>
      </>
    );
  return (
    <>
      <Legend view={view} />
      <DocumentView key={view.id} view={view} host={host} />
    </>
  );
}

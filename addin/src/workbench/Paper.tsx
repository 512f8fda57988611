import {
  Button,
  FluentProvider,
  makeStyles,
  mergeClasses,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
  webLightTheme,
} from "@fluentui/react-components";
import { DocumentText48Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { HandoffView, Sentence, Workflow } from "../api/types";
import { OriginNotice } from "../components/OriginNotice";
import { Sentences } from "../components/Sentences";
import { useActions, useAppState } from "../store/context";
import { valueOf, type Drafting } from "../store/state";
import { showcase } from "../pane/Home";
import { strings } from "../strings";

const words = strings.workbench;

const useStyles = makeStyles({
  desk: {
    flexGrow: 1,
    minHeight: 0,
    overflow: "auto",
    padding: "24px",
    "@media (max-width: 900px)": { padding: "12px" },
  },
  page: {
    backgroundColor: "#ffffff",
    color: "#242424",
    width: "100%",
    maxWidth: "794px",
    minHeight: "min(1000px, 100%)",
    margin: "0 auto",
    padding: "72px clamp(24px, 10%, 96px)",
    boxShadow: tokens.shadow8,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    fontSize: tokens.fontSizeBase400,
  },
  center: { alignItems: "center", justifyContent: "center", textAlign: "center" },
  icon: { color: "#0f6cbd" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  calm: { color: "#616161", maxWidth: "60ch", textAlign: "inherit" },
  sections: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: "20px",
  },
  section: {
    paddingLeft: "16px",
    borderLeft: "2px solid #d1d1d1",
    display: "flex",
    flexDirection: "column",
  },
  written: { display: "flex", flexDirection: "column", gap: "4px" },
  own: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", unicodeBidi: "plaintext" },
  skeleton: { display: "flex", flexDirection: "column", gap: "14px", width: "100%" },
  gap: { height: "16px" },
});

interface PaperProps {
  readonly label: string;
  readonly centered?: boolean;
  readonly children: ReactNode;
}

/** A sheet of paper. It stays white in dark mode, as the document that is printed from it will. */
export function Paper({ label, centered = false, children }: PaperProps) {
  const styles = useStyles();
  return (
    // A scrolling region must be reachable by keyboard (WCAG 2.1.1).
    <div className={styles.desk} role="region" aria-label={label} tabIndex={0}>
      <FluentProvider
        theme={webLightTheme}
        style={{ background: "none", minHeight: "100%", display: "flex" }}
      >
        <div className={mergeClasses(styles.page, centered && styles.center)}>{children}</div>
      </FluentProvider>
    </div>
  );
}

export function PaperSkeleton({ mail }: { readonly mail: boolean }) {
  const styles = useStyles();
  const lines = (
    <Skeleton className={styles.skeleton} aria-label={words.documentLoading}>
      {!mail && <SkeletonItem size={32} style={{ width: "60%" }} />}
      {[96, 100, 88, 40].map((width) => (
        <SkeletonItem key={width} size={16} style={{ width: `${String(width)}%` }} />
      ))}
      <div className={styles.gap} />
      {[92, 98, 70].map((width) => (
        <SkeletonItem key={width} size={16} style={{ width: `${String(width)}%` }} />
      ))}
    </Skeleton>
  );
  return mail ? lines : <Paper label={words.documentLoading}>{lines}</Paper>;
}

/** Before anything is there: one calm line and the way to see it work. */
export function EmptyPaper() {
  const styles = useStyles();
  const { navigate } = useActions();
  const home = valueOf(useAppState((state) => state.home));
  const first = home && showcase(home.workflows);
  return (
    <Paper label={words.emptyTitle} centered>
      <DocumentText48Regular className={styles.icon} aria-hidden />
      <h2 className={styles.title}>{words.emptyTitle}</h2>
      <Text className={styles.calm}>{words.emptyBody}</Text>
      {first && (
        <Button onClick={() => navigate({ screen: "start", workflow: first.key, example: true })}>
          {words.emptyAction}
        </Button>
      )}
    </Paper>
  );
}

/** While the form is filled in: what the contract promises to write from it. */
export function OutlinePaper({ workflow }: { readonly workflow: Workflow }) {
  const styles = useStyles();
  const { output } = workflow;
  return (
    <Paper label={words.outlineTitle}>
      <h2 className={styles.title}>{workflow.name}</h2>
      <Text className={styles.calm}>
        {`${words.outlineTitle}: ${words.outlineWords(output.words.min, output.words.max)}, ${words.outlineParagraphs(output.paragraphs.min, output.paragraphs.max)}.`}
      </Text>
      <ol className={styles.sections}>
        {output.sections.map((section) => (
          <li key={section.key} className={styles.section}>
            {section.heading && <Text weight="semibold">{section.heading}</Text>}
            <Text className={styles.calm}>{section.purpose}</Text>
          </li>
        ))}
      </ol>
    </Paper>
  );
}

interface WritingPaperProps {
  readonly subject: string;
  readonly drafting: Drafting;
  readonly workflow: Workflow | undefined;
}

/** The sentences on the page as they come. */
export function WritingPaper({ subject, drafting, workflow }: WritingPaperProps) {
  const styles = useStyles();
  return (
    <Paper label={words.writing}>
      <h2 className={styles.title}>{subject}</h2>
      {drafting.origin && <OriginNotice origin={drafting.origin} />}
      <Sentences sentences={drafting.sentences} sections={workflow?.output.sections ?? []} />
    </Paper>
  );
}

interface TogetherPaperProps {
  readonly view: HandoffView;
  readonly parallel: NonNullable<HandoffView["parallel"]>;
  /** What the AI has written so far. */
  readonly sentences: readonly Sentence[];
}

/** A text that two sides write: each section with what it says so far. */
export function TogetherPaper({ view, parallel, sentences }: TogetherPaperProps) {
  const styles = useStyles();
  return (
    <Paper label={strings.together.title}>
      <h2 className={styles.title}>{view.subject}</h2>
      {parallel.sections.map((section) => {
        const theirs = sentences.filter((sentence) => sentence.section === section.key);
        return (
          <section key={section.key} className={styles.written}>
            {section.heading && <Text weight="semibold">{section.heading}</Text>}
            {section.text?.trim() ? (
              <Text className={styles.own}>{section.text}</Text>
            ) : theirs.length > 0 ? (
              <Sentences sentences={theirs} sections={[]} />
            ) : (
              <Text className={styles.calm}>{section.purpose}</Text>
            )}
          </section>
        );
      })}
    </Paper>
  );
}

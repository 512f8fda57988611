import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import { useLoaded } from "../components/useLoaded";
import { ApiError } from "../api/problems";
import type { Playbook, PlaybookSection } from "../api/types";
import { DataTable } from "../components/DataTable";
import { NoticeBar } from "../components/NoticeBar";
import { useDownload } from "../components/useDownload";
import { Waiting } from "../components/Waiting";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { Line } from "./Grid";
import type { TabProps } from "./JourneyPage";
import { Part } from "./Part";

const words = strings.design.playbook;

const useStyles = makeStyles({
  quote: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    maxWidth: "72ch",
  },
  text: { margin: 0, maxWidth: "72ch" },
});

/** How a workflow is used: the page that is made from its version and its runs, here and as a Word document. */
export function PlaybookTab({ journey }: TabProps) {
  const { api } = useApp().services;
  const written = journey.versions.length > 0;
  const [loaded, reload] = useLoaded<Playbook | undefined>(async () => {
    if (!written) return undefined;
    try {
      return await api.playbook(journey.key);
    } catch (error) {
      // No version of it is in use, or in this person's pilot.
      if (error instanceof ApiError && error.problem.status === 404) return undefined;
      throw error;
    }
  });
  if (loaded.status === "loading") return <Waiting />;
  if (loaded.status === "failed")
    return (
      <NoticeBar notice={loaded.notice}>
        <Button onClick={reload}>{strings.retry}</Button>
      </NoticeBar>
    );
  if (!loaded.value) return <Text>{words.empty}</Text>;
  return (
    <>
      <Download journeyKey={journey.key} version={loaded.value.version} />
      {loaded.value.sections.map((section) => (
        <Section key={section.code} section={section} />
      ))}
    </>
  );
}

interface DownloadProps {
  readonly journeyKey: string;
  readonly version: number;
}

function Download({ journeyKey, version }: DownloadProps) {
  const { api } = useApp().services;
  const { busy, download, failure } = useDownload(() => api.playbookDocument(journeyKey));
  return (
    <>
      <Line>
        <Button
          appearance="primary"
          icon={<ArrowDownload20Regular />}
          disabledFocusable={busy}
          onClick={() => void download()}
        >
          {words.download}
        </Button>
        <Text size={200}>{words.made(version)}</Text>
      </Line>
      {failure}
    </>
  );
}

function Section({ section }: { readonly section: PlaybookSection }) {
  const styles = useStyles();
  const { title, text, quote, tables } = section;
  const empty = text.length === 0 && quote.length === 0 && tables.length === 0;
  return (
    <Part title={title}>
      {empty && <Text>{words.nothing}</Text>}
      {text.map((paragraph, index) => (
        <p key={index} className={styles.text}>
          {paragraph}
        </p>
      ))}
      {quote.length > 0 && (
        <blockquote className={styles.quote}>
          {quote.map((sentence, index) => (
            <p key={index} className={styles.text}>
              {sentence}
            </p>
          ))}
        </blockquote>
      )}
      {tables.map(({ columns, rows }, index) => (
        <DataTable
          key={index}
          label={tables.length > 1 ? `${title} ${String(index + 1)}` : title}
          columns={columns.map((label) => ({ label }))}
          rows={rows}
        />
      ))}
    </Part>
  );
}

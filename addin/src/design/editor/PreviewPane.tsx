import { Button, Link, makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Filled, Info16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { DesignAdvice, FieldProblem, Workflow } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { Waiting } from "../../components/Waiting";
import { strings } from "../../strings";
import { Line, Stack } from "../Grid";
import { FormPreview } from "./FormPreview";
import type { Preview } from "./usePreview";

const words = strings.design.version.preview;
const tabs = ["form", "brief", "checklist", "todo"] as const;
type PreviewTab = (typeof tabs)[number];
const made: ReadonlySet<PreviewTab> = new Set<PreviewTab>(["form", "checklist"]);

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
    // Beside the editor it stays in sight, and scrolls by itself.
    "@media (min-width: 901px) and (min-height: 641px)": {
      position: "sticky",
      top: 0,
      maxHeight: "calc(100vh - 220px)",
      overflowY: "auto",
    },
  },
  tabs: { overflowX: "auto", flexShrink: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  brief: {
    whiteSpace: "pre-wrap",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    margin: 0,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorPaletteGreenForeground1, display: "flex" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface PreviewPaneProps {
  readonly version: Workflow;
  readonly preview: Preview;
  /** Leads to what is to be mended; without it there is nobody to mend it, and only what it makes is shown. */
  readonly onGo?: (pointer: string) => void;
}

/** What the version makes, while it is written: the form, the brief, the checklist, and what is left to mend. */
export function PreviewPane({ version, preview, onGo }: PreviewPaneProps) {
  const styles = useStyles();
  const [tab, setTab] = useState<PreviewTab>("form");
  const { value, notice } = preview;
  const problems = value?.problems ?? [];
  return (
    <section className={styles.root} aria-label={words.label}>
      <h3 className={styles.heading}>{words.label}</h3>
      <div className={styles.tabs}>
        <TabList
          size="small"
          aria-label={words.label}
          selectedValue={tab}
          onTabSelect={(_, data) => setTab(tabs.find((each) => each === data.value) ?? "form")}
        >
          {tabs
            .filter((each) => onGo || made.has(each))
            .map((each) => (
              <Tab key={each} value={each}>
                {each === "todo" ? words.todo(problems.length) : words.tabs[each]}
              </Tab>
            ))}
        </TabList>
      </div>
      {notice && <NoticeBar notice={{ ...notice, title: words.failed }} />}
      {tab === "form" && <FormPreview version={version} />}
      {tab === "checklist" && <Checklist version={version} />}
      {tab === "brief" &&
        (value?.brief ? (
          <Stack>
            <Text className={styles.quiet}>{words.briefLead}</Text>
            <pre className={styles.brief}>{value.brief}</pre>
          </Stack>
        ) : (
          <Text>{words.noBrief}</Text>
        ))}
      {tab === "todo" &&
        onGo &&
        (value ? (
          <ToMend problems={problems} advice={value.advice} onGo={onGo} />
        ) : (
          <Waiting blocks={1} />
        ))}
    </section>
  );
}

function Checklist({ version }: { readonly version: Workflow }) {
  const styles = useStyles();
  const { checklist, reviewers } = version.gate;
  if (checklist.length === 0) return <Text>{words.noItems}</Text>;
  return (
    <Stack>
      <Text className={styles.quiet}>{words.checklistLead(reviewers)}</Text>
      <ul className={styles.list}>
        {checklist.map(({ id, text, nonNegotiable, evidence }) => (
          <li key={id}>
            {text}{" "}
            <Text size={200} className={styles.quiet}>
              {strings.design.version.gate.evidences[evidence]}
              {nonNegotiable && `, ${words.must}`}
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

interface ToMendProps {
  readonly problems: readonly FieldProblem[];
  readonly advice: readonly DesignAdvice[];
  readonly onGo: (pointer: string) => void;
}

/** What is wrong and what could be better, each leading to its place. */
function ToMend({ problems, advice, onGo }: ToMendProps) {
  const styles = useStyles();
  return (
    <Stack>
      {problems.length === 0 && (
        <Line>
          <span className={styles.good}>
            <CheckmarkCircle20Filled aria-hidden />
          </span>
          <Text weight="semibold">{words.sound}</Text>
        </Line>
      )}
      {problems.length > 0 && (
        <ul className={styles.list}>
          {problems.map(({ pointer, code, detail, expected }) => (
            <li key={`${pointer} ${code} ${detail}`}>
              <Link as="button" inline onClick={() => onGo(pointer)}>
                {detail}
              </Link>{" "}
              <Text size={200}>{strings.input.expected(expected)}</Text>
            </li>
          ))}
        </ul>
      )}
      {advice.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.advice}</h3>
          <ul className={styles.list}>
            {advice.map(({ pointer, code, detail, suggestion }) => (
              <li key={`${pointer} ${code}`}>
                <Info16Regular aria-hidden /> {detail} <Text size={200}>{suggestion}</Text>{" "}
                <Button
                  size="small"
                  appearance="transparent"
                  aria-label={words.go(detail)}
                  onClick={() => onGo(pointer)}
                >
                  {words.there}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}

import { makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { describeFailure } from "../../api/problems";
import type { Journey, Workflow } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { ReasonButton } from "../../components/ReasonButton";
import { tokensOf, pointerOf, within } from "../../form/pointers";
import { visibleProblems } from "../../form/problems";
import { formatTime } from "../../format";
import { useActions } from "../../store/context";
import { strings } from "../../strings";
import { versionParts, type VersionPart } from "./versionParts";
import { DesignForm, designId } from "../fields";
import { Line } from "../Grid";
import { useUnsaved } from "../useUnsaved";
import { AboutPart } from "./AboutPart";
import { AddVersionDialog } from "./AddVersionDialog";
import { DutiesPart } from "./DutiesPart";
import { ExamplesPart } from "./ExamplesPart";
import { FileActions } from "./FileActions";
import { FormPart } from "./FormPart";
import { GatePart } from "./GatePart";
import { Kept } from "./Kept";
import { itemOf, partOf, type PartProps } from "./part";
import { PreviewPane } from "./PreviewPane";
import { TextPart } from "./TextPart";
import { usePreview } from "./usePreview";
import { useVersionDraft } from "./useVersionDraft";

const words = strings.design.version;

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  sides: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    gap: tokens.spacingHorizontalXXL,
    alignItems: "start",
    "@media (max-width: 900px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  editor: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    minWidth: 0,
  },
  parts: { overflowX: "auto" },
});

const parts = {
  about: AboutPart,
  form: FormPart,
  text: TextPart,
  gate: GatePart,
  duties: DutiesPart,
  examples: ExamplesPart,
} satisfies Record<VersionPart, (props: PartProps) => unknown>;

/** Focuses the control at a pointer, or the nearest thing around it. */
function focusDesign(pointer: string): void {
  const path = tokensOf(pointer);
  for (let length = path.length; length > 0; length--) {
    const element = document.getElementById(designId(pointerOf(...path.slice(0, length))));
    if (!element) continue;
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
    return;
  }
}

interface VersionEditorProps {
  readonly journey: Journey;
  readonly begun: Workflow;
  readonly before: Workflow | undefined;
  readonly onJourney: (journey: Journey) => void;
  readonly onReload: () => void;
}

/** The version that is being written: its parts on the left; on the right, live, what they make. */
export function VersionEditor(props: VersionEditorProps) {
  const { journey, begun, before, onJourney, onReload } = props;
  const styles = useStyles();
  const { announce, navigate } = useActions();
  const draft = useVersionDraft(journey, begun, onJourney);
  const { version } = draft;
  const preview = usePreview(version);
  const [part, setPart] = useState<VersionPart>("about");
  const [opened, setOpened] = useState<string>();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  // What is not kept yet, or was refused, is only here.
  useUnsaved(draft.failure !== undefined);
  const problems = preview.value?.problems ?? [];
  const shown = visibleProblems(problems, touched, false);
  const Editor = parts[part];
  const touch = (pointer: string) => setTouched((earlier) => new Set(earlier).add(pointer));
  const go = (pointer: string) => {
    touch(pointer);
    setPart(partOf(pointer));
    setOpened(itemOf(pointer));
    requestAnimationFrame(() => requestAnimationFrame(() => focusDesign(pointer)));
  };
  const toMend = !preview.value
    ? words.add.checking
    : problems.length > 0
      ? words.add.toMend(problems.length)
      : undefined;
  return (
    <>
      <div className={styles.bar}>
        <Line>
          <Text weight="semibold">{words.writing(version.version)}</Text>
          <Kept draft={draft} time={draft.keptAt && formatTime(draft.keptAt.toISOString())} />
        </Line>
        <Line>
          <FileActions
            version={version}
            onTake={(file) => {
              draft.edit((now) => ({ ...file, key: now.key, version: now.version }));
              announce(words.file.imported);
            }}
          />
          <ReasonButton
            label={words.add.action(version.version)}
            reason={toMend}
            onClick={() => setAdding(true)}
          />
        </Line>
      </div>
      {draft.failure && draft.failure.problem.code !== "journey-moved" && (
        <NoticeBar notice={describeFailure(draft.failure)} />
      )}
      <div className={styles.sides}>
        <div className={styles.editor}>
          <div className={styles.parts}>
            <TabList
              size="small"
              aria-label={words.partsLabel}
              selectedValue={part}
              onTabSelect={(_, data) => {
                setPart(versionParts.find((each) => each === data.value) ?? "about");
                setOpened(undefined);
              }}
            >
              {versionParts.map((each) => (
                <Tab key={each} value={each}>
                  {words.withProblems(
                    words.parts[each],
                    problems.filter(({ pointer }) => partOf(pointer) === each).length,
                  )}
                </Tab>
              ))}
            </TabList>
          </div>
          <DesignForm problems={shown} onLeave={touch}>
            <Editor
              version={version}
              journey={journey}
              edit={draft.edit}
              opened={opened}
              onOpen={setOpened}
              problems={problems.filter(({ pointer }) =>
                [...touched].some((each) => within(pointer, each)),
              )}
            />
          </DesignForm>
        </div>
        <PreviewPane version={version} preview={preview} onGo={go} />
      </div>
      <Moved draft={draft} onReload={onReload} />
      {adding && (
        <AddVersionDialog
          journey={journey}
          version={version}
          before={before}
          onClose={() => setAdding(false)}
          onAdded={(now) => {
            setAdding(false);
            draft.settle();
            announce(words.add.done(version.version));
            onJourney(now);
            // It can't be used before its examples pass.
            navigate({ screen: "workflow", key: journey.key, tab: "test" });
          }}
        />
      )}
    </>
  );
}

interface MovedProps {
  readonly draft: ReturnType<typeof useVersionDraft>;
  readonly onReload: () => void;
}

/** Somebody else was faster: which of the two is to stand. */
function Moved({ draft, onReload }: MovedProps) {
  const moved = strings.design.moved;
  if (draft.failure?.problem.code !== "journey-moved") return null;
  return (
    <NoticeBar notice={{ intent: "warning", title: moved.title, body: moved.body }}>
      <Line>
        <ReasonButton
          appearance="secondary"
          label={moved.mine}
          onClick={() => void draft.keep(true)}
        />
        <ReasonButton
          appearance="secondary"
          label={moved.theirs}
          onClick={() => {
            draft.settle();
            onReload();
          }}
        />
      </Line>
    </NoticeBar>
  );
}

import {
  Button,
  makeStyles,
  ProgressBar,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { Stop16Regular } from "@fluentui/react-icons";
import { noticeOfFailure } from "../../api/problems";
import type { HandoffView, Sentence } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { OriginNotice } from "../../components/OriginNotice";
import { ReasonButton } from "../../components/ReasonButton";
import { Responsible } from "../../components/Responsible";
import { Sentences } from "../../components/Sentences";
import { StepFrame } from "../../components/StepFrame";
import { useActions, useAppState } from "../../store/context";
import { actionOf } from "../../store/state";
import { strings } from "../../strings";
import { nameOf, SectionCard, type Section } from "./SectionCard";
import { useFollowing } from "../useFollowing";
import { useOwnText } from "./useOwnText";

const words = strings.together;

const useStyles = makeStyles({
  box: { fieldSizing: "content", minHeight: "116px" },
  below: {
    display: "flex",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground3 },
  status: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    flexWrap: "wrap",
    paddingBottom: tokens.spacingVerticalXS,
  },
  actions: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

const countWords = (text: string) =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

interface TogetherScreenProps {
  readonly view: HandoffView;
  readonly parallel: NonNullable<HandoffView["parallel"]>;
}

/** One text that its author and the AI write at once, by section: until both are done. */
export function TogetherScreen({ view, parallel }: TogetherScreenProps) {
  const styles = useStyles();
  const { writeDraft, stopDraft } = useActions();
  const drafting = useAppState((state) =>
    state.drafting?.handoffId === view.id ? state.drafting : undefined,
  );
  const online = useAppState((state) => state.online);
  const own = useOwnText(view);
  const running =
    drafting !== undefined && drafting.phase !== "failed" && drafting.phase !== "stopped";
  const elsewhere = !running && view.state === "Drafting";
  useFollowing(view, elsewhere);

  const mayWrite = actionOf(view, "WriteOwn").allowed;
  const isDone = parallel.handedInAt != null || parallel.isInDocument;
  const mayDraft = actionOf(view, "Draft").allowed && !running;
  const empty = parallel.sections
    .filter((section) => section.owner === "Person" && !own.texts[section.key]?.trim())
    .map(nameOf);
  const origin = drafting?.origin ?? view.draft?.origin;
  const sentences = drafting?.sentences ?? view.draft?.sentences ?? [];
  const failure = view.state === "Failed" && !running ? view.failure : undefined;

  const handIn = async () => {
    if ((await own.handIn()) && mayDraft) await writeDraft(view.id);
  };

  return (
    <StepFrame
      title={isDone ? words.titleDone : words.title}
      lead={mayWrite || isDone ? words.lead : words.notYours(view.author.name)}
      focusHeading={false}
      top={
        running || elsewhere ? (
          <div>
            <ProgressBar aria-label={strings.draft.title} />
            <div className={styles.status}>
              <Text size={200} aria-live="polite">
                {words.writing(sentences.length)}
              </Text>
              {running && (
                <Button size="small" icon={<Stop16Regular />} onClick={stopDraft}>
                  {strings.draft.stop}
                </Button>
              )}
            </div>
          </div>
        ) : undefined
      }
      footer={
        <>
          <Responsible duty="Draft" view={view} />
          {parallel.isWaiting && (
            <Text size={200} aria-live="polite">
              {strings.told.theirsThere}
            </Text>
          )}
          {mayWrite && !isDone && (
            <ReasonButton
              label={mayDraft && sentences.length === 0 ? words.handInStarts : words.handIn}
              reason={
                !online
                  ? strings.problems.offlineWait
                  : empty.length > 0
                    ? words.empty(empty.join(", "))
                    : undefined
              }
              onClick={() => void handIn()}
            />
          )}
          <div className={styles.actions}>
            {mayDraft && (
              <Button
                appearance={isDone ? "primary" : "secondary"}
                disabledFocusable={!online}
                onClick={() => void writeDraft(view.id)}
              >
                {view.state === "Failed" ? strings.draft.writeAgain : words.draft}
              </Button>
            )}
            {mayWrite && isDone && !parallel.isInDocument && (
              <Button appearance="subtle" onClick={() => void own.takeBack()}>
                {words.takeBack}
              </Button>
            )}
          </div>
          {mayDraft && !isDone && (
            <Text size={200} className={styles.quiet}>
              {words.draftHint}
            </Text>
          )}
        </>
      }
    >
      {failure && <NoticeBar notice={noticeOfFailure(failure)} />}
      {drafting?.phase === "failed" && drafting.notice && <NoticeBar notice={drafting.notice} />}
      {drafting?.phase === "stopped" && (
        <NoticeBar
          notice={{
            intent: "info",
            title: strings.draft.titleStopped,
            body: strings.draft.stoppedBody,
          }}
        />
      )}
      {parallel.style && (
        <Text size={200} className={styles.quiet}>
          {words.style(parallel.style.join(", "))}
        </Text>
      )}
      {parallel.isInDocument && <Text>{words.inDocument}</Text>}
      {origin && <OriginNotice origin={origin} />}
      {parallel.sections.map((section) => (
        <SectionCard key={section.key} section={section}>
          {section.owner === "Ai" ? (
            <TheirText
              section={section}
              sentences={sentences.filter((sentence) => sentence.section === section.key)}
              asked={running || elsewhere}
            />
          ) : mayWrite && !isDone ? (
            <>
              <Textarea
                textarea={{ className: styles.box }}
                aria-label={words.label(nameOf(section))}
                placeholder={words.placeholder}
                value={own.texts[section.key] ?? ""}
                resize="vertical"
                onChange={(_, data) => own.write(section.key, data.value)}
              />
              <div className={styles.below}>
                <Text size={200}>{words.words(countWords(own.texts[section.key] ?? ""))}</Text>
                <Text size={200} aria-live="polite">
                  {{ kept: words.kept, keeping: words.keeping, failed: words.notKept }[own.keeping]}
                </Text>
              </div>
            </>
          ) : (
            <Text className={styles.text}>{section.text || words.notYet}</Text>
          )}
        </SectionCard>
      ))}
    </StepFrame>
  );
}

interface TheirTextProps {
  readonly section: Section;
  readonly sentences: readonly Sentence[];
  readonly asked: boolean;
}

function TheirText({ section, sentences, asked }: TheirTextProps) {
  const styles = useStyles();
  return sentences.length === 0 ? (
    <Text size={200} className={styles.quiet}>
      {asked ? words.notYet : words.waits}
    </Text>
  ) : (
    <Sentences sentences={sentences} sections={[{ ...section, heading: null, fields: [] }]} />
  );
}

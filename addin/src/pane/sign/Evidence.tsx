import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle16Filled,
  DismissCircle16Filled,
  Warning16Filled,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type {
  ChecklistItem,
  CountEvidence,
  FactEvidence,
  HandoffView,
  SecondReading,
  Workflow,
} from "../../api/types";
import { Dates } from "../../components/Dates";
import { fieldAt } from "../../form/pointers";
import { remainingText, standingText } from "../../store/text";
import { formatNumber } from "../../format";
import { strings } from "../../strings";

const words = strings.sign;

const useStyles = makeStyles({
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
  },
  line: {
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    overflowWrap: "anywhere",
    "> svg": { flexShrink: 0, marginTop: "1px" },
  },
  words: { minWidth: 0 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  doubt: { color: tokens.colorPaletteDarkOrangeForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  text: {
    maxHeight: "220px",
    overflowY: "auto",
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase300,
    "> p": { margin: `0 0 ${tokens.spacingVerticalS}`, unicodeBidi: "plaintext" },
  },
});

type Verdict = "good" | "bad" | "doubt";

function Line({ verdict, children }: { readonly verdict: Verdict; readonly children: ReactNode }) {
  const styles = useStyles();
  const icon = {
    good: <CheckmarkCircle16Filled aria-hidden className={styles.good} />,
    bad: <DismissCircle16Filled aria-hidden className={styles.bad} />,
    doubt: <Warning16Filled aria-hidden className={styles.doubt} />,
  }[verdict];
  return (
    <li className={styles.line}>
      {icon}
      <span className={styles.words}>{children}</span>
    </li>
  );
}

interface EvidenceProps {
  readonly kind: ChecklistItem["evidence"];
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
}

/** What to look at before ticking an item: so that ticking is looking. */
export function Evidence({ kind, view, workflow }: EvidenceProps) {
  const { evidence } = view;
  switch (kind) {
    case "Dates":
      return <Dates dates={evidence.dates} />;
    case "Facts":
      return <Facts facts={evidence.facts} />;
    case "Numbers":
      return <Numbers view={view} workflow={workflow} />;
    case "Length":
      return <Length words={evidence.words} paragraphs={evidence.paragraphs} />;
    case "Phrases":
      return <Phrases view={view} phrases={workflow?.output.forbiddenPhrases ?? []} />;
    case "Tone":
      return <Tone view={view} tone={workflow?.output.tone ?? []} />;
    case "Text":
      return <FullText view={view} />;
  }
}

function Facts({ facts }: { readonly facts: readonly FactEvidence[] }) {
  const styles = useStyles();
  const missing = facts.filter((fact) => fact.mentions.length === 0);
  return (
    <ul className={styles.lines}>
      <Line verdict={missing.some((fact) => fact.required) ? "doubt" : "good"}>
        {strings.facts.coverage(facts.length - missing.length, facts.length)}
      </Line>
      {missing.map((fact) => (
        <Line key={fact.pointer} verdict="doubt">
          {`${words.missing}: ${fact.label}, ${fact.value}`}
          {fact.required && ` (${strings.facts.mustMention})`}
        </Line>
      ))}
    </ul>
  );
}

/** The sentence in which a fact is said, as it would leave; its words alone where the sentence was there before. */
function sentenceOf(view: HandoffView, fact: FactEvidence): string | undefined {
  const [mention] = fact.mentions;
  const change = view.changes.find((candidate) => candidate.id === mention?.changeId);
  return change ? standingText(change) : mention?.quote;
}

function Numbers({
  view,
  workflow,
}: {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
}) {
  const styles = useStyles();
  const fields = workflow?.input.fields ?? [];
  const numbers = view.evidence.facts.filter((fact) =>
    ["Number", "Money"].includes(fieldAt(fields, fact.pointer)?.kind ?? ""),
  );
  if (numbers.length === 0) return <Text size={200}>{words.noNumbers}</Text>;
  return (
    <ul className={styles.lines}>
      {numbers.map((fact) => {
        const sentence = sentenceOf(view, fact);
        return (
          <Line key={fact.pointer} verdict={sentence === undefined ? "doubt" : "good"}>
            {`${fact.label}: ${fact.value}`}
            <br />
            <span className={styles.quiet}>
              {sentence === undefined ? words.numberNotSaid : strings.quoted(sentence)}
            </span>
          </Line>
        );
      })}
    </ul>
  );
}

function Length({
  words: wordCount,
  paragraphs,
}: {
  readonly words: CountEvidence;
  readonly paragraphs: CountEvidence;
}) {
  const styles = useStyles();
  const line = (label: string, { count, min, max }: CountEvidence) => {
    const good = count >= min && count <= max;
    return (
      <Line verdict={good ? "good" : "doubt"}>
        {`${label}: ${formatNumber(count)}, ${good ? words.inRange : words.outOfRange} (${words.range(min, max)})`}
      </Line>
    );
  };
  return (
    <ul className={styles.lines}>
      {line(words.words, wordCount)}
      {line(words.paragraphs, paragraphs)}
    </ul>
  );
}

function Phrases({
  view,
  phrases,
}: {
  readonly view: HandoffView;
  readonly phrases: readonly string[];
}) {
  const styles = useStyles();
  const text = remainingText(view).join("\n").toLowerCase();
  if (phrases.length === 0) return <Text size={200}>{words.noPhrases}</Text>;
  return (
    <ul className={styles.lines}>
      {phrases.map((phrase) => {
        const found = text.includes(phrase.toLowerCase());
        return (
          <Line key={phrase} verdict={found ? "bad" : "good"}>
            {`${strings.quoted(phrase)}: ${found ? words.phraseFound : words.phraseAbsent}`}
          </Line>
        );
      })}
    </ul>
  );
}

function Tone({ view, tone }: { readonly view: HandoffView; readonly tone: readonly string[] }) {
  return (
    <>
      {tone.length > 0 && <Text size={200}>{words.toneWanted(tone.join(", "))}</Text>}
      {view.evidence.secondReading && <SecondReader reading={view.evidence.secondReading} />}
      <FullText view={view} />
    </>
  );
}

/** What another reader than the writer says: to be weighed, not to be believed. */
export function SecondReader({ reading }: { readonly reading: SecondReading }) {
  const styles = useStyles();
  return (
    <>
      <Text size={200}>{words.secondReader(reading.reader, reading.isAi)}</Text>
      <ul className={styles.lines}>
        {reading.notJudged != null && (
          <Line verdict="doubt">{words.notJudged(reading.notJudged)}</Line>
        )}
        {reading.items.map((item, index) => (
          <Line key={index} verdict={item.ok ? "good" : "doubt"}>
            {item.quote == null ? item.reason : `${strings.quoted(item.quote)} ${item.reason}`}
          </Line>
        ))}
        {reading.dropped > 0 && <Line verdict="doubt">{words.dropped(reading.dropped)}</Line>}
      </ul>
    </>
  );
}

function FullText({ view }: { readonly view: HandoffView }) {
  const styles = useStyles();
  return (
    // A scrolling region must be reachable by keyboard (WCAG 2.1.1).
    <div
      role="region"
      aria-label={words.fullText}
      tabIndex={0}
      className={mergeClasses(styles.text)}
    >
      {remainingText(view).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}

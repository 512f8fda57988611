import { makeStyles, tokens } from "@fluentui/react-components";
import type { Sentence, Workflow } from "../api/types";
import { groupBy } from "./groupBy";

const appear = { from: { opacity: 0 }, to: { opacity: 1 } };

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  paragraph: {
    margin: 0,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: "anywhere",
    unicodeBidi: "plaintext",
  },
  sentence: {
    animationName: appear,
    animationDuration: tokens.durationSlow,
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
  },
});

export interface SentenceSection {
  readonly key: string;
  readonly heading: string | undefined;
  readonly paragraphs: readonly (readonly Sentence[])[];
}

/** Sentences by section and paragraph, in the order in which they were written. */
export function groupSentences(
  sentences: readonly Sentence[],
  sections: Workflow["output"]["sections"],
): SentenceSection[] {
  return groupBy(sentences, (sentence) => sentence.section).map(([key, own]) => ({
    key,
    heading: sections.find((section) => section.key === key)?.heading ?? undefined,
    paragraphs: groupBy(own, (sentence) => sentence.paragraph).map(([, paragraph]) => paragraph),
  }));
}

interface SentencesProps {
  readonly sentences: readonly Sentence[];
  readonly sections: Workflow["output"]["sections"];
}

/** A draft as it arrives. */
export function Sentences({ sentences, sections }: SentencesProps) {
  const styles = useStyles();
  return groupSentences(sentences, sections).map((section) => (
    <div key={section.key} className={styles.section}>
      {section.heading && <h2 className={styles.heading}>{section.heading}</h2>}
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph[0]?.id} className={styles.paragraph}>
          {paragraph.map((sentence) => (
            <span key={sentence.id} className={styles.sentence}>
              {`${sentence.text} `}
            </span>
          ))}
        </p>
      ))}
    </div>
  ));
}

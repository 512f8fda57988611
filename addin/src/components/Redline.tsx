import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Change } from "../api/types";
import { strings } from "../strings";
import { direction } from "../strings/current";
import { clipMarks, HighlightedText, type TextMark } from "./HighlightedText";

const words = strings.review;

type Segment = Change["segments"][number];

const useStyles = makeStyles({
  Kept: {},
  Inserted: {
    textDecorationLine: "underline",
    textDecorationThickness: "1px",
    textUnderlineOffset: "3px",
    textDecorationColor: tokens.colorPaletteGreenForeground1,
  },
  Deleted: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
    textDecorationLine: "none",
  },
});

/** What the segments say once what goes is gone. */
const newText = (segments: readonly Segment[]): string =>
  segments.map(({ kind, text }) => (kind === "Deleted" ? "" : text)).join("");

interface RedlineProps {
  readonly segments: readonly Segment[];
  /** Places in the new text. */
  readonly marks?: readonly TextMark[];
}

/** Two texts in one: what goes is struck, what comes is underlined, and both are said to who hears the screen. */
export function Redline({ segments, marks = [] }: RedlineProps) {
  const styles = useStyles();
  // What is said is the page's; the texts around it have a direction of their own.
  const way = direction();
  return segments.map(({ kind, text }, index) => {
    const start = newText(segments.slice(0, index)).length;
    if (kind === "Kept")
      return (
        <HighlightedText key={index} text={text} marks={clipMarks(marks, start, text.length)} />
      );
    const Tag = kind === "Inserted" ? "ins" : "del";
    const said = kind === "Inserted" ? words.inserted : words.deleted;
    return (
      <Tag key={index} className={mergeClasses(styles[kind])}>
        <span className={styles.hidden} dir={way}>{` ${said}: `}</span>
        {kind === "Deleted" ? (
          text
        ) : (
          <HighlightedText text={text} marks={clipMarks(marks, start, text.length)} />
        )}
        <span className={styles.hidden} dir={way}>{`, ${words.endOf(said)}. `}</span>
      </Tag>
    );
  });
}

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Severity } from "../api/types";
import { severityIcon } from "./Marks";

export interface TextMark {
  readonly start: number;
  readonly length: number;
  readonly severity: Severity;
  /** The mark began before this text: its icon stands there. */
  readonly continued?: boolean;
}

/** The marks of a longer text that reach into a part of it, counted from the part's start. */
export function clipMarks(marks: readonly TextMark[], start: number, length: number): TextMark[] {
  return marks.flatMap((mark) => {
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.start + mark.length, start + length);
    return from < to
      ? [
          {
            start: from - start,
            length: to - from,
            severity: mark.severity,
            continued: mark.start < start,
          },
        ]
      : [];
  });
}

export interface TextPart {
  readonly text: string;
  readonly severity?: Severity;
  /** The first part of its mark: the icon stands here. */
  readonly first?: boolean;
}

const rank = { Blocking: 0, Warning: 1, Note: 2 } satisfies Record<Severity, number>;

/** Cuts a text at its marks. Where marks overlap the gravest wins; marks outside of the text are dropped. */
export function cutText(text: string, marks: readonly TextMark[]): TextPart[] {
  const valid = marks.filter(
    (mark) => mark.start >= 0 && mark.length > 0 && mark.start + mark.length <= text.length,
  );
  const edges = [
    ...new Set([0, text.length, ...valid.flatMap(({ start, length }) => [start, start + length])]),
  ].sort((a, b) => a - b);
  const parts: TextPart[] = [];
  for (let index = 0; index + 1 < edges.length; index++) {
    const [from = 0, to = 0] = [edges[index], edges[index + 1]];
    const over = valid
      .filter((mark) => mark.start <= from && mark.start + mark.length >= to)
      .sort((a, b) => rank[a.severity] - rank[b.severity]);
    const mark = over[0];
    parts.push(
      mark
        ? {
            text: text.slice(from, to),
            severity: mark.severity,
            first: mark.start === from && !mark.continued,
          }
        : { text: text.slice(from, to) },
    );
  }
  return parts;
}

/** Words longer than this may have to break in a narrow pane. */
const longestUnbroken = 20;

const useStyles = makeStyles({
  mark: {
    color: "inherit",
    backgroundColor: "transparent",
    borderRadius: tokens.borderRadiusSmall,
    textDecorationLine: "underline",
    textDecorationThickness: "2px",
    textUnderlineOffset: "3px",
    "& svg": {
      width: "14px",
      height: "14px",
      marginInlineEnd: "2px",
      verticalAlign: "-2px",
    },
    "@media (forced-colors: active)": {
      color: "MarkText",
      backgroundColor: "Mark",
      "& svg": { color: "MarkText" },
    },
  },
  together: { whiteSpace: "nowrap" },
  Blocking: {
    textDecorationStyle: "wavy",
    textDecorationThickness: "1.5px",
    textDecorationColor: tokens.colorPaletteRedForeground1,
    backgroundColor: tokens.colorPaletteRedBackground1,
    "& svg": { color: tokens.colorPaletteRedForeground1 },
  },
  Warning: {
    textDecorationStyle: "dashed",
    textDecorationColor: tokens.colorPaletteDarkOrangeForeground1,
    backgroundColor: tokens.colorPaletteDarkOrangeBackground1,
    "& svg": { color: tokens.colorPaletteDarkOrangeForeground1 },
  },
  Note: {
    textDecorationStyle: "dotted",
    textDecorationColor: tokens.colorBrandForeground1,
    "& svg": { color: tokens.colorBrandForeground1 },
  },
});

interface HighlightedTextProps {
  readonly text: string;
  readonly marks: readonly TextMark[];
}

/** The icon and the first word on one line: an icon alone at a line's end belongs to nothing. */
function Led({ text, severity }: { readonly text: string; readonly severity: Severity }) {
  const styles = useStyles();
  const [word = ""] = /^\S*/u.exec(text) ?? [];
  return (
    <>
      <span className={styles.together}>
        {severityIcon[severity]}
        {word.length <= longestUnbroken ? word : ""}
      </span>
      {word.length <= longestUnbroken ? text.slice(word.length) : text}
    </>
  );
}

/** Text with the findings at their words: icon and underline, so that colour is never alone. */
export function HighlightedText({ text, marks }: HighlightedTextProps) {
  const styles = useStyles();
  return cutText(text, marks).map((part, index) =>
    part.severity ? (
      <mark key={index} className={mergeClasses(styles.mark, styles[part.severity])}>
        {part.first ? <Led text={part.text} severity={part.severity} /> : part.text}
      </mark>
    ) : (
      <span key={index}>{part.text}</span>
    ),
  );
}

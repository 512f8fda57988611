import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle20Filled,
  DismissCircle20Filled,
  QuestionCircle20Regular,
  Timer20Regular,
} from "@fluentui/react-icons";
import type { MeasuredAnswer, Measures } from "../api/types";
import { NoticeBar } from "../components/NoticeBar";
import { strings } from "../strings";
import { Bar } from "./Bar";
import { Part } from "./Part";

const words = strings.design.measures;

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 320px), 1fr))",
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  answer: { display: "flex", gap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { flexShrink: 0, display: "flex", color: tokens.colorNeutralForeground3 },
  Yes: { color: tokens.colorPaletteGreenForeground1 },
  No: { color: tokens.colorPaletteRedForeground1 },
  words: { display: "flex", flexDirection: "column", minWidth: 0 },
  bars: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

const icons = {
  Yes: <CheckmarkCircle20Filled aria-hidden />,
  No: <DismissCircle20Filled aria-hidden />,
  Unclear: <QuestionCircle20Regular aria-hidden />,
  TooFew: <Timer20Regular aria-hidden />,
} satisfies Record<MeasuredAnswer["verdict"], unknown>;

/** The four questions that a manager asks, each answered in one sentence. */
export function Answers({ measures }: { readonly measures: Measures }) {
  const styles = useStyles();
  return (
    <Part title={words.answers} lead={words.answersLead}>
      {measures.flags.map(({ warning, sentence }) => (
        <NoticeBar
          key={warning}
          notice={{ intent: "warning", title: words.warnings[warning], body: sentence }}
        />
      ))}
      <ul className={styles.list}>
        {measures.answers.map(({ question, verdict, sentence }) => (
          <li key={question} className={styles.answer}>
            <span
              className={mergeClasses(
                styles.icon,
                verdict === "Yes" && styles.Yes,
                verdict === "No" && styles.No,
              )}
            >
              {icons[verdict]}
            </span>
            <span className={styles.words}>
              <Text weight="semibold">
                {`${words.questions[question]} ${words.verdicts[verdict]}`}
              </Text>
              <Text>
                <bdi>{sentence}</bdi>
              </Text>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What a run took by hand, and what it takes with each version: one bar each. */
export function Minutes({ measures }: { readonly measures: Measures }) {
  const styles = useStyles();
  const measured = measures.versions.flatMap(({ version, beforeAfter }) =>
    version != null && beforeAfter.measuredMinutes.mean != null
      ? [
          {
            version,
            minutes: beforeAfter.measuredMinutes.mean,
            runs: beforeAfter.measuredMinutes.runs,
          },
        ]
      : [],
  );
  const byHand = measures.all.beforeAfter.baselineMinutes;
  if (measured.length === 0 || byHand == null)
    return (
      <Part title={words.minutes}>
        <Text>{words.noMinutes}</Text>
      </Part>
    );
  const most = Math.max(byHand, ...measured.map(({ minutes }) => minutes));
  return (
    <Part title={words.minutes} lead={words.minutesLead}>
      <div className={styles.bars}>
        <Bar label={words.byHand} said={words.minutesSaid(byHand)} value={byHand} most={most} />
        {measured.map(({ version, minutes, runs }) => (
          <Bar
            key={version}
            label={words.withVersion(version)}
            said={words.minutesSaid(minutes, runs)}
            value={minutes}
            most={most}
          />
        ))}
      </div>
    </Part>
  );
}

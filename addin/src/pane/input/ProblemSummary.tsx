import {
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { FieldProblem, TemplateField } from "../../api/types";
import { labelOf } from "../../form/pointers";
import { focusPointer } from "../../form/problems";
import { strings } from "../../strings";

const words = strings.input;

const useStyles = makeStyles({
  problems: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  root: { ":focus": { outline: "none" } },
});

/** A long list filled from a file can have thousands; these lead to the first. */
const most = 20;

interface ProblemSummaryProps {
  readonly problems: readonly FieldProblem[];
  readonly fields: readonly TemplateField[];
  /** Counts submits, so that each one brings the focus here. */
  readonly attempt: number;
}

/** Every problem of the form in one place, each a way to its field. */
export function ProblemSummary({ problems, fields, attempt }: ProblemSummaryProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), [attempt]);
  return (
    <div ref={root} tabIndex={-1} className={styles.root} role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.summaryTitle(problems.length)}</MessageBarTitle>
          <ul className={styles.problems}>
            {problems.slice(0, most).map((problem) => (
              <li key={`${problem.pointer} ${problem.code}`}>
                <Link as="button" onClick={() => focusPointer(problem.pointer)}>
                  {labelOf(fields, problem.pointer) || problem.detail}
                </Link>
                {labelOf(fields, problem.pointer) && `: ${problem.detail}`}
              </li>
            ))}
          </ul>
          {problems.length > most && strings.filling.moreProblems(problems.length - most)}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ErrorCircle12Filled } from "@fluentui/react-icons";
import { useId } from "react";
import type { Person, Workflow } from "../../api/types";
import { controlId } from "../../form/problems";
import { strings } from "../../strings";

const words = strings.input;

/** Whoever may review this: at Medium and High stakes never the author (the server enforces it; here it is explained). */
export function mayReview(workflow: Workflow, personId: string, authorId: string): boolean {
  return workflow.stakes === "Low" || personId !== authorId;
}

/** Who is chosen at first: as many as the gate wants, others before the author. */
export function firstReviewers(
  workflow: Workflow,
  people: readonly Person[],
  authorId: string,
): string[] {
  return people
    .filter((person) => mayReview(workflow, person.id, authorId))
    .sort((a, b) => Number(a.id === authorId) - Number(b.id === authorId))
    .slice(0, workflow.gate.reviewers)
    .map((person) => person.id);
}

const useStyles = makeStyles({
  group: {
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
  },
  legend: { padding: 0 },
  required: { color: tokens.colorPaletteRedForeground3 },
  problem: {
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    alignItems: "center",
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  people: { display: "flex", flexDirection: "column" },
  person: { display: "flex", flexWrap: "wrap", alignItems: "center" },
  note: { color: tokens.colorNeutralForeground3 },
});

interface ReviewersProps {
  readonly workflow: Workflow;
  readonly people: readonly Person[];
  readonly authorId: string;
  readonly chosen: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}

export function Reviewers({
  workflow,
  people,
  authorId,
  chosen,
  problem,
  onChange,
}: ReviewersProps) {
  const styles = useStyles();
  const hintId = useId();
  const problemId = useId();
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    // No Fluent Field around it: that would make each single checkbox a required one.
    <fieldset
      id={controlId("/reviewers")}
      tabIndex={-1}
      className={styles.group}
      aria-describedby={problem ? `${hintId} ${problemId}` : hintId}
    >
      <legend className={styles.legend}>
        {words.reviewers}
        <span className={styles.required} aria-hidden>
          {" *"}
        </span>
      </legend>
      <Text id={hintId} size={200} className={styles.note}>
        {words.reviewersHelp(workflow.gate.reviewers)}
      </Text>
      <div className={styles.people}>
        {people.map((person) => {
          const allowed = mayReview(workflow, person.id, authorId);
          const name = person.id === authorId ? `${person.name} (${strings.you})` : person.name;
          return (
            <div key={person.id} className={styles.person}>
              <Checkbox
                label={name}
                checked={allowed && chosen.includes(person.id)}
                disabled={!allowed}
                onChange={(_, data) => toggle(person.id, data.checked === true)}
              />
              {!allowed && (
                <Text size={200} className={styles.note}>
                  {words.ownWork(strings.stakes[workflow.stakes])}
                </Text>
              )}
            </div>
          );
        })}
        {!people.some((person) => mayReview(workflow, person.id, authorId)) && (
          <Text size={200}>{words.noReviewers}</Text>
        )}
      </div>
      {problem && (
        <div id={problemId} className={styles.problem}>
          <ErrorCircle12Filled aria-hidden />
          {problem}
        </div>
      )}
    </fieldset>
  );
}

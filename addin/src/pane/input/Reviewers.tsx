import { Checkbox, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Person, Workflow } from "../../api/types";
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
  people: { display: "flex", flexDirection: "column" },
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
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <Field
      label={words.reviewers}
      hint={words.reviewersHelp(workflow.gate.reviewers)}
      required
      validationMessage={problem}
    >
      <div
        role="group"
        aria-label={words.reviewers}
        id="field-reviewers"
        tabIndex={-1}
        className={styles.people}
      >
        {people.map((person) => {
          const allowed = mayReview(workflow, person.id, authorId);
          const name = person.id === authorId ? `${person.name} (${strings.you})` : person.name;
          return (
            <div key={person.id}>
              <Checkbox
                label={name}
                checked={allowed && chosen.includes(person.id)}
                disabled={!allowed}
                onChange={(_, data) => toggle(person.id, data.checked === true)}
              />
              {!allowed && (
                <Text size={200} className={styles.note}>
                  {words.ownWork(strings.stakes[workflow.stakes].toLowerCase())}
                </Text>
              )}
            </div>
          );
        })}
        {!people.some((person) => mayReview(workflow, person.id, authorId)) && (
          <Text size={200}>{words.noReviewers}</Text>
        )}
      </div>
    </Field>
  );
}

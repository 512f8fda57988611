import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { Person16Regular } from "@fluentui/react-icons";
import type { HandoffView, Responsibility } from "../api/types";
import { strings } from "../strings";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    "> svg": { flexShrink: 0 },
  },
  text: { overflowWrap: "anywhere", minWidth: 0 },
});

interface ResponsibleProps {
  readonly duty: Responsibility["duty"];
  readonly view: HandoffView;
}

/** Whose responsibility this step is; shown on every step. */
export function Responsible({ duty, view }: ResponsibleProps) {
  const responsibility = view.responsibilities.find((candidate) => candidate.duty === duty);
  if (!responsibility) return null;
  return (
    <ResponsibleLine duty={duty} name={namesOf(responsibility)} title={responsibility.title} />
  );
}

/** Everybody who holds a duty. */
export function namesOf(responsibility: Responsibility): string {
  const names = responsibility.people.map((person) => person.name);
  return names.length === 0 ? strings.nobodyYet : names.join(", ");
}

interface ResponsibleLineProps {
  readonly duty: Responsibility["duty"];
  readonly name: string;
  readonly title: string;
}

export function ResponsibleLine({ duty, name, title }: ResponsibleLineProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Person16Regular aria-hidden />
      <Text size={200} className={styles.text}>
        {`${strings.duty[duty]}: ${name} (${title})`}
      </Text>
    </div>
  );
}

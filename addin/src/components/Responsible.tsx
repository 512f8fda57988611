import { Person16Regular } from "@fluentui/react-icons";
import type { HandoffView, Responsibility } from "../api/types";
import { strings } from "../strings";
import { QuietLine } from "./QuietLine";

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
  return (
    <QuietLine
      icon={<Person16Regular aria-hidden />}
    >{`${strings.duty[duty]}: ${name} (${title})`}</QuietLine>
  );
}

import type { FieldProblem, Journey, Workflow } from "../../api/types";
import { tokensOf, within } from "../../form/pointers";
import type { VersionPart } from "./versionParts";

/** What the editor of each part of a version is given. */
export interface PartProps {
  readonly version: Workflow;
  readonly journey: Journey;
  readonly edit: (change: (version: Workflow) => Workflow) => void;
  /** The item of a list that is open, by the pointer of the item. */
  readonly opened: string | undefined;
  readonly onOpen: (pointer: string | undefined) => void;
  readonly problems: readonly FieldProblem[];
}

/** The part in which something at a pointer is edited. */
export function partOf(pointer: string): VersionPart {
  switch (tokensOf(pointer)[0]) {
    case "input":
      return "form";
    case "output":
      return "text";
    case "gate":
      return "gate";
    case "responsibilities":
      return "duties";
    case "examples":
      return "examples";
    default:
      return "about";
  }
}

/** The item of a list that has to be open for what is at a pointer to be seen: `/input/fields/3` of `/input/fields/3/label`. */
export const itemOf = (pointer: string): string | undefined =>
  /^\/(input\/fields|output\/sections|gate\/checklist|examples)\/\d+/.exec(pointer)?.[0];

/** What a list of items is given by its part: which item is open, and how many problems each has. */
export function listOf(props: PartProps, pointer: string) {
  const { opened, onOpen, problems } = props;
  const prefix = `${pointer}/`;
  return {
    pointer,
    opened: opened?.startsWith(prefix) ? Number(opened.slice(prefix.length)) : undefined,
    onOpen: (index: number | undefined) =>
      onOpen(index === undefined ? undefined : `${pointer}/${String(index)}`),
    problemsOf: (index: number) =>
      problems.filter((problem) => within(problem.pointer, `${pointer}/${String(index)}`)).length,
  };
}

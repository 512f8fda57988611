import { useState } from "react";
import type { Notice } from "../../api/problems";
import type {
  Change,
  HandoffView,
  KnownFailure,
  Person,
  PickPart,
  TemplateField,
  Workflow,
} from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import type { Loading } from "../../store/state";
import { isKept, partsOf } from "../../store/triage";
import { strings } from "../../strings";
import { ChangeEditor } from "../review/ChangeEditor";
import { knownOfSection } from "../review/known";
import { CandidateCard } from "./CandidateCard";
import { nameOf } from "./candidates";
import { Chooser } from "./Chooser";
import {
  angleChoices,
  depthChoices,
  dueChoices,
  partsOffered,
  personChoices,
  saidOf,
} from "./choices";
import { PickPartsRow } from "./PickPartsRow";
import type { useTriage } from "./useTriage";

const words = strings.triage;
const noFields: readonly TemplateField[] = [];

interface TriageOneProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
  readonly change: Change;
  readonly act: ReturnType<typeof useTriage>;
  readonly canDecide: boolean;
  readonly people: Loading<Person[]>;
  readonly known: readonly KnownFailure[];
  readonly refused: Notice | undefined;
}

/** The candidate that is up, with what is said of it once it is kept. */
export function TriageOne(props: TriageOneProps) {
  const { view, workflow, change, act, canDecide, people, known, refused } = props;
  const [today] = useState(() => new Date());
  const { filter } = view;
  const name = nameOf(change, view.record, workflow);
  const place = view.changes.indexOf(change) + 1;
  const choices = (part: PickPart) => {
    if (!filter) return [];
    switch (part) {
      case "Angle":
        return angleChoices(filter);
      case "Depth":
        return depthChoices(filter);
      case "Assignee":
        return people.status === "ready" ? personChoices(people.value, view) : [];
      case "Due":
        return dueChoices(today);
    }
  };
  const { choosing } = act;
  return (
    <CandidateCard
      change={change}
      name={name}
      place={place}
      total={view.changes.length}
      record={view.record}
      fields={workflow?.input.fields ?? noFields}
      nameField={workflow?.filter?.name}
      findings={view.findings.filter(({ changeId }) => changeId === change.id)}
      known={knownOfSection(known, change.section)}
      refused={refused}
      busy={choosing !== undefined || act.editing !== undefined}
      editor={
        act.editing === undefined ? null : (
          <ChangeEditor
            text={act.editing}
            number={place}
            onSave={act.reword}
            onCancel={() => act.setEditing(undefined)}
          />
        )
      }
    >
      {filter && isKept(change) && (
        <PickPartsRow
          change={change}
          offered={partsOffered(filter)}
          canDecide={canDecide}
          onOpen={act.setChoosing}
        />
      )}
      {choosing === "Assignee" && people.status === "failed" && (
        <NoticeBar notice={{ ...people.notice, title: words.peopleFailed }} />
      )}
      {choosing && (choosing !== "Assignee" || people.status === "ready") && (
        <Chooser
          key={`${change.id} ${choosing}`}
          part={choosing}
          name={name}
          choices={choices(choosing)}
          said={saidOf(choosing, partsOf(change.pick))}
          onChoose={(parts) => act.say(choosing, parts)}
          onClose={() => act.setChoosing(undefined)}
        />
      )}
    </CandidateCard>
  );
}

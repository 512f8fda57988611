import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useLoaded } from "../../components/useLoaded";
import type { AdjustmentReport, Cause, Journey, JournalEntry, Workflow } from "../../api/types";
import { FormDialog } from "../../components/FormDialog";
import { useApp } from "../../store/context";
import { strings } from "../../strings";
import { PickGroup } from "../PickGroup";
import { Causes } from "./Causes";

const words = strings.design.version.add;

interface AddVersionDialogProps {
  readonly journey: Journey;
  readonly version: Workflow;
  /** The version before; its checks are what findings can be of. */
  readonly before: Workflow | undefined;
  readonly onAdded: (journey: Journey) => void;
  readonly onClose: () => void;
}

/** Adds the version; where the workflow is in use it asks what the change answers (C37). Mounted while it is open. */
export function AddVersionDialog(props: AddVersionDialogProps) {
  const { journey, version, before, onAdded, onClose } = props;
  const { api } = useApp().services;
  const inUse = journey.pilot !== undefined && before !== undefined;
  const [journal] = useLoaded<JournalEntry[]>(() =>
    inUse ? api.journal(journey.key) : Promise.resolve([]),
  );
  const [causes, setCauses] = useState<readonly Cause[]>([]);
  const [expectation, setExpectation] = useState("");
  const [tried, setTried] = useState(false);
  const add = async () => {
    setTried(true);
    const complete = causes.length > 0 && expectation.trim() !== "";
    if (inUse && !complete) return;
    const adjustment: AdjustmentReport | undefined = inUse
      ? { causes: [...causes], expectation: expectation.trim() }
      : undefined;
    onAdded(await api.addVersion(journey.key, version, adjustment));
  };
  return (
    <FormDialog
      title={words.title(version.version)}
      action={words.action(version.version)}
      onAction={add}
      onClose={onClose}
    >
      {words.body}
      {inUse && (
        <>
          <span>{words.inUse}</span>
          <PickGroup
            label={words.causes}
            problem={tried && causes.length === 0 ? words.causeMissing : undefined}
          >
            <Causes
              journal={journal.status === "ready" ? journal.value : []}
              checks={before.gate.checks.map(({ kind }) => kind)}
              causes={causes}
              onChange={setCauses}
            />
          </PickGroup>
          <Field
            label={words.expectation}
            required
            validationMessage={
              tried && expectation.trim() === "" ? words.expectationMissing : undefined
            }
          >
            <Textarea
              value={expectation}
              maxLength={500}
              onChange={(_, data) => setExpectation(data.value)}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

import { Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useState } from "react";
import { useLoaded } from "../components/useLoaded";
import { asApiError } from "../api/problems";
import type { FieldProblem, Journey } from "../api/types";
import { FormDialog } from "../components/FormDialog";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { FileButton } from "./FileButton";
import { readFile } from "./editor/model";
import { toKey, unique } from "./names";

const words = strings.design.create;
const kinds = ["library", "nothing", "file"] as const;

interface NewWorkflowDialogProps {
  readonly taken: readonly string[];
  readonly onBegun: (journey: Journey) => void;
  readonly onClose: () => void;
}

/** Asks what a new workflow is called and what it begins with. Mounted while it is open. */
export function NewWorkflowDialog({ taken, onBegun, onClose }: NewWorkflowDialogProps) {
  const { api } = useApp().services;
  const [name, setName] = useState("");
  const [ownKey, setOwnKey] = useState<string>();
  const [from, setFrom] = useState<(typeof kinds)[number]>("library");
  const [library] = useLoaded(() => api.library());
  const [picked, setPicked] = useState("");
  const [file, setFile] = useState<{ name: string; text: string }>();
  const [tried, setTried] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const key = ownKey ?? (name.trim() === "" ? "" : unique(toKey(name), taken));
  const content = file && readFile(file.text);
  const readyOnes = library.status === "ready" ? library.value : [];
  const chosen = readyOnes.find((one) => one.key === picked);
  const problemOf = (pointer: string) =>
    problems.find((problem) => problem.pointer === pointer)?.detail;
  const fileProblem = file ? (content ? undefined : words.fileWrong) : words.fileMissing;

  const act = async () => {
    setTried(true);
    if (name.trim() === "" || (from === "file" && !content) || (from === "library" && !picked))
      return;
    try {
      const ready = from === "library" ? await api.libraryWorkflow(picked) : content;
      const journey = await api.beginJourney(key, name.trim());
      const draft = from !== "nothing" && ready && { ...ready, key, name: name.trim(), version: 1 };
      onBegun(draft ? await api.keepDraft(key, JSON.stringify(draft), journey.revision) : journey);
    } catch (error) {
      setProblems(asApiError(error).fieldProblems);
      throw error;
    }
  };

  return (
    <FormDialog title={words.title} action={words.action} onAction={act} onClose={onClose}>
      <Field
        label={words.name}
        required
        validationMessage={tried && name.trim() === "" ? words.nameMissing : problemOf("/name")}
      >
        <Input value={name} maxLength={100} onChange={(_, data) => setName(data.value)} />
      </Field>
      <Field label={words.key} hint={words.keyHint} required validationMessage={problemOf("/key")}>
        <Input value={key} maxLength={64} onChange={(_, data) => setOwnKey(data.value)} />
      </Field>
      <Field label={words.from}>
        <RadioGroup
          value={from}
          onChange={(_, data) => setFrom(kinds.find((kind) => kind === data.value) ?? "nothing")}
        >
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={words.kinds[kind]} />
          ))}
        </RadioGroup>
      </Field>
      {from === "library" && (
        <Field
          label={words.library}
          required
          hint={chosen && `${chosen.promise} ${words.examples(chosen.examples)}`}
          validationMessage={
            library.status === "failed"
              ? library.notice.body
              : tried && !picked
                ? words.libraryMissing
                : undefined
          }
        >
          <Select
            value={picked}
            onChange={(_, data) => {
              setPicked(data.value);
              const ready = readyOnes.find((one) => one.key === data.value);
              if (ready && (name === "" || readyOnes.some((one) => one.name === name)))
                setName(ready.name);
            }}
          >
            <option value="">{words.libraryNone}</option>
            {readyOnes.map((one) => (
              <option key={one.key} value={one.key}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {from === "file" && (
        <Field
          validationMessage={file || tried ? fileProblem : undefined}
          hint={file && content ? words.chosen(file.name) : undefined}
        >
          <FileButton
            label={words.file}
            accept=".json,application/json"
            onFile={(chosen) => {
              setFile(chosen);
              if (name === "") setName(readFile(chosen.text)?.name ?? "");
            }}
          />
        </Field>
      )}
    </FormDialog>
  );
}

import { Button } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Workflow } from "../../api/types";
import { FormDialog } from "../../components/FormDialog";
import { useApp } from "../../store/context";
import { strings } from "../../strings";
import { FileButton } from "../FileButton";
import { readFile } from "./model";

const words = strings.design.version.file;

interface FileActionsProps {
  readonly version: Workflow;
  readonly onTake: (file: Workflow) => void;
}

/** The version as a file, and a file in its place. */
export function FileActions({ version, onTake }: FileActionsProps) {
  const { host } = useApp().services;
  const [taken, setTaken] = useState<{ name: string; content: Workflow | undefined }>();
  const { content, name = "" } = taken ?? {};
  return (
    <>
      <FileButton
        label={words.import}
        accept=".json,application/json"
        onFile={(file) => setTaken({ name: file.name, content: readFile(file.text) })}
      />
      <Button
        icon={<ArrowDownload20Regular />}
        onClick={() =>
          host.save({
            name: `${version.key}-${String(version.version)}.json`,
            blob: new Blob([JSON.stringify(version, undefined, 2)], { type: "application/json" }),
          })
        }
      >
        {words.export}
      </Button>
      {taken && (
        <FormDialog
          title={content ? words.importTitle : words.wrong}
          action={content ? words.import : undefined}
          onClose={() => setTaken(undefined)}
          onAction={() => {
            if (content) onTake(content);
            setTaken(undefined);
          }}
        >
          {content ? words.importBody(name) : words.wrongBody}
        </FormDialog>
      )}
    </>
  );
}

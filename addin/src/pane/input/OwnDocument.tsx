import { Button, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Attach16Regular, Dismiss16Regular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { Named } from "../../components/Named";
import { strings } from "../../strings";

const words = strings.input;

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: { overflowWrap: "anywhere", minWidth: 0 },
  file: { display: "none" },
});

interface OwnDocumentProps {
  readonly file: File | undefined;
  readonly onFile: (file: File | undefined) => void;
}

/** The person's own .docx, to which the draft is added. */
export function OwnDocument({ file, onFile }: OwnDocumentProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    const isDocx = chosen.name.toLowerCase().endsWith(".docx");
    setRefused(!isDocx);
    if (isDocx) onFile(chosen);
  };
  return (
    <Field
      label={words.ownDocument}
      hint={words.ownDocumentHelp}
      validationMessage={refused ? words.notDocx : undefined}
    >
      <div className={styles.row}>
        {file ? (
          <>
            <Attach16Regular aria-hidden />
            <Text className={styles.name}>{file.name}</Text>
            <Named name={words.removeDocument(file.name)}>
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss16Regular />}
                onClick={() => onFile(undefined)}
              />
            </Named>
          </>
        ) : (
          <Button size="small" icon={<Attach16Regular />} onClick={() => input.current?.click()}>
            {words.chooseDocument}
          </Button>
        )}
        <input
          ref={input}
          className={styles.file}
          type="file"
          accept=".docx"
          aria-label={words.chooseDocument}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
    </Field>
  );
}

import { Button, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useUnsaved } from "../../design/useUnsaved";
import { strings } from "../../strings";

const words = strings.review;

const useStyles = makeStyles({
  // As tall as its words where the browser can; four rows elsewhere.
  box: { fieldSizing: "content", minHeight: "92px" },
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    flexWrap: "wrap",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface ChangeEditorProps {
  /** The text to start from. */
  readonly text: string;
  /** The change's place, from 1. */
  readonly number: number;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** The box in which a change gets the reviewer's own words. */
export function ChangeEditor({ text, number, onSave, onCancel }: ChangeEditorProps) {
  const styles = useStyles();
  const [draft, setDraft] = useState(text);
  useUnsaved(draft !== text);
  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = box.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    // The buttons too: where the pane is short, focus alone brings only the last line into view.
    root.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const save = () => {
    if (draft.trim() !== "") onSave(draft.trim());
  };
  return (
    <div ref={root} className={styles.root}>
      <Textarea
        textarea={{ ref: box, className: styles.box }}
        aria-label={words.editLabel(number)}
        value={draft}
        rows={4}
        resize="vertical"
        onChange={(_, data) => setDraft(data.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            save();
          } else if (event.key === "Escape") {
            event.preventDefault();
            onCancel();
          }
        }}
      />
      <div className={styles.bar}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={draft.trim() === ""}
          onClick={save}
        >
          {words.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {strings.cancel}
        </Button>
        <Text size={200} className={styles.quiet}>
          {words.editHint}
        </Text>
      </div>
    </div>
  );
}

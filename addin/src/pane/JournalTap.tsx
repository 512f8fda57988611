import { Button, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { asApiError, describeFailure } from "../api/problems";
import type { JournalKind, JournalStep } from "../api/types";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";

const words = strings.journal;
const kinds: readonly JournalKind[] = ["Hard", "Slow", "Struggled", "Faster"];

/** How long a tap waits for a few words, in milliseconds; then it goes without. */
const waitForWords = 8000;
const thanksFor = 4000;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
    margin: 0,
  },
  label: {
    flexGrow: 1,
    color: tokens.colorNeutralForeground3,
    "@media (max-width: 400px)": {
      position: "absolute",
      width: "1px",
      height: "1px",
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
  tap: { minWidth: 0, paddingInline: tokens.spacingHorizontalS, whiteSpace: "nowrap" },
  note: { flex: "1 1 140px", minWidth: 0 },
  said: { flexGrow: 1, overflowWrap: "anywhere", minWidth: 0 },
});

interface JournalTapProps {
  readonly workflow: string;
  readonly step: JournalStep;
  readonly handoffId?: string;
}

/** One tap at the moment that something is noticed, then a few words for whoever likes. */
export function JournalTap({ workflow, step, handoffId }: JournalTapProps) {
  const styles = useStyles();
  const { api } = useApp().services;
  const { announce } = useActions();
  const [tapped, setTapped] = useState<JournalKind>();
  const [note, setNote] = useState("");
  const [said, setSaid] = useState<string>();
  const field = useRef<HTMLInputElement>(null);

  const send = async () => {
    if (!tapped) return;
    const kind = tapped;
    const text = note.trim();
    setTapped(undefined);
    setNote("");
    try {
      await api.noteInJournal(workflow, {
        kind,
        step,
        handoffId: handoffId ?? null,
        note: text === "" ? null : text,
      });
      setSaid(words.noted(words.kinds[kind]));
      announce(words.noted(words.kinds[kind]));
    } catch (error) {
      const failed = `${words.failed} ${describeFailure(asApiError(error)).title}.`;
      setSaid(failed);
      announce(failed);
    }
  };
  const flush = useEffectEvent(() => void send());

  // A tap is enough: without a word it goes by itself, also when the person goes on to the next step.
  useEffect(() => {
    if (!tapped || note !== "") return undefined;
    const later = setTimeout(() => flush(), waitForWords);
    return () => clearTimeout(later);
  }, [tapped, note]);
  useEffect(() => {
    const stop = new AbortController();
    addEventListener("pagehide", () => flush(), { signal: stop.signal });
    return () => {
      stop.abort();
      flush();
    };
  }, []);
  useEffect(() => {
    if (said === undefined) return undefined;
    const later = setTimeout(() => setSaid(undefined), thanksFor);
    return () => clearTimeout(later);
  }, [said]);
  useEffect(() => {
    if (tapped) field.current?.focus();
  }, [tapped]);

  if (tapped)
    return (
      <form
        className={styles.root}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Input
          ref={field}
          className={styles.note}
          size="small"
          maxLength={500}
          value={note}
          placeholder={words.note(words.kinds[tapped])}
          aria-label={words.note(words.kinds[tapped])}
          onChange={(_, data) => setNote(data.value)}
        />
        <Button size="small" type="submit" appearance="primary">
          {words.send}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setTapped(undefined)}>
          {words.undo}
        </Button>
      </form>
    );
  return (
    <div role="group" aria-label={words.label} className={styles.root}>
      {said === undefined ? (
        <>
          <Text size={200} aria-hidden className={styles.label}>
            {words.label}
          </Text>
          {kinds.map((kind) => (
            <Button
              key={kind}
              size="small"
              appearance="subtle"
              className={styles.tap}
              onClick={() => setTapped(kind)}
            >
              {words.kinds[kind]}
            </Button>
          ))}
        </>
      ) : (
        <Text size={200} className={styles.said}>
          {said}
        </Text>
      )}
    </div>
  );
}

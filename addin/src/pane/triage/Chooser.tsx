import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { PickPart } from "../../api/types";
import { isIsoDate } from "../../format";
import type { PickParts } from "../../store/triage";
import { strings } from "../../strings";
import { cleared, dayAfter, type Choice } from "./choices";
import { Key } from "./Key";
import { backward, forward } from "./keys";

const words = strings.triage;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    scrollMarginBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(132px, 100%), 1fr))",
    gap: tokens.spacingHorizontalXS,
  },
  choice: {
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalXS,
  },
  label: { textAlign: "start", overflowWrap: "anywhere", flexGrow: 1 },
  detail: { color: tokens.colorNeutralForeground3 },
  day: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    gap: tokens.spacingHorizontalS,
  },
});

interface ChooserProps {
  readonly part: PickPart;
  /** Of which candidate. */
  readonly name: string;
  readonly choices: readonly Choice[];
  /** What is said now. */
  readonly said: string | undefined;
  readonly onChoose: (parts: PickParts) => void;
  readonly onClose: () => void;
}

const mostShown = 9;

/** The ways to say a part of a pick, each with the digit that takes it; Escape leaves it as it is. */
export function Chooser({ part, name, choices, said, onChoose, onClose }: ChooserProps) {
  const styles = useStyles();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = choices.filter(({ label }) => label.toLowerCase().includes(wanted));
  const shown = found.slice(0, mostShown);
  const searched = part === "Assignee" && choices.length > mostShown;
  useEffect(() => {
    root.current?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
    root.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    const typing = event.target instanceof HTMLInputElement;
    const first = shown[0];
    if (typing && event.key === "Enter" && searched && first) {
      event.preventDefault();
      onChoose(first.parts);
    }
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>("button[data-choice]") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const by = { ArrowDown: 1, [forward]: 1, ArrowUp: -1, [backward]: -1 }[event.key];
    if (by !== undefined && (!typing || event.key === "ArrowDown")) {
      event.preventDefault();
      buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus();
    }
    const digit = typing || !/^[1-9]$/.test(event.key) ? undefined : shown[Number(event.key) - 1];
    if (digit) {
      event.preventDefault();
      onChoose(digit.parts);
    }
  };

  return (
    // The keys of a small dialog: it holds the focus, and Escape leaves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={root}
      role="dialog"
      aria-labelledby={id}
      className={styles.root}
      onKeyDown={onKeyDown}
    >
      <Text id={id} weight="semibold">
        {words.choose(words.parts[part], name)}
      </Text>
      {searched && (
        <Input
          aria-label={words.find}
          placeholder={words.find}
          value={search}
          onChange={(_, data) => setSearch(data.value)}
        />
      )}
      <div className={styles.list}>
        {shown.map(({ key, label, detail, parts }, index) => {
          const isSaid = said !== undefined && (label === said || detail === said);
          return (
            <Button
              key={key}
              data-choice
              className={styles.choice}
              appearance={isSaid ? "primary" : "subtle"}
              aria-pressed={isSaid}
              icon={<Key>{index + 1}</Key>}
              onClick={() => onChoose(parts)}
            >
              <span className={styles.label}>
                {label}{" "}
                {detail !== undefined && (
                  <Text size={200} block>
                    {detail}
                  </Text>
                )}
              </span>
            </Button>
          );
        })}
      </div>
      {found.length === 0 && <Text>{words.nobody}</Text>}
      {part === "Due" && <AnotherDay onDay={(due) => onChoose({ due })} />}
      {said !== undefined && (
        <Button appearance="transparent" size="small" onClick={() => onChoose(cleared(part))}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}

function AnotherDay({ onDay }: { readonly onDay: (day: string) => void }) {
  const styles = useStyles();
  const [day, setDay] = useState("");
  const today = dayAfter(new Date(), 0);
  const past = isIsoDate(day) && day < today;
  return (
    <form
      className={styles.day}
      onSubmit={(event) => {
        event.preventDefault();
        if (isIsoDate(day) && !past) onDay(day);
      }}
    >
      <Field label={words.day} size="small" validationMessage={past ? words.past : undefined}>
        <Input type="date" min={today} value={day} onChange={(_, data) => setDay(data.value)} />
      </Field>
      <Button type="submit" size="small" disabledFocusable={!isIsoDate(day) || past}>
        {words.take}
      </Button>
    </form>
  );
}

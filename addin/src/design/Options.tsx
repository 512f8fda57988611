import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Add20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Opportunity, OptionResult } from "../api/types";
import { AskDialog } from "../components/AskDialog";
import { FormDialog } from "../components/FormDialog";
import { formatInstant } from "../format";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import type { TabProps } from "./JourneyPage";
import { OptionCard } from "./OptionCard";
import { OptionDialog } from "./OptionDialog";
import { Part } from "./Part";

const words = strings.design.choose;

const useStyles = makeStyles({
  cards: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(340px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
});

type Open =
  | { readonly kind: "edit"; readonly option: Opportunity | undefined }
  | { readonly kind: "remove" | "choose"; readonly option: Opportunity };

/** The options side by side, and the choice. */
export function Options({ journey, designs, onJourney }: TabProps) {
  const styles = useStyles();
  const { api } = useApp().services;
  const { announce } = useActions();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { map, options, comparison, choice, key, revision } = journey;
  const results = new Map(comparison?.options.map((result) => [result.optionId, result]));
  const put = async (next: readonly Opportunity[]) => {
    onJourney(await api.compareOptions(key, next, revision));
    close();
  };
  return (
    <Part
      title={words.options}
      lead={map ? words.optionsLead : words.noMap}
      actions={
        designs &&
        map && (
          <Button
            icon={<Add20Regular />}
            onClick={() => setOpen({ kind: "edit", option: undefined })}
          >
            {words.add}
          </Button>
        )
      }
    >
      {map && options.length === 0 && <Text>{words.empty}</Text>}
      {comparison && <Text>{comparison.reason}</Text>}
      {choice && (
        <Text>
          {words.chosenBy(choice.by.name, formatInstant(choice.at))}: {choice.reason}
        </Text>
      )}
      {map && (
        <ul className={styles.cards}>
          {options.map((option) => (
            <OptionCard
              key={option.id}
              option={option}
              map={map}
              result={results.get(option.id)}
              most={mostSaved(comparison?.options ?? [])}
              recommended={comparison?.recommended === option.id}
              chosen={choice?.optionId === option.id}
              anyChosen={choice !== undefined}
              designs={designs}
              onChoose={() => setOpen({ kind: "choose", option })}
              onEdit={() => setOpen({ kind: "edit", option })}
              onRemove={() => setOpen({ kind: "remove", option })}
            />
          ))}
        </ul>
      )}
      {open?.kind === "edit" && map && (
        <OptionDialog
          option={open.option}
          options={options}
          map={map}
          onSave={put}
          onClose={close}
        />
      )}
      {open?.kind === "remove" && (
        <FormDialog
          title={words.removeTitle(open.option.name)}
          action={words.remove}
          onAction={() => put(options.filter(({ id }) => id !== open.option.id))}
          onClose={close}
        >
          {words.removeBody}
        </FormDialog>
      )}
      {open?.kind === "choose" && (
        <AskDialog
          title={words.chooseTitle(open.option.name)}
          body={words.chooseBody}
          label={words.reason}
          action={words.pickThis}
          onClose={close}
          onAnswer={async (reason) => {
            onJourney(await api.choose(key, open.option.id, reason, revision));
            close();
            announce(words.done);
          }}
        />
      )}
    </Part>
  );
}

const mostSaved = (results: readonly OptionResult[]) =>
  Math.max(0, ...results.map(({ savedAMonth }) => savedAMonth));

import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { Row, Rows } from "../admin/Section";
import { AskDialog } from "../components/AskDialog";
import { formatInstant } from "../format";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import type { TabProps } from "./JourneyPage";
import { Part } from "./Part";

const words = strings.design.pilot;

/** Every version with where it is and who brought it there; retiring one. */
export function VersionRows({ journey, onJourney }: TabProps) {
  const { api } = useApp().services;
  const { announce } = useActions();
  const [retiring, setRetiring] = useState<number>();
  return (
    <Part title={words.versions}>
      <Rows items={journey.versions} empty={strings.design.test.noVersion}>
        {({ version, stage, ground, since, by, reason, next, needs }) => (
          <Row
            key={version}
            title={`${strings.design.list.version(version)}: ${strings.design.stages[stage]}`}
            facts={[
              words.since(formatInstant(since), by.name),
              words.grounds[ground],
              ...needs.map(({ text }) => text),
            ].filter((fact) => fact !== "")}
            {...(reason ? { text: reason } : {})}
            actions={
              next.some((step) => step.stage === "Retired") && (
                <Button
                  size="small"
                  aria-label={words.retireOf(version)}
                  onClick={() => setRetiring(version)}
                >
                  {words.retire}
                </Button>
              )
            }
          />
        )}
      </Rows>
      {retiring !== undefined && (
        <AskDialog
          title={words.retireTitle(retiring)}
          body={words.retireBody}
          label={words.reason}
          action={words.retire}
          onClose={() => setRetiring(undefined)}
          onAnswer={async (reason) => {
            onJourney(await api.retire(journey.key, retiring, reason));
            setRetiring(undefined);
            announce(words.retired);
          }}
        />
      )}
    </Part>
  );
}

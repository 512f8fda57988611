import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import { useLoaded } from "../components/useLoaded";
import { AskDialog } from "../components/AskDialog";
import { NoticeBar } from "../components/NoticeBar";
import { formatInstant, formatAnyOf } from "../format";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import type { TabProps } from "./JourneyPage";
import { newestOf } from "./missing";

const words = strings.design.choose.high;

/** That work of high stakes is no first workflow, who can allow it, and that somebody has. */
export function HighStakes({ journey, me, onJourney }: TabProps) {
  const { api } = useApp().services;
  const { announce } = useActions();
  const [administrators] = useLoaded(() => api.people("Administrator"));
  const [asking, setAsking] = useState(false);
  const allowed = journey.stakesOverride;
  const stopped = newestOf(journey)
    ?.next.flatMap(({ lacks }) => lacks)
    .find(({ code }) => code === "high-stakes-first");
  if (allowed)
    return (
      <NoticeBar
        notice={{
          intent: "warning",
          title: words.allowed(allowed.by.name, formatInstant(allowed.at)),
          body: allowed.reason,
        }}
      />
    );
  const high = stopped !== undefined || journey.suitability?.leastStakes === "High";
  if (!high) return null;
  const administers = me.roles.includes("Administrator");
  const names = administrators.status === "ready" ? formatAnyOf(administrators.value) : "";
  return (
    <>
      <NoticeBar
        notice={{
          intent: "warning",
          title: words.title,
          body: stopped?.text ?? journey.suitability?.stakesReason ?? "",
        }}
        details={!administers && names !== "" && <Text block>{words.ask(names)}</Text>}
      >
        {administers && (
          <Button size="small" onClick={() => setAsking(true)}>
            {words.allow}
          </Button>
        )}
      </NoticeBar>
      {asking && (
        <AskDialog
          title={words.dialog}
          body={words.body}
          label={strings.review.reason}
          action={words.allow}
          onClose={() => setAsking(false)}
          onAnswer={async (reason) => {
            onJourney(await api.allowHighStakes(journey.key, reason));
            setAsking(false);
            announce(strings.design.saved);
          }}
        />
      )}
    </>
  );
}

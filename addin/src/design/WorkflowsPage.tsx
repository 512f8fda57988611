import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Add20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { useLoaded } from "../components/useLoaded";
import type { Me } from "../api/types";
import { NoticeBar } from "../components/NoticeBar";
import { StepFrame } from "../components/StepFrame";
import { Waiting } from "../components/Waiting";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { Foreign } from "./Foreign";
import { NewWorkflowDialog } from "./NewWorkflowDialog";
import { WorkflowTable } from "./WorkflowTable";

const words = strings.design.list;

const useStyles = makeStyles({
  body: {
    width: "100%",
    maxWidth: "1248px",
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalL,
    minWidth: 0,
  },
});

/** The workflows of the organisation, each with where it is in its life. */
export function WorkflowsPage({ me }: { readonly me: Me }) {
  if (!me.roles.some((role) => role === "Designer" || role === "Administrator"))
    return <Foreign title={words.title} />;
  return <Known designs={me.roles.includes("Designer")} />;
}

function Known({ designs }: { readonly designs: boolean }) {
  const styles = useStyles();
  const { api } = useApp().services;
  const { announce, navigate } = useActions();
  const [journeys, reload] = useLoaded(() => api.journeys());
  const [creating, setCreating] = useState(false);
  return (
    <StepFrame title={words.title} lead={words.lead}>
      <div className={styles.body}>
        {designs && (
          <Button appearance="primary" icon={<Add20Regular />} onClick={() => setCreating(true)}>
            {words.new}
          </Button>
        )}
        {journeys.status === "loading" && <Waiting />}
        {journeys.status === "failed" && (
          <NoticeBar notice={journeys.notice}>
            <Button onClick={reload}>{strings.retry}</Button>
          </NoticeBar>
        )}
        {journeys.status === "ready" &&
          (journeys.value.length === 0 ? (
            <Text>{words.empty}</Text>
          ) : (
            <WorkflowTable journeys={journeys.value} />
          ))}
        {creating && (
          <NewWorkflowDialog
            taken={journeys.status === "ready" ? journeys.value.map(({ key }) => key) : []}
            onClose={() => setCreating(false)}
            onBegun={({ key, name, draft }) => {
              setCreating(false);
              announce(strings.design.create.begun(name));
              navigate({ screen: "workflow", key, tab: draft ? "design" : "map" });
            }}
          />
        )}
      </div>
    </StepFrame>
  );
}

import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
} from "@fluentui/react-components";
import { PresenceBlocked20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { StopOrder, StopScope } from "../api/types";
import { AskDialog } from "../components/AskDialog";
import { FormDialog } from "../components/FormDialog";
import { ReasonField } from "../components/ReasonField";
import { formatInstant } from "../format";
import { useActions, useApp, useAppState } from "../store/context";
import { coverOf, valueOf } from "../store/state";
import { strings } from "../strings";
import { useShallow } from "zustand/react/shallow";
import { Row, Rows, Section } from "./Section";
import { useLoaded } from "../components/useLoaded";

const words = strings.administration.stops;
const scopes: readonly StopScope[] = ["Workflow", "Model", "Everything"];

const useStyles = makeStyles({ narrow: { minWidth: 0 } });

/** What is stopped; stopping and lifting. */
export function Stops() {
  const { api } = useApp().services;
  const { loadStops, announce } = useActions();
  const stops = useAppState((state) => state.stops);
  const [stopping, setStopping] = useState(false);
  const [lifting, setLifting] = useState<StopOrder>();
  const named = useAppState(
    useShallow(
      (state) => new Map(valueOf(state.stops)?.map((stop) => [stop.id, coverOf(state, stop)])),
    ),
  );
  return (
    <>
      <Section
        title={words.title}
        lead={words.lead}
        state={stops}
        onRetry={() => void loadStops()}
        actions={
          <Button icon={<PresenceBlocked20Regular />} onClick={() => setStopping(true)}>
            {words.stop}
          </Button>
        }
      >
        {(inForce) => (
          <>
            <Rows items={inForce} empty={words.empty}>
              {(stop) => (
                <Row
                  key={stop.id}
                  title={named.get(stop.id)}
                  facts={[words.by(stop.by.name, formatInstant(stop.at))]}
                  text={stop.reason}
                  actions={
                    <Button
                      size="small"
                      aria-label={words.liftOf(named.get(stop.id) ?? "")}
                      onClick={() => setLifting(stop)}
                    >
                      {words.lift}
                    </Button>
                  }
                />
              )}
            </Rows>
            {lifting && (
              <AskDialog
                title={words.liftTitle}
                body={words.liftBody(named.get(lifting.id) ?? "")}
                label={strings.review.reason}
                action={words.lift}
                onClose={() => setLifting(undefined)}
                onAnswer={async (reason) => {
                  await api.liftStop(lifting.id, reason);
                  setLifting(undefined);
                  announce(words.lifted);
                  await loadStops();
                }}
              />
            )}
          </>
        )}
      </Section>
      {/* Also while the list cannot be read: a stop must not wait for it. */}
      {stopping && (
        <StopDialog
          onClose={() => setStopping(false)}
          onStop={async (scope, target, reason) => {
            await api.stop(scope, target, reason);
            setStopping(false);
            announce(words.set);
            await loadStops();
          }}
        />
      )}
    </>
  );
}

interface StopDialogProps {
  readonly onStop: (scope: StopScope, target: string | undefined, reason: string) => Promise<void>;
  readonly onClose: () => void;
}

function StopDialog({ onStop, onClose }: StopDialogProps) {
  const styles = useStyles();
  const { api } = useApp().services;
  const boot = useAppState((state) => state.boot);
  const [workflows] = useLoaded(() => api.workflows());
  const [scope, setScope] = useState<StopScope>("Workflow");
  const [target, setTarget] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const missing = scope !== "Everything" && target.trim() === "";
  const problem = tried && missing ? words.missing : undefined;
  const known = workflows.status === "ready" ? workflows.value : [];
  const act = () => {
    if (!missing && reason.trim() !== "")
      return onStop(scope, scope === "Everything" ? undefined : target.trim(), reason.trim());
    setTried(true);
    return undefined;
  };
  return (
    <FormDialog title={words.dialog} action={words.action} onAction={act} onClose={onClose}>
      {words.lead}
      <Field label={words.what}>
        <RadioGroup
          value={scope}
          onChange={(_, data) => {
            setScope(scopes.find((one) => one === data.value) ?? "Workflow");
            setTarget("");
          }}
        >
          {scopes.map((one) => (
            <Radio key={one} value={one} label={words.scopes[one]} />
          ))}
        </RadioGroup>
      </Field>
      {scope === "Workflow" && (
        <Field label={words.workflow} required validationMessage={problem}>
          <Dropdown
            className={styles.narrow}
            placeholder={words.choose}
            value={known.find(({ key }) => key === target)?.name ?? ""}
            selectedOptions={target ? [target] : []}
            onOptionSelect={(_, data) => setTarget(data.optionValue ?? "")}
          >
            {known.map(({ key, name }) => (
              <Option key={key} value={key}>
                {name}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
      {scope === "Model" && (
        <Field
          label={words.model}
          required
          hint={boot.status === "ready" ? words.modelHint(boot.value.drafter.name) : undefined}
          validationMessage={problem}
        >
          <Input
            className={styles.narrow}
            value={target}
            onChange={(_, data) => setTarget(data.value)}
          />
        </Field>
      )}
      <ReasonField label={words.reason} value={reason} tried={tried} onChange={setReason} />
    </FormDialog>
  );
}

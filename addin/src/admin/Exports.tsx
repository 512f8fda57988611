import { Button } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import {
  exportForms,
  exportTables,
  type ExportForm,
  type ExportTable,
} from "../api/administration";
import type { Person } from "../api/types";
import { FormDialog } from "../components/FormDialog";
import { PersonField } from "../components/PersonField";
import { useDownload } from "../components/useDownload";
import { useLoaded } from "../components/useLoaded";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { Row, Rows, Section } from "./Section";

const words = strings.administration.exports;

/** Tables of the whole organisation for reports of one's own, and a person's data on their request. */
export function Exports() {
  const { api } = useApp().services;
  const [state, reload] = useLoaded(() => api.people());
  const [asking, setAsking] = useState(false);
  return (
    <Section
      title={words.title}
      lead={words.lead}
      state={state}
      onRetry={reload}
      actions={
        state.status === "ready" && (
          <Button onClick={() => setAsking(true)}>{words.person.ask}</Button>
        )
      }
    >
      {(people) => (
        <>
          <Rows items={exportTables} empty="">
            {(table) => <Table key={table} table={table} />}
          </Rows>
          {asking && <PersonDialog people={people} onClose={() => setAsking(false)} />}
        </>
      )}
    </Section>
  );
}

function Table({ table }: { readonly table: ExportTable }) {
  const { api } = useApp().services;
  const { busy, download, failure } = useDownload((form: ExportForm) => api.exported(table, form));
  return (
    <Row
      title={words.tables[table]}
      facts={[words.about[table]]}
      notice={failure}
      actions={exportForms.map((form) => (
        <Button
          key={form}
          size="small"
          icon={<ArrowDownload20Regular />}
          aria-label={words.downloadOf(words.tables[table], words.forms[form])}
          disabledFocusable={busy}
          onClick={() => void download(form)}
        >
          {words.forms[form]}
        </Button>
      ))}
    />
  );
}

interface PersonDialogProps {
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

function PersonDialog({ people, onClose }: PersonDialogProps) {
  const { api, host } = useApp().services;
  const { announce } = useActions();
  const [person, setPerson] = useState<Person>();
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={words.person.title}
      action={words.person.download}
      onClose={onClose}
      onAction={async () => {
        setTried(true);
        if (!person) return;
        const file = await api.personsData(person.id);
        host.save(file);
        announce(strings.told.saved(file.name));
        onClose();
      }}
    >
      {words.person.body}
      <PersonField
        label={words.person.who}
        people={people}
        chosen={person}
        tried={tried}
        onChoose={setPerson}
      />
    </FormDialog>
  );
}

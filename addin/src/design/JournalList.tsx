import { Link } from "@fluentui/react-components";
import { useState } from "react";
import { Row, Rows, Section } from "../admin/Section";
import { useLoaded } from "../components/useLoaded";
import type { JournalKind } from "../api/types";
import { formatInstant } from "../format";
import { useApp } from "../store/context";
import { formatRoute } from "../store/route";
import { strings } from "../strings";
import { ChoiceField } from "./fields";
import { Grid } from "./Grid";

const words = strings.design.pilot;
const taps = strings.journal;

/** What people noticed while they worked, newest first. */
export function JournalList({ journeyKey }: { readonly journeyKey: string }) {
  const { api } = useApp().services;
  const [journal, reload] = useLoaded(() => api.journal(journeyKey));
  const [kind, setKind] = useState<JournalKind | "">("");
  return (
    <Section title={words.journal} lead={words.journalLead} state={journal} onRetry={reload}>
      {(entries) => (
        <>
          {entries.length > 0 && (
            <Grid>
              <ChoiceField<JournalKind | "">
                label={words.filter}
                pointer="/journal"
                options={{ "": words.all, ...taps.kinds }}
                value={kind}
                onChange={setKind}
              />
            </Grid>
          )}
          <Rows
            items={entries.filter((entry) => kind === "" || entry.kind === kind)}
            empty={words.journalEmpty}
          >
            {({ id, kind: noticed, step, version, note, by, at, handoffId }) => (
              <Row
                key={id}
                title={taps.kinds[noticed]}
                facts={[`${by.name}, ${formatInstant(at)}`, words.at(taps.steps[step], version)]}
                {...(note ? { text: note } : {})}
                actions={
                  handoffId && (
                    <Link
                      href={formatRoute({ screen: "handoff", id: handoffId })}
                      aria-label={words.openOf(by.name, formatInstant(at))}
                    >
                      {words.openHandoff}
                    </Link>
                  )
                }
              />
            )}
          </Rows>
        </>
      )}
    </Section>
  );
}

import { Button } from "@fluentui/react-components";
import { CalendarAdd20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Absence } from "../api/types";
import { formatDate } from "../format";
import { FormDialog } from "../components/FormDialog";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";
import { AbsenceDialog } from "./AbsenceDialog";
import { Row, Rows, Section } from "./Section";
import { useLoaded } from "../components/useLoaded";

const words = strings.administration.absences;
const own = strings.administration.own;

/** "24 July 2024 to 2 August 2024". */
export const daysOf = (absence: Absence) =>
  words.until_(formatDate(absence.from), formatDate(absence.until));

/** Who is away and who stands in; adding and ending. */
export function Absences() {
  const { api } = useApp().services;
  const { announce } = useActions();
  const [state, reload] = useLoaded(async () => {
    const [absences, reviewers] = await Promise.all([api.absences(), api.people("Reviewer")]);
    return { absences, reviewers };
  });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Absence>();
  return (
    <Section
      title={words.title}
      lead={words.lead}
      state={state}
      onRetry={reload}
      actions={
        state.status === "ready" && (
          <Button icon={<CalendarAdd20Regular />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      {({ absences, reviewers }) => (
        <>
          <Rows items={absences} empty={words.empty}>
            {(absence) => (
              <Row
                key={absence.person.id}
                title={absence.person.name}
                facts={[daysOf(absence), words.standsIn(absence.substitute.name)]}
                actions={
                  <Button
                    size="small"
                    aria-label={words.endOf(absence.person.name)}
                    onClick={() => setEnding(absence)}
                  >
                    {words.end}
                  </Button>
                }
              />
            )}
          </Rows>
          {adding && (
            <AbsenceDialog
              title={words.addTitle}
              body={`${words.lead} ${words.replaces}`}
              people={reviewers}
              reviewers={reviewers}
              onClose={() => setAdding(false)}
              onSet={async (person, away) => {
                await api.setAbsence(person.id, away);
                setAdding(false);
                announce(own.set);
                reload();
              }}
            />
          )}
          {ending && (
            <FormDialog
              title={words.endTitle(ending.person.name)}
              action={words.end}
              onClose={() => setEnding(undefined)}
              onAction={async () => {
                await api.liftAbsence(ending.person.id);
                setEnding(undefined);
                announce(strings.told.absenceEnded);
                reload();
              }}
            >
              {words.endBody(ending.person.name)}
            </FormDialog>
          )}
        </>
      )}
    </Section>
  );
}

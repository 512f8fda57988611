import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CalendarPerson20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Me } from "../api/types";
import { AbsenceDialog } from "../admin/AbsenceDialog";
import { daysOf } from "../admin/Absences";
import { useLoaded } from "../components/useLoaded";
import { NoticeBar } from "../components/NoticeBar";
import { useActions, useApp } from "../store/context";
import { strings } from "../strings";

const words = strings.administration.own;

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: { flex: "1 1 180px", minWidth: 0 },
});

/** One's own absence: when, who stands in, and setting or ending it. For those who review. */
export function MyAbsence({ me }: { readonly me: Me }) {
  const styles = useStyles();
  const { api } = useApp().services;
  const { announce, liftMyAbsence } = useActions();
  const [state, reload] = useLoaded(async () => {
    const [absence, reviewers] = await Promise.all([api.myAbsence(), api.people("Reviewer")]);
    return { absence, reviewers };
  });
  const [asking, setAsking] = useState(false);
  if (state.status === "loading") return null;
  if (state.status === "failed") return <NoticeBar notice={state.notice} />;
  const { absence, reviewers } = state.value;
  return (
    <div className={styles.root}>
      {absence && (
        <Text className={styles.text}>{words.until(daysOf(absence), absence.substitute.name)}</Text>
      )}
      <Button
        appearance="subtle"
        icon={<CalendarPerson20Regular />}
        onClick={() => setAsking(true)}
      >
        {absence ? words.change : words.ask}
      </Button>
      {absence && (
        <Button appearance="subtle" onClick={() => void liftMyAbsence().then(reload)}>
          {words.back}
        </Button>
      )}
      {asking && (
        <AbsenceDialog
          title={words.title}
          body={words.body}
          person={me}
          reviewers={reviewers}
          set={absence}
          onClose={() => setAsking(false)}
          onSet={async (_, away) => {
            await api.setMyAbsence(away);
            setAsking(false);
            announce(words.set);
            reload();
          }}
        />
      )}
    </div>
  );
}

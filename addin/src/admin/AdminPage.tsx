import { makeStyles, tokens } from "@fluentui/react-components";
import { NoticeBar } from "../components/NoticeBar";
import { StepFrame } from "../components/StepFrame";
import { Waiting } from "../components/Waiting";
import { useApp, useAppState } from "../store/context";
import { formatAnyOf } from "../format";
import { strings } from "../strings";
import { Absences } from "./Absences";
import { Exports } from "./Exports";
import { Fleet } from "./Fleet";
import { Ledger } from "./Ledger";
import { Overdue } from "./Overdue";
import { PastGlass } from "./PastGlass";
import { Stops } from "./Stops";
import { Webhooks } from "./Webhooks";
import { useLoaded } from "../components/useLoaded";

const words = strings.administration;

const useStyles = makeStyles({
  sections: {
    width: "100%",
    maxWidth: "1248px",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXL,
  },
});

/** What an administrator looks after: stops, overdue reviews, absences, add-ins, subscriptions, break-glass, the ledger, exports. */
export function AdminPage() {
  const styles = useStyles();
  const me = useAppState((state) => state.me);
  return (
    <StepFrame title={words.title}>
      {me?.roles.includes("Administrator") ? (
        <div className={styles.sections}>
          <Stops />
          <Overdue />
          <Absences />
          <Fleet />
          <Webhooks />
          <PastGlass />
          <Ledger />
          <Exports />
        </div>
      ) : (
        <Foreign />
      )}
    </StepFrame>
  );
}

/** Who can open this page, for whoever came by a link. */
function Foreign() {
  const { api } = useApp().services;
  const [administrators] = useLoaded(() => api.people("Administrator"));
  if (administrators.status === "loading") return <Waiting blocks={1} />;
  if (administrators.status === "failed") return <NoticeBar notice={administrators.notice} />;
  const names = formatAnyOf(administrators.value);
  return (
    <NoticeBar
      notice={{
        intent: "info",
        title: words.foreign.title,
        body: names ? words.foreign.body(names) : words.foreign.nobody,
      }}
    />
  );
}

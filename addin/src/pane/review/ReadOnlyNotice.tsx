import { Button, makeStyles } from "@fluentui/react-components";
import type { HandoffView } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { useActions, useAppState } from "../../store/context";
import { actionOf } from "../../store/state";
import { strings } from "../../strings";

const words = strings.review;

const useStyles = makeStyles({ action: { whiteSpace: "nowrap" } });

/** Says who reviews; where people are only local, offers to be them. */
export function ReadOnlyNotice({ view }: { readonly view: HandoffView }) {
  const styles = useStyles();
  const { navigate, switchPerson } = useActions();
  const people = useAppState((state) => state.people);
  const me = useAppState((state) => state.me);
  const names = view.reviewers.map((reviewer) => reviewer.name);
  const others = view.reviewers.filter(
    (reviewer) => reviewer.id !== me?.id && people.some((person) => person.id === reviewer.id),
  );
  const decide = actionOf(view, "Decide");
  if (decide.code === "training-required")
    return (
      <NoticeBar
        notice={{
          intent: "warning",
          title: strings.training.needed,
          body: decide.reason ?? "",
        }}
      >
        <Button
          className={styles.action}
          size="small"
          onClick={() =>
            navigate({
              screen: "practice",
              workflow: view.workflow.key,
              version: view.workflow.version,
              handoff: view.id,
            })
          }
        >
          {strings.training.neededAction}
        </Button>
      </NoticeBar>
    );
  return (
    <NoticeBar
      notice={{
        intent: "info",
        title: words.readOnlyTitle(names),
        body: actionOf(view, "Decide").reason ?? "",
      }}
    >
      {others.map((reviewer) => (
        <Button
          key={reviewer.id}
          className={styles.action}
          size="small"
          onClick={() => void switchPerson(reviewer.id)}
        >
          {words.switchTo(reviewer.name)}
        </Button>
      ))}
    </NoticeBar>
  );
}

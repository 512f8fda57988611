import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import {
  ArrowSync16Regular,
  Checkmark16Regular,
  Dismiss16Regular,
  DismissCircle16Regular,
  Keyboard16Regular,
  LockOpen16Regular,
  MoreHorizontal20Regular,
  PeopleSwap16Regular,
  PenProhibited16Regular,
} from "@fluentui/react-icons";
import { useState } from "react";
import type { HandoffView } from "../../api/types";
import { BreakGlassDialog } from "../../admin/BreakGlassDialog";
import { AskDialog } from "../../components/AskDialog";
import { FormDialog } from "../../components/FormDialog";
import { useActions, useAppState } from "../../store/context";
import { actionOf } from "../../store/state";
import { strings } from "../../strings";
import { NoRevisionDialog } from "./NoRevisionDialog";
import { PassOnDialog } from "./PassOnDialog";

const words = strings.review;
const glass = strings.administration.glass;

const useStyles = makeStyles({
  revise: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    flexGrow: 1,
    // Beside the button rather than below it: in a narrow pane the changes need the height.
    "@media (max-width: 360px)": {
      flexDirection: "row",
      flexBasis: 0,
      alignItems: "center",
      columnGap: tokens.spacingHorizontalS,
      "& .fui-Button": { flexGrow: 1, paddingInline: tokens.spacingHorizontalS },
    },
  },
  loop: { color: tokens.colorNeutralForeground3 },
});

type Question = "revise" | "reject" | "manual";
type Asked = Question | "passOn" | "spent" | "glass" | "Accepted" | "Rejected";

/** How many changes somebody decides at once without being asked. */
const fewEnough = 10;

const asking = (asked: Asked | undefined): asked is Question =>
  asked === "revise" || asked === "reject" || asked === "manual";

interface ReviewMenuProps {
  readonly view: HandoffView;
  readonly onKeys: () => void;
}

/** The ways out of the review other than signing: a revision with its budget, and the rarer ones in a menu. */
export function ReviewMenu({ view, onKeys }: ReviewMenuProps) {
  const styles = useStyles();
  const { decideAll, revise, askPastBudget, passOn, reject, finishByHand, breakGlass } =
    useActions();
  const administrator = useAppState((state) => state.me?.roles.includes("Administrator"));
  const reviewers = useAppState((state) => state.reviewers);
  const [question, setQuestion] = useState<Asked>();
  const mayRevise = actionOf(view, "Revise");
  const spent = mayRevise.code === "loop-budget-spent";
  const askForRevision = () => {
    setQuestion(spent ? "spent" : "revise");
    if (spent) void askPastBudget();
  };
  const canDecide = actionOf(view, "Decide").allowed;
  const open = view.changes.filter((change) => change.decision === "Undecided");
  const undecided = open.length > 0;
  const doubts = open.reduce((sum, change) => sum + change.findings.length, 0);
  const decideRest = (decision: "Accepted" | "Rejected") => {
    if (doubts > 0 || open.length > fewEnough) setQuestion(decision);
    else void decideAll(decision);
  };
  const off = (allowed: boolean) => ({ disabled: !allowed });
  const reviseButton = (
    <Button
      icon={<ArrowSync16Regular />}
      disabledFocusable={!mayRevise.allowed && !spent}
      onClick={askForRevision}
    >
      {words.revise}
    </Button>
  );
  const answers: Record<Question, (text: string) => Promise<void>> = {
    revise,
    reject,
    manual: finishByHand,
  };
  return (
    <>
      <div className={styles.revise}>
        {mayRevise.allowed ? (
          reviseButton
        ) : (
          <Tooltip content={mayRevise.reason ?? strings.actionUnknown} relationship="description">
            {reviseButton}
          </Tooltip>
        )}
        <Text size={200} align="center" className={styles.loop}>
          {words.loop(view.loop.used, view.loop.budget)}
        </Text>
      </div>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            aria-label={strings.more}
            icon={<MoreHorizontal20Regular />}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={<Checkmark16Regular />}
              {...off(canDecide && undecided)}
              onClick={() => decideRest("Accepted")}
            >
              {words.acceptAll}
            </MenuItem>
            <MenuItem
              icon={<Dismiss16Regular />}
              {...off(canDecide && undecided)}
              onClick={() => decideRest("Rejected")}
            >
              {words.rejectAll}
            </MenuItem>
            <MenuDivider />
            <MenuItem
              icon={<PeopleSwap16Regular />}
              {...off(actionOf(view, "PassOn").allowed)}
              onClick={() => setQuestion("passOn")}
            >
              {words.passOn}
            </MenuItem>
            <MenuItem
              icon={<DismissCircle16Regular />}
              {...off(actionOf(view, "Reject").allowed)}
              onClick={() => setQuestion("reject")}
            >
              {words.rejectHandoff}
            </MenuItem>
            <MenuItem
              icon={<PenProhibited16Regular />}
              {...off(actionOf(view, "RevertToManual").allowed)}
              onClick={() => setQuestion("manual")}
            >
              {words.manual}
            </MenuItem>
            {administrator && (
              <MenuItem icon={<LockOpen16Regular />} onClick={() => setQuestion("glass")}>
                {glass.ask}
              </MenuItem>
            )}
            <MenuDivider />
            <MenuItem icon={<Keyboard16Regular />} secondaryContent="?" onClick={onKeys}>
              {words.keys}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {(question === "Accepted" || question === "Rejected") && (
        <FormDialog
          title={words.allTitle(question === "Accepted", open.length)}
          action={question === "Accepted" ? words.acceptAll : words.rejectAll}
          onClose={() => setQuestion(undefined)}
          onAction={() => {
            setQuestion(undefined);
            void decideAll(question);
          }}
        >
          {[doubts > 0 ? words.allFindings(doubts) : "", words.allBody].filter(Boolean).join(" ")}
        </FormDialog>
      )}
      {question === "glass" && (
        <BreakGlassDialog
          onClose={() => setQuestion(undefined)}
          onBreak={async (reason, minutes) => {
            await breakGlass(reason, minutes);
            setQuestion(undefined);
          }}
        />
      )}
      {question === "spent" && <NoRevisionDialog onClose={() => setQuestion(undefined)} />}
      {question === "passOn" && (
        <PassOnDialog
          view={view}
          reviewers={reviewers}
          onClose={() => setQuestion(undefined)}
          onPassOn={(to, reason) => {
            setQuestion(undefined);
            void passOn(to, reason);
          }}
        />
      )}
      {asking(question) && (
        <AskDialog
          key={question}
          title={words[`${question}Title`]}
          body={words[`${question}Body`]}
          label={question === "revise" ? words.comment : words.reason}
          action={
            { revise: words.reviseAction, reject: words.rejectHandoff, manual: words.manual }[
              question
            ]
          }
          onClose={() => setQuestion(undefined)}
          onAnswer={(text) => {
            setQuestion(undefined);
            void answers[question](text);
          }}
        />
      )}
    </>
  );
}

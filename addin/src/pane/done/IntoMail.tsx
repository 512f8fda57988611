import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { MailArrowUp20Regular } from "@fluentui/react-icons";
import type { HandoffView } from "../../api/types";
import { ReasonButton } from "../../components/ReasonButton";
import type { OpenMail } from "../../host/OfficeHost";
import { useActions, useApp, useAppState } from "../../store/context";
import { actionOf } from "../../store/state";
import { strings } from "../../strings";

const words = strings.mail;

/** Whether this person may put this mail into one of theirs: its author, until it was sent another way. */
function mayPlace(view: HandoffView, meId: string | undefined): boolean {
  if (view.workflow.format !== "Email" || view.author.id !== meId || view.delivery != null)
    return false;
  return view.state === "Approved" || (view.state === "Released" && view.release?.by.id === meId);
}

/** The mail of Outlook that takes this handoff in, where there is one. */
export function useOpenMail(view: HandoffView): OpenMail | undefined {
  const { mail } = useApp().services.host;
  const meId = useAppState((state) => state.me?.id);
  return mayPlace(view, meId) ? mail : undefined;
}

/** The main way out of an approved mail in Outlook: into the one that is open there. */
export function PlaceButton({ view }: { readonly view: HandoffView }) {
  const { placeMail } = useActions();
  const busy = useAppState((state) => state.busy.has("place"));
  const online = useAppState((state) => state.online);
  const done = useAppState(({ placed }) => placed?.handoffId === view.id);
  const allowed = actionOf(view, "Release");
  const again = view.state === "Released";
  return (
    <ReasonButton
      label={again ? words.placeAgain : words.place}
      busyLabel={words.placing}
      busy={busy}
      appearance={done ? "secondary" : "primary"}
      icon={<MailArrowUp20Regular />}
      reason={
        !online
          ? strings.problems.offlineWait
          : again || allowed.allowed
            ? undefined
            : (allowed.reason ?? strings.actionUnknown)
      }
      onClick={() => void placeMail()}
    />
  );
}

/** What came of putting it in, or why this mail can't take it. */
export function IntoMail({ view, mail }: { readonly view: HandoffView; readonly mail: OpenMail }) {
  const placed = useAppState((state) => state.placed);
  if (mail.mode === "read" || !mail.canHold)
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{mail.mode === "read" ? words.inReply : words.cannotHold}</MessageBarBody>
      </MessageBar>
    );
  if (placed?.handoffId !== view.id) return null;
  const fits = placed.differs.length === 0;
  return (
    <MessageBar intent={fits ? "success" : "error"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{fits ? words.placedTitle : words.differsTitle}</MessageBarTitle>{" "}
        {fits ? words.placedBody : placed.differs.map((part) => words.differs[part]).join(" ")}
      </MessageBarBody>
    </MessageBar>
  );
}

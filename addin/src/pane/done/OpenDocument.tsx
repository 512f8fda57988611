import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { ArrowUndo20Regular, DocumentCheckmark20Regular } from "@fluentui/react-icons";
import type { HandoffState, HandoffView } from "../../api/types";
import { ReasonButton } from "../../components/ReasonButton";
import { useActions, useAppState } from "../../store/context";
import { actionOf } from "../../store/state";
import { strings } from "../../strings";

const words = strings.document;

/** Whether the document that is open in Word is the one of this handoff, to be sealed where it is. */
export const useIsOpenHere = (view: HandoffView): boolean =>
  useAppState(
    ({ openDocument, sealedHere }) => openDocument === view.id && sealedHere?.id !== view.id,
  ) &&
  (view.state === "Approved" || view.state === "Released");

/** The main way out of an approved document in Word: the seal goes into the open one. */
export function SealButton({ view }: { readonly view: HandoffView }) {
  const { sealDocument } = useActions();
  const busy = useAppState((state) => state.busy.has("seal"));
  const online = useAppState((state) => state.online);
  const allowed = actionOf(view, "Release");
  return (
    <ReasonButton
      label={words.seal}
      busyLabel={words.sealing}
      busy={busy}
      icon={<DocumentCheckmark20Regular />}
      reason={
        !online
          ? strings.problems.offlineWait
          : view.state === "Released" || allowed.allowed
            ? undefined
            : (allowed.reason ?? strings.actionUnknown)
      }
      onClick={() => void sealDocument()}
    />
  );
}

const cameToNothing: readonly HandoffState[] = ["Rejected", "RevertedToManual", "Withdrawn"];

/** A draft that came to nothing and could not be taken out of the open document at once. */
export function TakeBackButton({ view }: { readonly view: HandoffView }) {
  const { takeBack } = useActions();
  const busy = useAppState((state) => state.busy.has("document"));
  const isHere = useAppState(({ openDocument }) => openDocument === view.id);
  if (!isHere || !cameToNothing.includes(view.state)) return null;
  return (
    <ReasonButton
      label={words.takeBack}
      busyLabel={words.takingBack}
      busy={busy}
      icon={<ArrowUndo20Regular />}
      reason={undefined}
      onClick={() => void takeBack()}
    />
  );
}

/** That the open document is sealed, and whether it was changed since. */
export function SealedHere({ view }: { readonly view: HandoffView }) {
  const here = useAppState(({ sealedHere }) => sealedHere);
  if (here?.id !== view.id) return null;
  const { difference } = here;
  return (
    <MessageBar intent={difference === undefined ? "success" : "warning"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {difference === undefined ? words.sealedTitle : words.editedTitle}
        </MessageBarTitle>{" "}
        {difference === undefined ? words.sealedBody : words.edited(difference)}
      </MessageBarBody>
    </MessageBar>
  );
}

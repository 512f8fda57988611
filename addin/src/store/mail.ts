import type { HandoffView, Workflow } from "../api/types";
import type { MailSoFar } from "../host/OfficeHost";
import { strings } from "../strings";
import type { ActionContext } from "./app";
import { valueOf } from "./state";
import { callRefusal, withOffice } from "./withOffice";

const words = strings.mail;

export interface MailActions {
  /** What the open mail says so far; undefined where there is none, or it can't be read, which is told then. */
  readonly readMail: () => Promise<MailSoFar | undefined>;
  /**
   * The sensitivity label of the open mail, as a list of what a handoff is started from: empty without a mail or a label; undefined where
   * it can't be read, which is told then. Nothing is to be started without it.
   */
  readonly mailLabels: () => Promise<readonly string[] | undefined>;
  /** Puts the approved mail into the open one and reads it back. */
  readonly placeMail: () => Promise<void>;
}

export interface MailSteps extends MailActions {
  /** Opens the handoff that marked the open mail. */
  openMarked: () => Promise<void>;
  /** Marks the open mail before anything is drafted for it. False where that failed, which is told. */
  markMail: (view: HandoffView, workflow: Workflow) => Promise<boolean>;
  /** Takes the mark away where a handoff ends without a draft that could be in the mail. */
  unmarkMail: (view: HandoffView) => Promise<void>;
}

/** What the store does with the mail that is open in Outlook. */
export function mailActions({
  api,
  host,
  store,
  attempt,
  navigate,
  refresh,
  reportInstallation,
}: ActionContext): MailSteps {
  const { setState: set, getState: get } = store;
  const { mail } = host;

  /** Asks Outlook; where it fails, the screen says so and what to do. */
  const withOutlook = <T>(title: string, run: () => Promise<T>) =>
    withOffice(
      (refusal) => set({ notice: { intent: "error", title, ...refusal } }),
      callRefusal(words.failed),
      run,
    );

  return {
    async readMail() {
      return mail && withOutlook(words.notRead, () => mail.read());
    },

    async mailLabels() {
      if (!mail) return [];
      return withOutlook(words.labelNotRead, async () => {
        const label = await mail.label();
        return label === undefined ? [] : [label];
      });
    },

    async openMarked() {
      if (!mail || get().route.screen !== "home") return;
      const id = await withOutlook(words.notRead, () => mail.marked());
      if (id !== undefined) navigate({ screen: "handoff", id });
    },

    async markMail(view, workflow) {
      if (!mail || mail.mode !== "compose" || workflow.output.format !== "Email") return true;
      const marked = await withOutlook(words.notMarked, async () => {
        await mail.mark(view.id);
        return true;
      });
      return marked === true;
    },

    async unmarkMail(view) {
      if (!mail) return;
      await withOutlook(words.notUnmarked, async () => {
        if ((await mail.marked()) === view.id) await mail.unmark();
      });
    },

    async placeMail() {
      const view = valueOf(get().handoff);
      if (!mail || !view) return;
      await attempt("place", () =>
        withOutlook(words.notPlaced, async () => {
          const keys = await api.sealKeys();
          // One key on every device of its author: what was lost on the way is handed out again, never released twice.
          const composed = await api.composeMail(view.id, `composition ${view.id}`);
          const placed = await mail.place(composed, keys);
          if (placed.differs.length === 0) void reportInstallation(true);
          set({
            placed: { handoffId: view.id, ...placed },
            announcement: placed.differs.length === 0 ? words.placedTitle : words.differsTitle,
          });
        }),
      );
      await refresh(view.id);
    },
  };
}

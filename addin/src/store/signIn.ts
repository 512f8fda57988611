import { asApiError, describeFailure, type Notice } from "../api/problems";
import type { Configuration } from "../api/types";
import { SignInError } from "../identity/faults";
import { strings } from "../strings";
import type { ActionContext } from "./app";

const words = strings.identity;

export interface SignInActions {
  /** Opens the sign-in window; only just after the person pressed something. */
  readonly signIn: () => Promise<void>;
  /** The person does not sign in again: what waited for it fails, and what they typed stays. */
  readonly giveUpSignIn: () => void;
  readonly signOut: () => Promise<void>;
}

/** Whether the next try begins with the choice of an account. */
const isOfAnother = (error: unknown): boolean =>
  error instanceof SignInError &&
  (error.fault === "otherOrganisation" || error.fault === "notAssigned");

interface SignIn {
  readonly actions: SignInActions;
  /** Opens the pane for who is signed in, or asks them to sign in. */
  readonly start: (configuration: Configuration) => Promise<void>;
}

/** Signing in with Entra ID. `open` shows the pane once somebody is signed in. */
export function signInActions(
  { store, tokens, attempt, asksBefore }: ActionContext,
  open: (configuration: Configuration) => Promise<void>,
): SignIn {
  const { setState: set, getState: get } = store;
  let configuration: Configuration | undefined;
  let tries = 0;

  tokens.onNeed((need, atOnce) => {
    // Before the pane is open there is nothing to go on with: the sign-in screen asks, and no call waits.
    if (get().boot.status !== "ready") {
      tokens.giveUp();
      return;
    }
    set({ signingIn: { need, isOpen: false } });
    if (atOnce) void signIn();
  });

  const failed = (notice: Notice, another: boolean) =>
    set(({ signingIn }) => ({
      signingIn: {
        need: signingIn?.need ?? "start",
        isOpen: false,
        notice,
        another,
      },
    }));

  /** Shows the pane. Who is not let in by the server chooses another account. */
  async function enter(known: Configuration): Promise<void> {
    try {
      await open(known);
    } catch (error) {
      const failure = asApiError(error);
      const isRefused = failure.kind === "problem" && failure.problem.status === 401;
      if (!isRefused && failure.kind !== "signedOut") throw failure;
      set({ boot: { status: "signedOut", product: known.product } });
      const detail = isRefused ? failure.problem.detail : "";
      failed({ ...words.refused(detail), intent: "warning" }, true);
    }
  }

  async function start(known: Configuration): Promise<void> {
    configuration = known;
    if (await tokens.start(known.identity)) return enter(known);
    set({
      boot: { status: "signedOut", product: known.product },
      signingIn: { need: "start", isOpen: false },
    });
  }

  async function signIn(): Promise<void> {
    const { signingIn } = get();
    if (!signingIn) return;
    const { need, another = false } = signingIn;
    const turn = ++tries;
    set({ signingIn: { need, another, isOpen: true } });
    try {
      await tokens.signIn({ fresh: need === "fresh", another });
      if (get().boot.status !== "signedOut") set({ signingIn: undefined });
      else if (configuration) await enter(configuration);
    } catch (error) {
      const notice = describeFailure(asApiError(error));
      // A window that was opened again takes the place of the one before, whose end says nothing.
      if (turn === tries) failed(notice, need === "start" && isOfAnother(error));
    }
  }

  return {
    start,
    actions: {
      signIn,
      giveUpSignIn() {
        // What becomes of a window that is still open is of no interest any more.
        tries++;
        set({ signingIn: undefined });
        tokens.giveUp();
      },
      async signOut() {
        const leave = () => attempt("signOut", () => tokens.signOut());
        if (!asksBefore(() => void leave())) await leave();
      },
    },
  };
}

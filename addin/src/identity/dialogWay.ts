import { readDialogMessage } from "./dialogMessage";
import { SignInError, type Fault } from "./faults";
import { signInPage, type AccessToken, type Asking, type SignInWay } from "./way";

/** The error codes of `displayDialogAsync` and of a dialog's events ("Handle errors and events in the Office dialog box"). */
const byCode: Readonly<Record<number, Fault>> = {
  12002: "offline",
  12006: "cancelled",
  12007: "alreadyOpen",
  12009: "cancelled",
  12011: "blocked",
};

type Told = { message: string; origin: string | undefined } | { error: number };

const faultOf = (code: number) => new SignInError(byCode[code] ?? "failed", String(code));

/**
 * The fallback where Office does not sign people in for its add-ins: our own sign-in page as a dialog of Office, which hands the token over
 * as a message. Nothing is kept, so when the token runs out, the person is asked again; where their session with Entra ID still stands,
 * the dialog closes by itself.
 */
export class DialogWay implements SignInWay {
  private open: Promise<AccessToken> | undefined;

  constructor(
    private readonly ui: Office.UI,
    private readonly loginHint: string | undefined,
  ) {}

  silently(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /** There is one dialog at a time: who asks while it is open waits for the same. */
  interactively(asking: Asking): Promise<AccessToken> {
    this.open ??= this.ask(asking).finally(() => (this.open = undefined));
    return this.open;
  }

  private async ask({ fresh, another }: Asking): Promise<AccessToken> {
    const state = crypto.randomUUID();
    const query = new URLSearchParams({
      state,
      ...(fresh ? { ask: "fresh" } : another ? { ask: "another" } : {}),
      ...(this.loginHint === undefined || another ? {} : { hint: this.loginHint }),
    });
    return answerOf(await opened(this.ui, `${signInPage()}?${query.toString()}`), state);
  }
}

/** Opens the dialog. In Office on the web the person may first be asked whether it may open, for as long as they like. */
function opened(ui: Office.UI, address: string): Promise<Office.Dialog> {
  return new Promise((resolve, reject) =>
    // Entra ID does not let itself be shown in a frame.
    ui.displayDialogAsync(address, { height: 60, width: 30, displayInIframe: false }, (result) =>
      String(result.status) === "succeeded"
        ? resolve(result.value)
        : reject(faultOf(result.error.code)),
    ),
  );
}

/** Waits for what the dialog tells. Only an answer from our own origin that carries the state counts; all else is passed over. */
function answerOf(dialog: Office.Dialog, state: string): Promise<AccessToken> {
  return new Promise((resolve, reject) => {
    dialog.addEventHandler("dialogMessageReceived" as unknown as Office.EventType, (told: Told) => {
      if (!("message" in told)) return;
      // Clients without DialogOrigin 1.1 name no origin; there Office itself takes messages from the pane's origin only.
      if (told.origin !== undefined && told.origin !== location.origin) return;
      const message = readDialogMessage(told.message);
      if (message?.state !== state) return;
      dialog.close();
      if ("token" in message) resolve(message.token);
      else reject(new SignInError(message.fault, message.code));
    });
    dialog.addEventHandler("dialogEventReceived" as unknown as Office.EventType, (told: Told) => {
      if ("error" in told) reject(faultOf(told.error));
    });
  });
}

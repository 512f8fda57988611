import { supports, type Profile } from "./profiles";
import { strict } from "./strict";

type Listener = (told: object) => void;

/** A dialog that Office shows, as a test drives it. */
export interface ShownDialog {
  readonly address: URL;
  readonly options: Office.DialogOptions;
  isOpen: boolean;
  /** The page in it sends a message to the pane. Clients without DialogOrigin 1.1 name no origin. */
  tells(message: string, origin?: string): void;
  /** The person closes it, or it breaks; by the code of its event. */
  ends(code: number): void;
}

export interface SimulatedDialogs {
  readonly ui: Office.UI;
  readonly shown: ShownDialog[];
  /** The next dialog is refused with this code. */
  refuses(code: number): void;
}

/** The dialogs of Office: one at a time, answered later, told apart by their events. */
export function simulateDialogs(profile: Profile): SimulatedDialogs {
  const shown: ShownDialog[] = [];
  let refusal: number | undefined;

  function refusalOf(): number | undefined {
    const code = refusal ?? (shown.some(({ isOpen }) => isOpen) ? 12007 : undefined);
    refusal = undefined;
    return code;
  }

  function show(address: string, options: Office.DialogOptions): Office.Dialog {
    const listeners = new Map<string, Listener>();
    const dialog: ShownDialog = {
      address: new URL(address),
      options,
      isOpen: true,
      tells(message, origin = dialog.address.origin) {
        const knows = supports(profile, "DialogOrigin 1.1");
        listeners.get("dialogMessageReceived")?.({ message, origin: knows ? origin : undefined });
      },
      ends(code) {
        dialog.isOpen = false;
        listeners.get("dialogEventReceived")?.({ error: code });
      },
    };
    shown.push(dialog);
    return strict<Office.Dialog>(
      "Office.Dialog",
      {
        addEventHandler: (event: string, listener: Listener) => void listeners.set(event, listener),
        close: () => (dialog.isOpen = false),
      },
      profile,
    );
  }

  const ui = strict<Office.UI>(
    "Office.UI",
    {
      displayDialogAsync(
        address: string,
        options: Office.DialogOptions,
        done: (result: object) => void,
      ) {
        setTimeout(() => {
          const code = refusalOf();
          if (code === undefined) done({ status: "succeeded", value: show(address, options) });
          else done({ status: "failed", error: { code, name: "", message: "" } });
        });
      },
    },
    profile,
  );
  return { ui, shown, refuses: (code) => (refusal = code) };
}

/** What signing in needs of Office: dialogs, requirement sets, and who is signed in. */
export function simulateSigningIn(profile: Profile, user?: Partial<Office.AuthContext>) {
  const dialogs = simulateDialogs(profile);
  const context = strict<Office.Context>(
    "Office.Context",
    {
      ui: dialogs.ui,
      requirements: {
        isSetSupported: (name: string, version = "1.1") => supports(profile, `${name} ${version}`),
      },
      mailbox: undefined,
    },
    profile,
  );
  const auth = strict<Office.Auth>(
    "Office.Auth",
    {
      getAuthContext: () =>
        user ? Promise.resolve(user) : Promise.reject(new Error("Nobody is signed in.")),
    },
    profile,
  );
  return { office: { context, auth } as unknown as typeof Office, dialogs };
}

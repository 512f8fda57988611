import type { Configuration } from "../api/types";
import type { DialogMessage } from "./dialogMessage";
import { SignInError, signInError } from "./faults";
import type { AccessToken, Asking, Registration } from "./way";

export interface SignInDialogServices {
  readonly configuration: () => Promise<Configuration>;
  /** Loads Office.js, and is done when it can be called. */
  readonly office: () => Promise<typeof Office>;
  readonly redirected: (
    registration: Registration,
    asking: Asking,
    loginHint: string | undefined,
    mayGo: () => boolean,
  ) => Promise<AccessToken | undefined>;
  /** Lives as long as the dialog. */
  readonly storage: Storage;
}

/** How a visit of the sign-in page ended. */
export type SignInVisit = "told" | "went" | "elsewhere";

type Outcome =
  | { readonly token: AccessToken }
  | { readonly fault: SignInError["fault"]; readonly code: string }
  | undefined;

/**
 * The sign-in page as a dialog of Office. It is opened with the state of the question, goes to Entra ID, is opened again by the answer,
 * and tells the pane. It goes once: where the answer got lost, going again would go round for ever.
 */
export async function signInDialog(
  query: URLSearchParams,
  { configuration, office, redirected, storage }: SignInDialogServices,
): Promise<SignInVisit> {
  const state = query.get("state");
  if (!state) return "elsewhere";
  const { ui } = (await office()).context as Partial<Office.Context>;
  if (!ui) return "elsewhere";
  const outcome = await outcomeOf(async () => {
    const { identity } = await configuration();
    return redirected(
      registrationOf(identity),
      { fresh: query.get("ask") === "fresh", another: query.get("ask") === "another" },
      query.get("hint") ?? undefined,
      () => goesOnce(storage, state),
    );
  });
  if (!outcome) return "went";
  const message: DialogMessage = { state, ...outcome };
  // The pane is of this origin; whatever else might have opened the dialog is told nothing.
  ui.messageParent(JSON.stringify(message), { targetOrigin: location.origin });
  return "told";
}

function registrationOf({ clientId, authority, scope }: Configuration["identity"]): Registration {
  if (!clientId || !authority || !scope) throw new SignInError("failed", "not-entra");
  return { clientId, authority, scope };
}

function goesOnce(storage: Storage, state: string): boolean {
  const key = "handoffoffice:signing-in";
  if (storage.getItem(key) === state) throw new SignInError("failed", "answer-lost");
  storage.setItem(key, state);
  return true;
}

async function outcomeOf(run: () => Promise<AccessToken | undefined>): Promise<Outcome> {
  try {
    const token = await run();
    return token && { token };
  } catch (error) {
    if (error instanceof TypeError) return { fault: "offline", code: "unreachable" };
    const { fault, code } = signInError(error);
    return { fault, code };
  }
}

import { DialogWay } from "./dialogWay";
import { hasNoBroker } from "./faults";
import { loginHintOf } from "./loginHint";
import type { AccessToken, Asking, Registration, SignInWay } from "./way";

/**
 * Nested app authentication, and the dialog for what that cannot do. Office does not take `prompt` along
 * (AzureAD/microsoft-authentication-library-for-js#7356), so it can neither have somebody prove who they are again nor offer another
 * account; and it may turn out not to sign this account in at all.
 */
export class OfficeWay implements SignInWay {
  private byDialog = false;

  constructor(
    private readonly nested: SignInWay,
    private readonly dialog: SignInWay,
  ) {}

  async silently(renew: boolean): Promise<AccessToken | undefined> {
    if (this.byDialog) return undefined;
    return this.orByDialog(
      () => this.nested.silently(renew),
      () => Promise.resolve(undefined),
    );
  }

  async interactively(asking: Asking): Promise<AccessToken> {
    // Office would go on with its own account: who chose another one stays with the dialog.
    if (asking.another) this.byDialog = true;
    if (this.byDialog || asking.fresh) return this.dialog.interactively(asking);
    return this.orByDialog(
      () => this.nested.interactively(asking),
      () => this.dialog.interactively(asking),
    );
  }

  private async orByDialog<T>(nested: () => Promise<T>, dialog: () => Promise<T>): Promise<T> {
    try {
      return await nested();
    } catch (error) {
      if (!hasNoBroker(error)) throw error;
      this.byDialog = true;
      return dialog();
    }
  }
}

/** The way that fits where the pane runs. MSAL is loaded here, where it is needed. */
export async function openWay(
  registration: Registration,
  office: typeof Office | undefined,
): Promise<SignInWay> {
  if (!office) return (await import("./msal")).browserWay(registration);
  const loginHint = await loginHintOf(office);
  const dialog = new DialogWay(office.context.ui, loginHint);
  if (!office.context.requirements.isSetSupported("NestedAppAuth", "1.1")) return dialog;
  const nested = await (await import("./msal")).nestedWay(registration, loginHint);
  return nested ? new OfficeWay(nested, dialog) : dialog;
}

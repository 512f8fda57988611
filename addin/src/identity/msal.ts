import {
  BrowserCacheLocation,
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  PublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
  type Configuration,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { needsPerson, signInError } from "./faults";
import { signInPage, tenantOf } from "./way";
import type { AccessToken, Asking, Registration, SignInWay } from "./way";

// The one module that brings MSAL along. It is imported when somebody has to sign in with Entra ID, and never before.

/** The longest that a person may take in the sign-in window, in milliseconds: a second factor is fetched from another room. */
const longestSignIn = 10 * 60_000;

/** Tokens are in the tab or in memory, never in what the device keeps. */
export function configurationOf(
  { clientId, authority }: Registration,
  cacheLocation: Exclude<BrowserCacheLocation, typeof BrowserCacheLocation.LocalStorage>,
): Configuration {
  return {
    auth: { clientId, authority, redirectUri: signInPage() },
    cache: { cacheLocation },
    system: { popupBridgeTimeout: longestSignIn },
  };
}

/** What of an answer of MSAL is kept. */
export function tokenOf(result: AuthenticationResult): AccessToken {
  return {
    value: result.accessToken,
    expiresAt: result.expiresOn?.getTime() ?? 0,
    tenantId: result.tenantId,
    personId: result.account.localAccountId,
  };
}

/** MSAL as a way to sign in. */
class MsalWay implements SignInWay {
  constructor(
    protected readonly application: IPublicClientApplication,
    protected readonly scopes: string[],
    protected account: AccountInfo | undefined,
    /** Who it will probably be, as a sign-in name. */
    protected readonly loginHint?: string,
  ) {}

  async silently(renew: boolean): Promise<AccessToken | undefined> {
    try {
      const result = await this.ask(renew);
      return result && this.take(result, false);
    } catch (error) {
      if (needsPerson(error)) return undefined;
      throw signInError(error);
    }
  }

  async interactively({ fresh, another }: Asking): Promise<AccessToken> {
    try {
      return this.take(
        await this.application.acquireTokenPopup({
          scopes: this.scopes,
          ...(another ? {} : { account: this.account, loginHint: this.loginHint }),
          ...(fresh ? { prompt: "login" } : another ? { prompt: "select_account" } : {}),
          // MSAL does not hear of a window that was closed: whoever asks again means the new one.
          overrideInteractionInProgress: true,
        }),
        another === true,
      );
    } catch (error) {
      throw signInError(error);
    }
  }

  protected ask(renew: boolean): Promise<AuthenticationResult> | undefined {
    const { account, scopes } = this;
    return account && this.application.acquireTokenSilent({ scopes, account, forceRefresh: renew });
  }

  /** The account stays the first one until another is asked for, also where somebody else answers a window in between. */
  private take(result: AuthenticationResult, another: boolean): AccessToken {
    if (another || !this.account) {
      this.account = result.account;
      this.application.setActiveAccount(result.account);
    }
    return tokenOf(result);
  }
}

/**
 * The browser, without Office. By popup, because a redirect would take away what is on the page when a sign-in runs out in the middle of
 * work. Tokens are in the tab's session storage: a reload finds them again, where a hidden frame mostly could not (browsers keep the
 * cookies of other sites from it), and they are gone with the tab.
 */
class BrowserWay extends MsalWay {
  readonly signOut = (): Promise<void> =>
    this.application.logoutRedirect({
      account: this.account,
      postLogoutRedirectUri: `${location.origin}/`,
    });
}

/** An account that is known in this tab, where it is of the organisation. */
function knownAccount(application: IPublicClientApplication, authority: string) {
  const account = application.getActiveAccount();
  const tenant = tenantOf(authority);
  return account && (tenant === undefined || account.tenantId === tenant) ? account : undefined;
}

export async function browserWay(registration: Registration): Promise<SignInWay> {
  const application = await createStandardPublicClientApplication(
    configurationOf(registration, BrowserCacheLocation.SessionStorage),
  );
  // Takes down the mark of a sign-out that led here: while it stands, MSAL begins nothing else.
  await application.handleRedirectPromise();
  return new BrowserWay(
    application,
    [registration.scope],
    knownAccount(application, registration.authority),
  );
}

/** Office signs in for the pane: nested app authentication. */
class NestedWay extends MsalWay {
  // Without an account Office takes its own, and where it has several the hint says which.
  protected override ask(renew: boolean): Promise<AuthenticationResult> {
    const { application, account, scopes, loginHint } = this;
    return account || loginHint === undefined
      ? application.acquireTokenSilent({ scopes, account, forceRefresh: renew })
      : application.ssoSilent({ scopes, loginHint });
  }
}

/** Undefined where this Office cannot, although it says that it can. */
export async function nestedWay(
  registration: Registration,
  loginHint: string | undefined,
): Promise<SignInWay | undefined> {
  const nested: PublicClientApplication[] = [];
  await createNestablePublicClientApplication(
    configurationOf(registration, BrowserCacheLocation.MemoryStorage),
    undefined,
    // Called for nested app authentication alone: without it MSAL would open popups from a frame of another site, where no answer arrives.
    (configuration, controller) => {
      const application = new PublicClientApplication(configuration, controller);
      nested.push(application);
      return application;
    },
  );
  const [application] = nested;
  return application && new NestedWay(application, [registration.scope], undefined, loginHint);
}

/**
 * The sign-in page as a dialog of Office: goes to Entra ID and comes back with a token. Resolves with undefined where it goes.
 * MSAL takes a redirect up again only from the window's session storage. The token is handed to the pane, so it is taken out there at once.
 */
export async function redirected(
  registration: Registration,
  { fresh, another }: Asking,
  loginHint: string | undefined,
  mayGo: () => boolean,
): Promise<AccessToken | undefined> {
  const application = await createStandardPublicClientApplication(
    configurationOf(registration, BrowserCacheLocation.SessionStorage),
  );
  const result = await application.handleRedirectPromise();
  if (result) {
    await application.clearCache();
    return tokenOf(result);
  }
  if (!mayGo()) return undefined;
  await application.acquireTokenRedirect({
    scopes: [registration.scope],
    loginHint,
    prompt: fresh ? "login" : another ? "select_account" : undefined,
  });
  return undefined;
}

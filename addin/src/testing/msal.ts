import type {
  AccountInfo,
  AuthenticationResult,
  Configuration,
  IController,
  IPublicClientApplication,
} from "@azure/msal-browser";

export const tenant = "66666666-7777-8888-9999-000000000000";

export const account = (name: string, tenantId = tenant): AccountInfo => ({
  homeAccountId: `${name}.${tenantId}`,
  environment: "login.microsoftonline.com",
  tenantId,
  username: `${name}@contoso.example`,
  localAccountId: name,
});

/** An error as MSAL throws it. */
export function authError(code: string, message = "", subError = "", name = "AuthError"): Error {
  const details = { errorCode: code, errorMessage: message, subError, name };
  return Object.assign(new Error(`${code}: ${message}`), details);
}

export const interactionRequired = () =>
  authError("login_required", "", "", "InteractionRequiredAuthError");

type Answer = AccountInfo | Error;

/** What was asked of MSAL: the call, and its request. */
export interface MsalCall {
  readonly name: string;
  readonly request: Readonly<Record<string, unknown>>;
}

/** A stand-in of MSAL at the door of its module: it keeps what it is asked, and answers as it is told. */
class FakeMsal {
  calls: MsalCall[] = [];
  configurations: Configuration[] = [];
  active: AccountInfo | null = null;
  /** Whether an application around the page signs in for it. */
  isNested = true;
  /** What comes back with a redirect. */
  returned: AccountInfo | null = null;
  answers: Answer[] = [];
  private given = 0;

  reset(...answers: Answer[]): void {
    Object.assign(this, new FakeMsal(), { answers });
  }

  ask(name: string, request: object | undefined): Promise<AuthenticationResult> {
    this.calls.push({ name, request: { ...request } });
    const answer = this.answers.shift();
    if (answer === undefined) throw new Error(`The test has no answer for ${name}.`);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(this.result(answer));
  }

  note(name: string, request: object | undefined): Promise<void> {
    this.calls.push({ name, request: { ...request } });
    return Promise.resolve();
  }

  result(who: AccountInfo): AuthenticationResult {
    this.given++;
    return {
      authority: "",
      uniqueId: who.localAccountId,
      tenantId: who.tenantId,
      scopes: [],
      account: who,
      idToken: "",
      idTokenClaims: {},
      accessToken: `token-${String(this.given)}-of-${who.localAccountId}`,
      fromCache: false,
      expiresOn: new Date(Date.now() + 3_600_000),
      tokenType: "Bearer",
      correlationId: "",
    };
  }
}

export const msal = new FakeMsal();

type Used = Pick<
  IPublicClientApplication,
  | "acquireTokenPopup"
  | "acquireTokenRedirect"
  | "acquireTokenSilent"
  | "clearCache"
  | "ssoSilent"
  | "handleRedirectPromise"
  | "getActiveAccount"
  | "setActiveAccount"
  | "logoutRedirect"
>;

export class PublicClientApplication implements Used {
  constructor(configuration: Configuration) {
    msal.configurations.push(configuration);
  }

  acquireTokenPopup = (request: object) => msal.ask("popup", request);
  acquireTokenSilent = (request: object) => msal.ask("silent", request);
  ssoSilent = (request: object) => msal.ask("sso", request);
  acquireTokenRedirect = (request: object) => msal.note("redirect", request);
  clearCache = (request?: object) => msal.note("clear", request);
  logoutRedirect = (request?: object) => msal.note("logout", request);
  handleRedirectPromise = () => Promise.resolve(msal.returned ? msal.result(msal.returned) : null);
  getActiveAccount = () => msal.active;
  setActiveAccount = (who: AccountInfo | null) => void (msal.active = who);
}

export const createStandardPublicClientApplication = (configuration: Configuration) =>
  Promise.resolve(new PublicClientApplication(configuration));

export const createNestablePublicClientApplication = (
  configuration: Configuration,
  _correlationId: undefined,
  make: (configuration: Configuration, controller: IController) => PublicClientApplication,
) =>
  Promise.resolve(
    msal.isNested
      ? make(configuration, {} as IController)
      : new PublicClientApplication(configuration),
  );

export const BrowserCacheLocation = {
  LocalStorage: "localStorage",
  SessionStorage: "sessionStorage",
  MemoryStorage: "memoryStorage",
};

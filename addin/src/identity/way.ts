/** An access token and whose it is. Kept in memory. */
export interface AccessToken {
  readonly value: string;
  /** When it runs out, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** The organisation: the `tid` of its account, a GUID. */
  readonly tenantId: string;
  /** The person within it: the `oid`, a GUID. */
  readonly personId: string;
}

/** How the person is asked. */
export interface Asking {
  /** They prove who they are, even where they are signed in. */
  readonly fresh?: boolean;
  /** They choose the account, even where one is known. */
  readonly another?: boolean;
}

/** A way to get tokens of Microsoft Entra ID. Every rejection is a `SignInError`. */
export interface SignInWay {
  /** A token without the person; undefined where they are needed. `renew` takes none that was given before. */
  silently(renew: boolean): Promise<AccessToken | undefined>;
  /** Asks in a window of its own. Browsers open one only just after the person pressed something. */
  interactively(asking: Asking): Promise<AccessToken>;
  /** Ends the session in this browser. Not there where the application around the pane is what is signed in. */
  readonly signOut?: () => Promise<void>;
}

/** What the server says of its registration in Entra ID. */
export interface Registration {
  readonly clientId: string;
  /** Such as `https://login.microsoftonline.com/{tenant}`. */
  readonly authority: string;
  readonly scope: string;
}

/** The page to which Entra ID sends its answers, and which Office opens as a dialog. Its address stands in the registration. */
export const signInPage = (): string => `${location.origin}/signin.html`;

/** The organisation that an authority is for; undefined where it serves several. */
export const tenantOf = (authority: string): string | undefined =>
  /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i.exec(authority)?.[1]?.toLowerCase();

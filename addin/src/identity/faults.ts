/** Why somebody could not be signed in. */
export const faults = [
  "consent",
  "blocked",
  "cancelled",
  "otherOrganisation",
  "otherPerson",
  "notAssigned",
  "offline",
  "timedOut",
  "alreadyOpen",
  "failed",
] as const;
export type Fault = (typeof faults)[number];

/** Somebody could not be signed in. */
export class SignInError extends Error {
  override readonly name = "SignInError";

  constructor(
    readonly fault: Fault,
    /** What the identity provider, its library or Office calls it, for whoever is asked for help. */
    readonly code: string,
  ) {
    super(`Signing in failed: ${code}.`);
  }
}

/** An error of MSAL (`AuthError`), by its shape: its class would bring the library along. */
interface AuthError extends Error {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly subError?: string;
}

const isAuthError = (error: unknown): error is AuthError =>
  error instanceof Error && "errorCode" in error && typeof error.errorCode === "string";

/** By the number that Entra ID gives its refusals ("Microsoft Entra authentication and authorization error codes"). */
const byNumber: Readonly<Record<string, Fault>> = {
  AADSTS50020: "otherOrganisation",
  AADSTS50105: "notAssigned",
  AADSTS65001: "consent",
  AADSTS65004: "cancelled",
  AADSTS90072: "otherOrganisation",
  AADSTS90094: "consent",
  AADSTS90099: "consent",
};

/** By the code of MSAL ("Errors in MSAL.js"). */
const byCode: Readonly<Record<string, Fault>> = {
  access_denied: "cancelled",
  consent_required: "consent",
  empty_window_error: "blocked",
  endpoints_resolution_error: "offline",
  get_request_failed: "offline",
  network_error: "offline",
  no_network_connectivity: "offline",
  popup_window_error: "blocked",
  post_request_failed: "offline",
  timed_out: "timedOut",
  user_canceled: "cancelled",
  user_cancelled: "cancelled",
};

/** What an error of MSAL means for the person. Anything else is a bug, and is rethrown. */
export function signInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error;
  if (!isAuthError(error)) throw error;
  const { errorCode, errorMessage, subError } = error;
  const number = /AADSTS\d+/.exec(errorMessage)?.[0];
  const fault = byNumber[number ?? ""] ?? byCode[subError ?? ""] ?? byCode[errorCode] ?? "failed";
  return new SignInError(fault, number ?? errorCode);
}

/**
 * The codes of MSAL with which nothing is broken: the person is needed. A hidden frame that gives no answer in time is one of them,
 * because that is how a browser shows that it keeps the cookies of other sites from it.
 */
const personNeeded = new Set(["no_account_error", "no_account_found", "timed_out"]);

/** Whether a token can be had, but not without the person. */
export const needsPerson = (error: unknown): boolean =>
  isAuthError(error) &&
  (error.name === "InteractionRequiredAuthError" || personNeeded.has(error.errorCode));

/** The code of MSAL where an application says that it signs people in for its add-ins and then does not. */
const noBroker = "nested_app_auth_bridge_disabled";

export const hasNoBroker = (error: unknown): boolean =>
  error instanceof SignInError && error.code === noBroker;

import type { Fault } from "../../identity/faults";

/** What went wrong, and what to do. */
interface FaultWords {
  readonly title: string;
  readonly body: string;
}

/** The words about signing in with a work account. */
export const identity = {
  lead: "Sign in with your work account to go on.",
  signIn: "Sign in",
  signInOther: "Sign in with another account",
  signInAgain: "Sign in again",
  signOut: "Sign out",
  account: (name: string) => `Account of ${name}`,
  openTitle: "Finish in the sign-in window",
  openBody: "If you closed it, open it again.",
  openAgain: "Open the window again",
  expiredTitle: "Your sign-in has run out",
  expiredBody: "What you typed is still here. Sign in again, and what you last did goes on.",
  freshTitle: "Sign in again to go on",
  freshBody: "This step needs a sign-in of just now. Nothing is done until then.",
  refused: (detail: string): FaultWords => ({
    title: "This server does not accept that account",
    body: `${detail} Sign in with another account, or ask your administrator.`.trimStart(),
  }),
  faults: {
    consent: {
      title: "An administrator has to agree first",
      body: "Your organisation has not allowed this application to sign you in. Ask your administrator to approve it, then sign in again.",
    },
    blocked: {
      title: "The sign-in window was blocked",
      body: "Allow pop-up windows for this page, then sign in again.",
    },
    cancelled: {
      title: "You did not finish signing in",
      body: "Nothing was changed. Sign in when you are ready.",
    },
    otherOrganisation: {
      title: "That account is of another organisation",
      body: "Sign in with the account of the organisation that runs this server.",
    },
    otherPerson: {
      title: "That is somebody else's account",
      body: "You work here as somebody else. Sign in with that account, or reload to go on as the other person.",
    },
    notAssigned: {
      title: "You have no access yet",
      body: "Your account is not assigned to this application. Ask your administrator for access.",
    },
    offline: {
      title: "The sign-in page cannot be reached",
      body: "Nothing you entered is lost. Check the connection, then sign in again.",
    },
    timedOut: {
      title: "Signing in took too long",
      body: "Nothing was changed. Sign in again.",
    },
    alreadyOpen: {
      title: "Another window of this add-in is open",
      body: "Close it, then sign in again.",
    },
    failed: {
      title: "Signing in did not work",
      body: "Nothing you entered is lost. Try again. If it fails again, give the code to your administrator.",
    },
  } satisfies Record<Fault, FaultWords>,
  page: {
    busy: "Signing you in…",
    done: "You can close this window.",
    failed: "Signing in did not work. Close this window and try again.",
    elsewhere: "This page opens when you sign in from Word or Outlook. You can close it.",
  },
};

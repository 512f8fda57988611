import type {
  ChangeDecision,
  HandoffState,
  Responsibility,
  Severity,
  Stakes,
  StopScope,
} from "../../../api/types";
import { count } from "../count";
import { document } from "../document";
import { identity } from "../identity";
import { mail } from "../mail";

/** What every page says from its first moment: its frame, its first screen, problems, and what the store tells of what was done. */
export const words = {
  product: "HandoffOffice",
  close: "Close",
  cancel: "Cancel",
  retry: "Try again",
  undo: "Undo",
  back: "Back",
  home: "Home",
  loading: "Loading",
  more: "More actions",
  you: "you",
  quoted: (text: string) => `“${text}”`,
  language: "Language",
  information: "Information",
  clearSearch: "Clear the search",
  increase: "One more",
  decrease: "One less",
  actionUnknown: "The server does not offer this now.",
  stakes: { Low: "Low stakes", Medium: "Medium stakes", High: "High stakes" } satisfies Record<
    Stakes,
    string
  >,
  severity: { Blocking: "Blocking", Warning: "Warning", Note: "Note" } satisfies Record<
    Severity,
    string
  >,
  states: {
    Intake: "Not drafted yet",
    Drafting: "Being written",
    Checking: "Being checked",
    InReview: "In review",
    Revising: "Being revised",
    Approved: "Approved",
    Released: "Released",
    Rejected: "Rejected",
    Failed: "Draft failed",
    RevertedToManual: "Finished by hand",
    Withdrawn: "Taken back",
  } satisfies Record<HandoffState, string>,
  steps: {
    label: "Steps of this handoff",
    Input: "Input",
    Draft: "Draft",
    Review: "Review",
    Sign: "Sign",
    Done: "Done",
    done: "done",
    current: "current",
    ahead: "ahead",
  },
  duty: {
    Input: "Responsible for the input",
    Draft: "Responsible for the draft",
    Release: "Responsible for the release",
  } satisfies Record<Responsibility["duty"], string>,
  nobodyYet: "not named yet",
  identity,
  people: {
    search: "Search by name",
    noMatch: "Nobody here has that name.",
    missing: "Choose somebody.",
  },
  problems: {
    unreachableTitle: "The server cannot be reached",
    unreachableDetail: "Nothing you entered is lost. Check the connection, then try again.",
    stoppedTitle: "Stopped",
    stoppedDetail: "You stopped it. Nothing was changed after that.",
    unexpectedTitle: (status: number) => `The server answered with ${String(status)}`,
    unexpectedDetail: "What it said could not be read. Nothing you entered is lost.",
    reloaded: "The screen now shows the present state.",
    offlineTitle: "You are offline",
    offlineBody:
      "You can go on reading and filling in the form. What you decide is sent once you are back.",
    offlineWait: "You are offline.",
    whatToDo: (status: number) => {
      if (status === 401) return "Sign in again and repeat the last step.";
      if (status === 403) return "Ask the person responsible, or switch to somebody who may.";
      if (status === 429) return "Wait a moment, then try again.";
      if (status >= 500) return "Your data is safe. Try again in a moment.";
      return "";
    },
    code: (code: string) => `Code: ${code}`,
    notLoadedTitle: "This part could not be loaded",
    crashTitle: "This part of the screen broke",
    crashBody: "That is our fault. What you decided so far is on the server. Reload to go on.",
    reload: "Reload",
  },
  homeScreen: {
    title: "What do you want to hand off?",
    titleWaiting: "Waiting for you",
    firstTitle: "See it work in a minute",
    firstBody:
      "A real status report, from facts to a signed document. The example fills the form; you only check the result.",
    firstAction: "Try it with a real example",
    waiting: "Waiting for you",
    mine: "In progress",
    finished: "Finished",
    start: "Start",
    startWith: (name: string) => `Start ${name}`,
    search: "Search workflows",
    noMatch: (text: string) => `No workflow matches “${text}”.`,
    pilot: "You try it out",
    designers: (names: string) => `Other work to hand off? Ask ${names}.`,
    noWorkflows: "There is no workflow yet. A designer makes the first one.",
    by: (name: string) => `by ${name}`,
    due: (when: string) => `due ${when}`,
    overdueSinceYesterday: "overdue since yesterday",
    overdueFor: (span: string) => `overdue for ${span}`,
    escalated: "escalated",
    words: (words: number) => count(words, "word", "words"),
    byHand: (minutes: string) => `${minutes} min by hand`,
    last: (minutes: string) => `last time ${minutes} min`,
    surface: { Word: "Word document", Outlook: "Outlook mail" },
    showAll: (rest: number) => `Show ${String(rest)} more`,
  },
  mail,
  document,
  signedInAs: (name: string) => `Signed in as ${name}`,
  downloadMyData: "Download my data",
  leave: {
    title: "Leave without saving?",
    body: "What you typed here is not saved yet.",
    action: "Leave",
  },
  practise: {
    begin: "Practise",
    offer: "On texts with planted errors; nothing leaves.",
    beginOf: (workflow: string) => `Practise ${workflow}`,
  },
  stopped: {
    covers: (scope: StopScope, target: string) =>
      scope === "Everything" ? "Everything is stopped" : `Stopped: ${target}`,
    said: (name: string, reason: string, when: string) =>
      `${name} stopped it ${when}: ${reason} Nothing is lost; it goes on when the stop is lifted.`,
  },
  told: {
    decided: {
      Undecided: "The change is open again.",
      Accepted: "Accepted.",
      Rejected: "Rejected.",
      Edited: "Your edit is saved.",
    } satisfies Record<ChangeDecision, string>,
    decidedAll: "All open changes are decided.",
    yourWords: (text: string) => `You wrote: “${text}”`,
    passedOn: (name: string) => `Passed on to ${name}.`,
    replacedTitle: "A newer draft has arrived",
    replacedBody:
      "It is on the screen now. What you just did was about the draft before and is not stored; what you decided earlier was kept where the sentence is still the same.",
    spent: "No revision is left",
    cameBack: (decisions: number) =>
      `${count(decisions, "decision", "decisions")} could not be saved and came back.`,
    drafted: "The draft is written. The review begins.",
    stopped: "The draft was stopped. Your record is safe.",
    cutTitle: "The connection ended too early",
    cutBody: "The draft was cut off. Your record is safe.",
    theirsThere: "The AI's sections are there. They wait for yours.",
    merged: "Both are one text now. The review begins.",
    attached: "The document is attached.",
    signed: "Signed and sealed.",
    saved: (name: string) => `${name} is saved in your downloads.`,
    recorded: "The outcome is recorded.",
    glassBroken: "It is approved in your name.",
    exported: "The ledger is saved in your downloads.",
    absenceEnded: "Your absence is ended.",
  },
};

import type { GapKind, Installation, PlatformType, StopScope } from "../../api/types";
import { formatNumber } from "../../format";
import { count } from "./count";
import { exports } from "./exports";
import { webhooks } from "./webhooks";

const platforms = {
  PC: "Windows",
  OfficeOnline: "in a browser",
  Mac: "Mac",
  IOS: "iPhone or iPad",
  Android: "Android",
  Universal: "Windows app",
} satisfies Record<PlatformType, string>;

/** The words of the administration page, and of what everybody sees of it. */
export const administration = {
  title: "Administration",
  foreign: {
    title: "This page is for administrators",
    body: (names: string) => `Ask ${names}.`,
    nobody: "Nobody here is an administrator yet. Whoever runs the server can name one.",
  },
  stops: {
    title: "Stops",
    lead: "While a stop is in force, nothing that it covers is started, drafted, signed or released. Nothing is lost.",
    empty: "Nothing is stopped.",
    stop: "Stop something",
    dialog: "Stop at once?",
    what: "What to stop",
    scopes: {
      Workflow: "One workflow",
      Model: "Whatever one model writes or has written",
      Everything: "Everything",
    } satisfies Record<StopScope, string>,
    workflow: "Workflow",
    choose: "Choose one",
    model: "Name of the model",
    modelHint: (name: string) => `As drafts name it, such as “${name}”.`,
    missing: "Say which one.",
    reason: "Reason, for those it stops",
    action: "Stop it now",
    by: (name: string, when: string) => `by ${name}, ${when}`,
    lift: "Lift the stop",
    liftOf: (what: string) => `Lift the stop: ${what}`,
    liftTitle: "Lift this stop?",
    liftBody: (what: string) => `${what}. When you lift it, everything it covers goes on at once.`,
    set: "It is stopped.",
    lifted: "The stop is lifted.",
  },
  overdue: {
    title: "Overdue reviews",
    lead: "Reviews that nobody signed in time, the longest overdue first.",
    empty: "No review is overdue.",
    reviewers: (names: string) => `reviewed by ${names}`,
    open: (subject: string) => `Open ${subject}`,
    passOn: "Pass on",
    passOnOf: (subject: string) => `Pass on ${subject}`,
    all: "Pass on all of one person",
    allTitle: "Pass on all reviews of one person?",
    oneTitle: "Pass this review on?",
    body: "Decisions stay. Confirmations and signatures of who had it go: whoever takes over looks for themselves.",
    from: "Waits for",
    to: "Who reviews instead",
    reason: "Reason",
    action: "Pass on",
    done: (passed: number, all: number) =>
      all === 0
        ? "Nothing waits for that person"
        : `${String(passed)} of ${count(all, "review", "reviews")} passed on`,
    passed: (subject: string) => `${subject}: passed on`,
    kept: (subject: string, why: string) => `${subject}: not passed on. ${why}`,
  },
  absences: {
    title: "Absences",
    lead: "New handoffs go to the stand-in while somebody is away.",
    empty: "Nobody is away or will be.",
    add: "Add an absence",
    addTitle: "Who is away?",
    who: "Away",
    from: "First day",
    until: "Last day",
    zone: "Days are counted in UTC.",
    substitute: "Who stands in",
    action: "Set the absence",
    until_: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
    standsIn: (name: string) => `${name} stands in`,
    end: "End it",
    endOf: (name: string) => `End the absence of ${name}`,
    endTitle: (name: string) => `End the absence of ${name}?`,
    endBody: (name: string) => `From now on new handoffs go to ${name} again.`,
    order: "The last day is before the first.",
    day: "Choose a day.",
    replaces: "It takes the place of the absence that is set.",
  },
  own: {
    ask: "I will be away",
    title: "When will you be away?",
    body: "New handoffs for you go to your stand-in. What waits for you already stays: pass it on in its review.",
    until: (days: string, name: string) => `You are away ${days}. ${name} stands in.`,
    change: "Change",
    back: "I am back",
    set: "Your absence is set.",
  },
  fleet: {
    title: "Add-ins",
    lead: "Who works with which add-in, as it says of itself when it is opened. Whether Outlook checked a mail on sending is not known: the check has no network and leaves no trace.",
    summary: (gaps: number, people: number, version: string) =>
      `Something is missing for ${formatNumber(gaps)} of ${count(people, "person", "people")}. The server has version ${version}.`,
    gapsOnly: "Only people with gaps",
    empty: "No gap is known.",
    never: "Never seen in Word or Outlook",
    // The new Outlook on Windows says that it is in a browser (Office.PlatformType).
    where: (host: Installation["host"], platform: PlatformType) =>
      host === "Outlook" && platform === "OfficeOnline"
        ? "Outlook, in a browser or new on Windows"
        : `${host}, ${platforms[platform]}`,
    columns: {
      person: "Person",
      where: "Seen in",
      gaps: "Gaps",
      seen: "Last opened",
      version: "Versions",
      sets: "API sets",
      check: "Check on sending",
    },
    none: "None known",
    check: {
      ready: (since: string) => `Has its keys since ${since}`,
      noKeys: "Holds what is not approved. Its keys come with the first approved mail.",
      none: "Does not run here",
      placed: (when: string) => `Last approved mail put in ${when}`,
    },
    gaps: {
      NeverInOutlook:
        "Has mails drafted and was never seen in Outlook. Deploy the add-in, or keep the mail-flow rules on.",
      NotSeenLately: "Not opened there for 30 days. What is there now is not known.",
      PaneBehind:
        "The pane was older than the server. Close it and open it again; if it stays so, it is deployed from another address.",
      MailNotHeld:
        "This Outlook is too old to hold a mail (Mailbox 1.12). Update it, or keep the mail-flow rules on.",
      NotHeldOnMobile:
        "Outlook for iOS and Android holds no mail back. Only the mail-flow rules do.",
      KeysMissing:
        "The mailbox has lost its keys: approved mails are held too. Put the mail in again from the pane.",
      WordCannotTrack:
        "This Word cannot be told to track changes (WordApi 1.4): nothing is put into the open document. Update it.",
    } satisfies Record<GapKind, string>,
  },
  webhooks,
  exports,
  glass: {
    title: "Break-glass",
    lead: "When something has to leave and its reviewers cannot be reached, an administrator may approve it without them. Open the handoff, or choose it under overdue reviews.",
    empty: "It was never used.",
    ask: "Approve without the review",
    askOf: (subject: string) => `Approve ${subject} without its review`,
    dialog: "Approve without the review?",
    consequences: [
      "The text leaves as it stands. What is undecided stays as drafted, and blocking findings stand.",
      "You alone answer for it, by name, in the seal and in the ledger.",
      "Everybody who sees the handoff sees that its review was left out.",
    ] as const,
    reason: "Reason, for the reviewers and the auditor",
    minutes: "Minutes it holds",
    minutesHint: "1 to 60. After that it needs its review again.",
    minutesWrong: "Enter a whole number from 1 to 60.",
    action: "Approve it in my name",
    row: (name: string, when: string, minutes: number) =>
      `by ${name}, ${when}, for ${count(minutes, "minute", "minutes")}`,
    open: (undecided: number, checks: number, blocking: number) =>
      `${count(undecided, "change", "changes")} undecided, ${count(checks, "check", "checks")} open, ${count(blocking, "blocking finding", "blocking findings")}`,
  },
  ledger: {
    title: "Ledger",
    lead: "What happened, in a chain that shows when a line is changed or taken out. Keep a copy of the head elsewhere.",
    size: "Entries",
    root: "Root",
    at: "Signed",
    key: "Key",
    export: "Export the ledger",
    exporting: "Exporting…",
    verify: "To check it, on any machine with the handoff tool:",
    command: "handoff verify ledger ledger.jsonl",
  },
};

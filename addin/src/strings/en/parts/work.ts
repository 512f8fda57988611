import type { DateEvidence, HandoffEventKind, Viewing } from "../../../api/types";
import { formatNumber } from "../../../format";
import { count } from "../count";
import { failures } from "../failures";
import { outcome } from "../outcome";
import { review } from "../review";
import { together } from "../together";
import { training } from "../training";
import { triage } from "../triage";

/** What the steps of a handoff after its form say, and practice. */
export const words = {
  draft: {
    title: "Your draft is being written",
    titleReady: "Ready to write",
    titleFailed: "The draft did not come through",
    titleStopped: "You stopped the draft",
    titleElsewhere: "The draft is being written elsewhere",
    ready: "The record is frozen. The draft is written from it and nothing else.",
    elsewhere: "This screen follows by itself.",
    revising: "A revision was asked for. The author writes the next draft.",
    write: "Write the draft",
    writeAgain: "Write it again",
    stop: "Stop",
    starting: "Getting ready…",
    writing: (sentences: number) => `${count(sentences, "sentence", "sentences")} so far`,
    checking: "Checking every date, number and name against the record…",
    elapsed: (time: string) => `${time} so far`,
    took: (time: string) => `after ${time}`,
    stoppedBody: "Nothing of it was kept. Your record is safe; start again whenever you like.",
    goOn: "Go to the review",
    byHand: "Finish by hand",
    received: "Written so far",
    attachAgain: "Attach your document again",
  },
  together,
  review,
  triage,
  failures,
  facts: {
    dates: "Dates",
    record: "Record",
    text: "Text",
    textSays: "The text says",
    recordSays: "The record says",
    verdict: "Verdict",
    verdicts: {
      Match: "Match",
      Mismatch: "Differs",
      NotInRecord: "Not in the record",
    } satisfies Record<DateEvidence["verdict"], string>,
    noDates: "The text names no date.",
    notMentioned: "Not mentioned",
    mustMention: "must be mentioned",
    mentionedIn: (index: number) => `Change ${String(index)}`,
    showIn: (label: string, index: number) => `Show ${label} in change ${String(index)}`,
    coverage: (said: number, all: number) =>
      `${String(said)} of ${count(all, "fact is", "facts are")} in the text`,
    none: "The record holds no facts.",
  },
  label: {
    named: (name: string) => `Goes with the sensitivity label “${name}”`,
    unnamed: "Goes with a sensitivity label",
  },
  sign: {
    title: "Sign it off",
    lead: "Look at the evidence, then tick.",
    nonNegotiable: "Non-negotiable",
    confirmed: (confirmed: number, all: number) =>
      `${String(confirmed)} of ${String(all)} confirmed`,
    alsoBy: (names: string) => `Also confirmed by ${names}`,
    allSaid: "Every fact of the record is in the text.",
    missing: "Not in the text",
    noNumbers: "The record holds no numbers.",
    numberNotSaid: "not in the text",
    secondReader: (reader: string, isAi: boolean) =>
      isAi ? `${reader}, another AI than the writer, says:` : `${reader} (no AI) say:`,
    notJudged: (why: string) => `Not judged: ${why}`,
    dropped: (count: number) =>
      `${String(count)} ${count === 1 ? "remark quotes" : "remarks quote"} words that are not in the text and ${count === 1 ? "is" : "are"} left out.`,
    toneWanted: (tone: string) => `Should sound ${tone}.`,
    words: "Words",
    paragraphs: "Paragraphs",
    range: (min: number, max: number) => `${formatNumber(min)} to ${formatNumber(max)} wanted`,
    inRange: "in range",
    outOfRange: "out of range",
    phraseFound: "found in the text",
    phraseAbsent: "not in the text",
    noPhrases: "The workflow bans no phrase.",
    fullText: "The text as it would leave",
    confirmation: "What you confirm",
    again: {
      title: "Sign in again to sign",
      body: (minutes: number) =>
        `With high stakes a signature wants a sign-in of the last ${count(minutes, "minute", "minutes")}. The seal keeps when that was, and what you mean by signing.`,
      meaning: "By signing I say",
      meanings: {
        Review: "I have read it and compared it with its record",
        Approval: "I approve that it leaves",
        Responsibility: "I answer for it",
      },
      action: (name: string) => `Sign in as ${name} and sign`,
    },
    becomes: (name: string, title: string) =>
      `With the signature the release becomes ${name}’s responsibility (${title}).`,
    becomesYours: (title: string) =>
      `With the signature the release becomes your responsibility (${title}).`,
    viewing: ({ words, neededSeconds, activeSeconds, seenPercent, required }: Viewing) =>
      (seenPercent < 100
        ? `You have had ${String(seenPercent)} % of the changes on screen.`
        : `You have had the ${count(words, "word", "words")} in view for ${String(Math.floor(activeSeconds))} s; reading them takes about ${String(Math.ceil(neededSeconds))} s.`) +
      (!required
        ? " The signature records it."
        : seenPercent < 100
          ? " With high stakes you can sign once you have had all of them."
          : " With high stakes you can sign after that."),
    signatures: (have: number, need: number) =>
      `${String(have)} of ${count(need, "signature", "signatures")} given`,
    action: "Sign",
    signing: "Signing…",
    toReview: "Back to the review",
    keyList: [
      ["J", "Next check"],
      ["K", "Previous check"],
      ["A", "Confirm and go to the next"],
      ["U", "Take the confirmation back"],
      ["?", "Show all keys"],
    ] as const,
  },
  outcome,
  sending: {
    send: "Send from my mailbox",
    goOn: {
      Pending: "Send from my mailbox",
      Sending: "Look again",
      Uncertain: "Look again",
      Failed: "Send it again",
    },
    busy: "Sending…",
    looking: "Looking…",
    waitUntil: (time: string) => `The mail service asks to wait until ${time}.`,
    tried: (times: number, last: string) =>
      times === 1 ? `Tried once, ${last}.` : `Tried ${String(times)} times, the last ${last}.`,
    titles: {
      Pending: "Released, not sent yet",
      Sending: "The mailbox has not answered",
      Uncertain: "Was it sent?",
      Failed: "Not sent",
      Done: "Sent",
    },
    theirs: {
      Pending: (name: string) => `It is to be sent from the mailbox of ${name}. Only they can.`,
      Sending: (name: string) =>
        `The mailbox of ${name} was told to send it and has not said that it did. Only they can look again.`,
      Uncertain: (name: string) =>
        `The mailbox of ${name} was told to send it, and has it nowhere. They have to look, and say whether it was sent.`,
      Failed: (name: string) =>
        `The mailbox of ${name} refused it, and it did not leave. Only they can send it again.`,
      Done: (name: string) => `It was sent from the mailbox of ${name}.`,
    },
    question: "Is it among your sent mails?",
    saw: "What you saw in your mailbox",
    sawMissing: "Say what you saw.",
    isThere: "Yes, it was sent",
    isThereTitle: "It was sent",
    isThereBody: "It counts as sent then, and is not sent again.",
    isThereAction: "Record it",
    isNotThere: "No, send it again",
    isNotThereTitle: "Send it again?",
    isNotThereBody:
      "Look among your sent mails, your drafts and your outbox first. If it did leave, it arrives twice.",
    isNotThereAction: "Send it again",
  },
  done: {
    approved: {
      title: "Approved",
      body: "Exactly this text is sealed. Any later edit breaks the seal.",
    },
    released: { title: "Released", body: "The sealed file left once, and only once." },
    rejected: { title: "Rejected", body: "Nothing of it was released." },
    manual: { title: "Finished by hand", body: "A person writes this one. It is counted as such." },
    withdrawn: {
      title: "Taken back",
      body: "Whoever started it took it back before it was approved. Nothing of it was released.",
    },
    expired: {
      title: "The approval has expired",
      body: "Approvals run out so that nothing old leaves by accident. It needs another signature.",
    },
    sealedBy: (names: string) => `Sealed by ${names}`,
    sealedAt: "Sealed",
    validUntil: "Valid until",
    ground: "Approved by",
    grounds: {
      SamplingPlan: "A sampling plan: the named reviewer signed without going through each change",
      BreakGlass: "Break-glass: an administrator, without the review of its gate",
    },
    releasedBy: "Released by",
    file: "File",
    digest: "SHA-256",
    copyDigest: "Copy the full digest",
    copied: "Copied",
    release: "Release and download",
    releasing: "Releasing…",
    again: "Download again",
    time: "What it took",
    took: "This handoff",
    byHand: "By hand",
    drafted: "Draft",
    reviewed: "Review",
    saves: (time: string) => `${time} less than by hand`,
    costs: (time: string) => `${time} more than by hand`,
    same: "As long as by hand",
    history: "What happened",
    historyFailed: "The history could not be loaded.",
    happened: {
      Started: "Handed the record over",
      DocumentTaken: "Chose the document",
      OwnSectionsDone: "Wrote their sections",
      DraftingStarted: "Had a draft written",
      Drafted: "Received the draft",
      DraftingFailed: "Received no draft",
      Checked: "Had it checked against the record",
      ReviewReduced: "Reduced the review by the sampling plan",
      ReviewInFull: "Had it reviewed in full",
      ErrorSeeded: "Planted a practice error",
      SeedFound: "Found the practice error",
      SeedMissed: "Let the practice error stand",
      SeedWithdrawn: "Took the practice error out unanswered",
      ChangeDecided: "Decided a change",
      ChangeCarriedOver: "Kept a decision for the same change of a new draft",
      CandidatePicked: "Said something about a candidate",
      ItemConfirmed: "Confirmed a checklist item",
      ItemWaived: "Waived a checklist item",
      ItemTakenBack: "Took a confirmation back",
      Signed: "Signed the text",
      Approved: "Sealed the approved text",
      GlassBroken: "Approved it without its reviewers",
      ApprovalVoided: "Ended the approval",
      RevisionRequested: "Asked for a revision",
      RevisionRefused: "Asked for a revision when none was left",
      Delegated: "Passed the review on",
      Reassigned: "Passed the review on for somebody who is away",
      Escalated: "Said that the review is overdue",
      Rejected: "Rejected the draft",
      RevertedToManual: "Took it over by hand",
      Withdrawn: "Took it back before it was approved",
      GivenToFlow: "Was given the approved text, as a flow",
      Released: "Released it",
      Delivered: "Sent it from their mailbox",
      DeliveryRefused: "Was refused by their mailbox",
      DeliveryUncertain: "Could not find it in their mailbox",
      DeliveryConfirmed: "Found it among what they sent",
      DeliveryRepeated: "Did not find it, and had it sent again",
      OutcomeRecorded: "Recorded how it was received",
    } satisfies Record<HandoffEventKind, string>,
    another: "Start another",
    reason: "Reason",
  },
  training,
};

import type { WebhookEventKind } from "../../api/types";
import { count } from "./count";

const faults: Readonly<Record<string, string>> = {
  timeout: "It did not answer in time.",
  unreachable: "Nothing listens there.",
  "no-such-host": "Its name cannot be found.",
  tls: "Its certificate was not accepted.",
  "broken-off": "The connection broke off.",
  "address-not-public": "Its name leads to a private address.",
};

/** The words of the subscriptions on the administration page. */
export const webhooks = {
  title: "Subscriptions",
  lead: "Flows and applications that are told when something happens. They learn which handoff it was and its state, never a text or a name.",
  empty:
    "Nobody has subscribed. A flow subscribes when it is switched on with one of the triggers.",
  kinds: {
    ReadyForReview: "Ready for review",
    Approved: "Approved",
    Rejected: "Rejected",
    Expired: "Approval expired",
    EscapedError: "Error found after release",
  } satisfies Record<WebhookEventKind, string>,
  row: (kind: string, workflow: string | undefined) =>
    workflow === undefined ? kind : `${kind}: ${workflow}`,
  by: (owner: string, when: string) => `by ${owner}, ${when}`,
  delivered: (when: string) => `last delivered ${when}`,
  never: "nothing delivered yet",
  waiting: (number: number) => count(number, "event waits", "events wait"),
  rests: (when: string) => `tried again from ${when}`,
  fault: (code: string) =>
    faults[code] ??
    (code.startsWith("status-")
      ? `It answered with the status ${code.slice("status-".length)}.`
      : "Its address is not allowed any more."),
  end: "End",
  endOf: (what: string) => `End the subscription: ${what}`,
  endTitle: "End this subscription?",
  endBody: (what: string, owner: string) =>
    `${what}. What waits for ${owner} is dropped, and the flow is told nothing more until it is switched off and on again.`,
  ended: "The subscription has ended.",
  dead: {
    title: "Could not be delivered",
    lead: "Each was tried for more than three days.",
    handoff: "Open the handoff",
    tried: (attempts: number) => `tried ${count(attempts, "time", "times")}`,
    gone: "The subscription has ended.",
    replay: "Send again",
    replayOf: (what: string, when: string) => `Send again: ${what}, ${when}`,
    all: "Send all again",
    sent: (number: number) => `${count(number, "event is", "events are")} sent again.`,
    more: (shown: number, all: number) => `The latest ${shown} of ${all} are shown.`,
  },
};

import type { DeadLetter, WebhookSubscription } from "../api/types";
import { json, refuse } from "./refusal";

/** A subscription as the server tells it; what is left out is of a flow that all goes well with. */
export const subscription = (some: Partial<WebhookSubscription> = {}): WebhookSubscription => ({
  id: "sub-1",
  kind: "Approved",
  workflow: null,
  owner: "Application 5f1c",
  host: "prod-12.westeurope.logic.azure.com",
  createdAt: "2026-11-20T09:00:00Z",
  deliveredAt: "2026-11-27T08:15:00Z",
  waiting: 0,
  fault: null,
  restsUntil: null,
  ...some,
});

/** Something that could not be delivered. */
export const deadLetter = (some: Partial<DeadLetter> = {}): DeadLetter => ({
  id: "msg_1",
  kind: "Approved",
  handoffId: "0198c2f0-0000-7000-8000-000000000001",
  host: "prod-12.westeurope.logic.azure.com",
  owner: "Application 5f1c",
  createdAt: "2026-11-21T09:00:00Z",
  attempts: 12,
  fault: "status-503",
  canReplay: true,
  ...some,
});

/** Subscriptions and dead letters of the fake server. */
export class FakeWebhooks {
  subscriptions: WebhookSubscription[] = [
    subscription(),
    subscription({
      id: "sub-2",
      kind: "ReadyForReview",
      workflow: "client-status-report",
      owner: "Alex Meyer",
      host: "hooks.example.com",
      deliveredAt: null,
      waiting: 3,
      fault: "timeout",
      restsUntil: "2026-11-27T10:00:00Z",
    }),
  ];
  dead: DeadLetter[] = [
    deadLetter(),
    deadLetter({ id: "msg_2", kind: "Rejected", fault: "unreachable", canReplay: false }),
  ];

  answer(request: Request): Response {
    const [, first, second, third] = new URL(request.url).pathname
      .replace("/api/v1/", "")
      .split("/")
      .map(decodeURIComponent);
    if (request.method === "GET")
      return json({
        subscriptions: this.subscriptions,
        dead: this.dead,
        deadCount: this.dead.length,
      });
    if (request.method === "DELETE") return this.end(first);
    const wanted = this.dead.filter(
      ({ id, canReplay }) => canReplay && (third === undefined || id === second),
    );
    if (third !== undefined && wanted.length === 0)
      return refuse(
        404,
        "unknown-dead-letter",
        "There is no such dead letter",
        "None has this id.",
      );
    this.dead = this.dead.filter((letter) => !wanted.includes(letter));
    return json({ count: wanted.length });
  }

  private end(id: string | undefined): Response {
    const before = this.subscriptions.length;
    this.subscriptions = this.subscriptions.filter((one) => one.id !== id);
    return this.subscriptions.length < before
      ? new Response(null, { status: 204 })
      : refuse(404, "unknown-subscription", "There is no such subscription", "None is in force.");
  }
}

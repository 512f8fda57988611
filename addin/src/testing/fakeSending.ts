import type { Delivery, Person } from "../api/types";
import { need, note, type StoredHandoff } from "./fakeHandoffs";
import { letOut } from "./fakeReleasing";
import { json, refuse } from "./refusal";

/** How the mailbox takes a mail: it sends it, asks to wait, never says what became of it, or refuses. */
export type FakeMailbox = "sends" | "busy" | "silent" | "refuses";

const waitMs = 20_000;

/** As the server says it of each state. */
const says: Record<Delivery["state"], string> = {
  Done: "It was sent from your mailbox.",
  Pending: "It is released and not sent yet. Send it; nothing goes out twice.",
  Sending:
    "Your mailbox was told to send it and has not said that it did. Look again in a minute; nothing goes out twice.",
  Uncertain:
    "Your mailbox was told to send it, and it is neither among your drafts nor among what you sent. Look there by its subject, then say whether it was sent.",
  Failed:
    "Your mailbox refused it (ErrorSendAsDenied). It did not leave. Send it again, or tell an administrator.",
};

/** Sends a sealed mail, goes on with it, or takes a person's word for where it is. */
export async function sendMail(
  handoff: StoredHandoff,
  caller: Person,
  request: Request,
  item: string | undefined,
  mailbox: FakeMailbox | undefined,
): Promise<Response> {
  if (!mailbox)
    return refuse(
      409,
      "mail-not-set-up",
      "It cannot be sent from here",
      "Sending from your mailbox is not set up on this server. Nothing has left.",
    );
  if (item === undefined) begin(handoff, caller, request);
  else if (handoff.release?.by.id !== caller.id || !handoff.delivery)
    refuse(403, "not-your-mailbox", "It is not yours", "Only who released it can go on.");
  handoff.version++;
  if (item === "answer") {
    const { isThere, reason } = (await request.json()) as { isThere: boolean; reason: string };
    answer(handoff, caller, isThere, reason);
    if (isThere) return answered(handoff);
  }
  if (handoff.delivery?.state !== "Done") attempt(handoff, caller, mailbox);
  return answered(handoff);
}

const answered = ({ delivery }: StoredHandoff) =>
  json(delivery, delivery?.state === "Done" ? 200 : 202);

function stands(handoff: StoredHandoff, state: Delivery["state"], rest: Partial<Delivery> = {}) {
  const attempts = handoff.delivery?.attempts ?? 0;
  const triedAt = handoff.delivery?.triedAt ?? null;
  handoff.delivery = { attempts, triedAt, ...rest, state, detail: says[state] };
}

function begin(handoff: StoredHandoff, caller: Person, request: Request) {
  const key = request.headers.get("Idempotency-Key");
  if (!key)
    refuse(400, "idempotency-key-missing", "The request has no key", "Send an Idempotency-Key.");
  if (handoff.workflow.output.format !== "Email")
    refuse(409, "not-a-mail", "It is no mail", "Only a mail can be sent from a mailbox.");
  if (handoff.author.id !== caller.id)
    refuse(403, "not-your-mailbox", "It is not yours", "Only its author can send it.");
  if (handoff.releaseKey && handoff.releaseKey !== key)
    refuse(409, "already-released", "It was released already", "It can be released once.");
  if (handoff.releaseKey) return;
  need(handoff, caller, "Release");
  letOut(handoff, caller, key);
  stands(handoff, "Pending");
}

function answer(handoff: StoredHandoff, caller: Person, isThere: boolean, reason: string) {
  if (handoff.delivery?.state !== "Uncertain")
    refuse(409, "nothing-uncertain", "Nothing is uncertain", "There is nothing to answer.");
  if (!reason.trim()) refuse(422, "reason-missing", "The reason is missing", "Say what you saw.");
  note(handoff, caller, isThere ? "DeliveryConfirmed" : "DeliveryRepeated", reason);
  if (isThere) stands(handoff, "Done", { doneAt: new Date().toISOString() });
  else stands(handoff, "Pending");
}

function attempt(handoff: StoredHandoff, caller: Person, mailbox: FakeMailbox) {
  const before = handoff.delivery;
  if (before?.retryAt && Date.parse(before.retryAt) > Date.now())
    refuse(409, "mailbox-busy", "The mail service is busy", "It asks to wait. Nothing is lost.");
  const now = new Date();
  const tried = { attempts: (before?.attempts ?? 0) + 1, triedAt: now.toISOString() };
  const untouched = before?.state === "Pending" || before?.state === "Failed";
  switch (mailbox) {
    case "sends":
      note(handoff, caller, "Delivered", "Sent");
      stands(handoff, "Done", { ...tried, doneAt: now.toISOString() });
      return;
    case "busy":
      stands(handoff, before?.state ?? "Pending", {
        ...tried,
        problem: "TooManyRequests",
        retryAt: new Date(now.getTime() + waitMs).toISOString(),
      });
      return;
    case "refuses":
      note(handoff, caller, "DeliveryRefused", "Refused");
      stands(handoff, "Failed", { ...tried, problem: "ErrorSendAsDenied" });
      return;
    case "silent":
      // What it was told to send, it has nowhere at the next look.
      if (!untouched) note(handoff, caller, "DeliveryUncertain", "Nowhere");
      stands(handoff, untouched ? "Sending" : "Uncertain", { ...tried, problem: "no-answer" });
  }
}

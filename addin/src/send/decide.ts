import { digestOf, formsWithoutTail, htmlForm } from "../canonical/index";
import { readSeal, type SealPayload, type SealedRecipient } from "../seal/proof";
import { type Held } from "./words";

/** A mail as it is about to leave. */
export interface Outgoing {
  /** The handoff that drafted it; undefined where none did. */
  readonly draft: string | undefined;
  /** The header with its seal; undefined without one. */
  readonly seal: string | undefined;
  readonly html: string;
  readonly subject: string;
  readonly recipients: readonly SealedRecipient[];
  /** What goes along, pictures within the text left out: the text names them. The digest is SHA-256 in hexadecimal digits. */
  readonly attachments: readonly { readonly name: string; readonly digest: string }[];
  /** The id of its sensitivity label; empty without one, or where the mailbox has none. */
  readonly label: string;
  /** What stood in the mail when its drafting began, as `tailOf` gives it: a signature, a quoted thread. Empty without any. */
  readonly tail: string;
}

/** Whether the text is what was approved, or that with exactly the captured tail below it. */
const isApproved = (html: string, tail: string, digest: string): boolean =>
  formsWithoutTail(html, [tail]).some((form) => digestOf(form) === digest);

/** The same things in any order, each as often. */
const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.slice().sort().join("\n") === b.slice().sort().join("\n");

/** Recipients as a set: whoever is named twice gets one mail. Addresses go without case, as with the server. */
function recipientsOf(list: readonly SealedRecipient[]): string[] {
  const all = list.map(({ kind, address }) => `${kind} ${address.toUpperCase()}`);
  return all.filter((one, index) => all.indexOf(one) === index);
}

const attachmentsOf = (list: Outgoing["attachments"]): string[] =>
  list.map(({ name, digest }) => `${digest.toLowerCase()} ${name}`);

function differs(mail: Outgoing, payload: SealPayload): Held | undefined {
  const { content } = payload;
  const { envelope } = content;
  if (content.form !== htmlForm || !isApproved(mail.html, mail.tail, content.contentDigest))
    return "body";
  if (mail.subject !== envelope.subject) return "subject";
  if (!isSameSet(recipientsOf(mail.recipients), recipientsOf(envelope.recipients)))
    return "recipients";
  if (!isSameSet(attachmentsOf(mail.attachments), attachmentsOf(envelope.attachments)))
    return "attachments";
  let label = "";
  if (envelope.label !== null) label = envelope.label.toLowerCase();
  if (mail.label.toLowerCase() !== label) return "label";
  return undefined;
}

/**
 * Why a mail of ours may not leave now; undefined where it may. Needs no network: the seal is checked by the organisation's keys that the
 * mailbox keeps.
 * @param now milliseconds since 1970.
 * @param trusted the organisation's public keys, in base64.
 */
export function whyHeld(mail: Outgoing, now: number, trusted: readonly string[]): Held | undefined {
  if (mail.seal === undefined || mail.seal === "") return "notApproved";
  const { state, payload } = readSeal(mail.seal, trusted);
  if (payload === undefined) {
    if (state === "stranger") return "unknownKey";
    return "broken";
  }
  if (mail.draft !== undefined && mail.draft !== payload.handoffId) return "otherDraft";
  const expires = Date.parse(payload.expiresAt);
  // A time that cannot be read is over.
  if (!(now < expires)) return "expired";
  return differs(mail, payload);
}

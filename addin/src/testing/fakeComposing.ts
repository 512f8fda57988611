import type { ComposedMail, Person } from "../api/types";
import { canonicalHtml, digestOf } from "../canonical";
import { viewOf, type StoredHandoff } from "./fakeHandoffs";
import { standingText } from "./fakeRedline";
import { letOutUnderKey } from "./fakeReleasing";
import { json } from "./refusal";

/** The only key of the fake server, of 32 zero bytes: nothing is signed here, and the send handler lets nothing of it go. */
export const fakeKeys = { keys: [btoa("\0".repeat(32))] };

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${String(c.charCodeAt(0))};`);

/** Lets an approved mail leave in parts, for the mail that is open in Outlook; the same key gets the same again. */
export function compose(handoff: StoredHandoff, caller: Person, request: Request): Response {
  letOutUnderKey(handoff, caller, request);
  return json(composed(handoff, caller));
}

function composed(handoff: StoredHandoff, caller: Person): ComposedMail {
  const view = viewOf(handoff, caller);
  const paragraphs = new Map<number, string[]>();
  for (const change of view.changes) {
    const text = standingText(change);
    if (text !== "")
      paragraphs.set(change.paragraph, [...(paragraphs.get(change.paragraph) ?? []), text]);
  }
  const html = [...paragraphs.values()].map((all) => `<p>${escaped(all.join(" "))}</p>`).join("");
  const recipient = (view.record as { recipient?: { name: string; email: string } }).recipient;
  return {
    handoffId: view.id,
    subject: view.subject,
    html,
    recipients: recipient ? [{ kind: "To", address: recipient.email, name: recipient.name }] : [],
    seal: btoa(JSON.stringify({ form: "none", handoffId: view.id })),
    sensitivityLabel: view.sensitivityLabel ?? null,
    contentDigest: digestOf(canonicalHtml(html).text ?? ""),
  };
}

import type { Meaning, Person } from "../api/types";
import { buildDocx } from "./docx";
import { need, note, viewOf, type StoredHandoff } from "./fakeHandoffs";
import { refuse } from "./refusal";

/** One signature more; the last one that the gate asks for seals. */
export function seal(handoff: StoredHandoff, caller: Person, meaning: Meaning) {
  const now = new Date();
  handoff.signatures.push({ person: caller, at: now.toISOString(), meaning });
  if (handoff.signatures.length < handoff.workflow.gate.reviewers) {
    note(handoff, caller, "Signed", meaning);
    return;
  }
  approve(
    handoff,
    caller,
    "Review",
    handoff.signatures.map(({ person }) => person),
    48 * 60,
  );
}

/** Seals the text for some minutes. */
export function approve(
  handoff: StoredHandoff,
  caller: Person,
  ground: "Review" | "BreakGlass",
  reviewers: Person[],
  minutes: number,
) {
  const now = new Date();
  handoff.state = "Approved";
  handoff.seal = {
    ground,
    keyId: "local-1",
    contentDigest: "9f2c1a7be0d34458a1c07b6a5d2e9f1033c1de0a7f6b4c2d8e5f9a0b1c2d3e4f",
    fileDigest: "1b0e6c55f0a94d7c8c1de2f3a4b5c6d7e8f90123456789abcdef0123456789ab",
    reviewers,
    issuedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
    signature: "c2lnbmF0dXJl",
  };
  note(handoff, caller, "Approved", "Signed and sealed");
}

const fileNameOf = ({ workflow }: StoredHandoff) =>
  workflow.output.format === "Email" ? "A moved date.eml" : "Kubernetes 1.31 status report.docx";

/** Says that the sealed file leaves, under the key that may ask for it again. */
export function letOut(handoff: StoredHandoff, caller: Person, key: string) {
  handoff.releaseKey = key;
  handoff.state = "Released";
  handoff.release = {
    at: new Date().toISOString(),
    by: caller,
    fileName: fileNameOf(handoff),
    fileDigest: handoff.seal?.fileDigest ?? "",
  };
  note(handoff, caller, "Released", "Let the sealed file out");
}

/** Lets it leave under the request's key, once; the same key may ask again. */
export function letOutUnderKey(handoff: StoredHandoff, caller: Person, request: Request): void {
  const key = request.headers.get("Idempotency-Key");
  if (!key)
    refuse(400, "idempotency-key-missing", "The request has no key", "Send an Idempotency-Key.");
  if (handoff.releaseKey && handoff.releaseKey !== key)
    refuse(409, "already-released", "It was released already", "It can be released once.");
  if (handoff.releaseKey) return;
  need(handoff, caller, "Release");
  handoff.version++;
  letOut(handoff, caller, key);
}

/** Lets the sealed document leave once; the same key gives the same answer again. */
export async function release(
  handoff: StoredHandoff,
  caller: Person,
  request: Request,
): Promise<Response> {
  letOutUnderKey(handoff, caller, request);
  const bytes = await buildDocx(viewOf(handoff, caller), handoff.workflow);
  return new Response(bytes.slice().buffer, {
    headers: {
      "Content-Disposition": `attachment; filename="${fileNameOf(handoff)}"`,
    },
  });
}

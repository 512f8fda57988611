import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";
import { canonicalHtml, digestOf, htmlForm } from "../canonical";
import { canonicalJson } from "../seal/canonicaljson";
import type { SealedRecipient } from "../seal/proof";

/** A key that seals. */
export interface SealingKey {
  readonly key: KeyObject;
  /** base64. */
  readonly public: string;
  readonly id: string;
}

/** A key of the tests, from a seed of one number. */
export function keyOf(seed: number): SealingKey {
  // PKCS #8 around the 32 bytes of the seed (RFC 8410, section 7).
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  const key = createPrivateKey({
    key: Buffer.concat([prefix, Buffer.alloc(32, seed)]),
    format: "der",
    type: "pkcs8",
  });
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  return {
    key,
    public: raw.toString("base64"),
    id: createHash("sha256").update(raw).digest("hex").slice(0, 16),
  };
}

export interface Sealing {
  readonly handoffId: string;
  readonly html: string;
  readonly subject: string;
  readonly recipients: readonly SealedRecipient[];
  /** RFC 3339; an hour from now where none is said. */
  readonly expiresAt?: string;
  readonly attachments?: readonly { readonly name: string; readonly digest: string }[];
  readonly by: SealingKey;
}

/** The digest of a body, as a seal holds it. */
export const contentDigest = (html: string): string => digestOf(canonicalHtml(html).text ?? "");

/** The header of a mail that was approved, as the server writes it. */
export function sealed({
  handoffId,
  html,
  subject,
  recipients,
  expiresAt = new Date(Date.now() + 3_600_000).toISOString(),
  attachments = [],
  by,
}: Sealing): string {
  const payload = {
    handoffId,
    content: {
      form: htmlForm,
      contentDigest: contentDigest(html),
      envelope: { subject, recipients, attachments, label: null },
    },
    expiresAt,
    keyId: by.id,
    sourceType: null,
  };
  const signed = Buffer.from(`handoffoffice-seal-1\n${canonicalJson(payload)}`);
  const proof = {
    form: "handoffoffice-proof-1",
    seal: { payload, signature: sign(null, signed, by.key).toString("base64") },
    publicKey: by.public,
    firstKey: null,
    handovers: [],
  };
  return Buffer.from(JSON.stringify(proof)).toString("base64");
}

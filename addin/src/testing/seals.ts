import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";
import { canonicalHtml, digestOf, htmlForm } from "../canonical";
import { canonicalJson } from "../seal/canonicaljson";

/** Seals as the server makes them, by keys of the tests. */

/** A key that signs seals. */
export interface TestKey {
  readonly key: KeyObject;
  /** The 32 bytes of its public half, in base64. */
  readonly public: string;
  readonly id: string;
}

/** A key from a seed of one number. */
export function keyOf(seed: number): TestKey {
  // The ASN.1 around the 32 bytes of a private key (RFC 8410, section 7).
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

/** The organisation's key, and the handoff whose mails it seals. */
export const organisation = keyOf(1);
export const handoffId = "01a226b8-b541-70b4-a1b9-194d42772595";

/** What a seal is over; what is left out is as in `sealed`. */
export interface Sealing {
  readonly html: string;
  readonly subject?: string;
  readonly recipients?: readonly { readonly kind: string; readonly address: string }[];
  readonly attachments?: readonly { readonly name: string; readonly digest: string }[];
  readonly label?: string | null;
  readonly expiresAt?: string;
  readonly by?: TestKey;
}

const hour = 3_600_000;

/** What every seal is over that does not say otherwise. */
export const sealed = {
  subject: "Dates",
  recipients: [
    { kind: "To", address: "dana@example.org" },
    { kind: "Cc", address: "rita@example.org" },
  ],
};

/** The header of a mail with a seal over it. */
export function sealOf(sealing: Sealing): string {
  const by = sealing.by ?? organisation;
  const form = canonicalHtml(sealing.html);
  if (form.refused !== undefined) throw new Error(`Too many ${form.refused.what}.`);
  const payload = {
    handoffId,
    content: {
      form: htmlForm,
      contentDigest: digestOf(form.text),
      envelope: {
        subject: sealing.subject ?? sealed.subject,
        recipients: sealing.recipients ?? sealed.recipients,
        attachments: sealing.attachments ?? [],
        label: sealing.label ?? null,
      },
    },
    expiresAt: sealing.expiresAt ?? new Date(Date.now() + hour).toISOString(),
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

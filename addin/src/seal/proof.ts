import { sha256, utf8 } from "../canonical/sha256";
import { fromBase64, fromUtf8 } from "./bytes";
import { canonicalJson } from "./canonicaljson";
import { verifies } from "./ed25519";

/** Where a mail goes, as a seal has it. */
export interface SealedRecipient {
  readonly kind: string;
  readonly address: string;
}

/** What a seal vouches for, as far as the send handler compares it. */
export interface SealPayload {
  readonly handoffId: string;
  readonly content: {
    readonly form: string;
    readonly contentDigest: string;
    readonly envelope: {
      readonly subject: string;
      readonly recipients: readonly SealedRecipient[];
      readonly attachments: readonly { readonly name: string; readonly digest: string }[];
      readonly label: string | null;
    };
  };
  /** RFC 3339. */
  readonly expiresAt: string;
  readonly keyId: string;
}

interface Handover {
  readonly handover: {
    readonly fromKeyId: string;
    readonly keyId: string;
    readonly publicKey: string;
  };
  readonly signature: string;
}

interface Proof {
  readonly form: string;
  readonly seal: { readonly payload: SealPayload; readonly signature: string };
  readonly publicKey: string;
  readonly handovers: readonly Handover[];
}

/** What a header says of its mail. */
export type SealReading =
  | { readonly state: "trusted"; readonly payload: SealPayload }
  /** It is no seal, was changed, or its key is none that is trusted. */
  | { readonly state: "broken" | "stranger"; readonly payload?: undefined };

const form = "handoffoffice-proof-1";
const broken: SealReading = { state: "broken" };

/** What a key goes by: the first digits of the digest of its bytes. */
export const keyIdOf = (key: Uint8Array): string => sha256(key).slice(0, 16);

function keyOf(base64: string): Uint8Array | undefined {
  const bytes = fromBase64(base64);
  if (bytes === undefined || bytes.length !== 32) return undefined;
  return bytes;
}

function isSigned(context: string, value: unknown, signature: string, key: Uint8Array): boolean {
  const bytes = fromBase64(signature);
  if (bytes === undefined) return false;
  return verifies(utf8(`${context}\n${canonicalJson(value)}`), bytes, key);
}

/** The ids of the trusted keys and of all that they handed over to: trust goes from a key to the next, and never back. */
function followed(trusted: readonly string[], handovers: readonly Handover[]): readonly string[] {
  const known = new Map<string, Uint8Array>();
  for (const base64 of trusted) {
    const key = keyOf(base64);
    if (key !== undefined) known.set(keyIdOf(key), key);
  }
  for (let before = -1; before < known.size;) {
    before = known.size;
    for (const { handover, signature } of handovers) {
      const from = known.get(handover.fromKeyId);
      const next = keyOf(handover.publicKey);
      if (from === undefined || next === undefined || keyIdOf(next) !== handover.keyId) continue;
      if (known.has(handover.keyId)) continue;
      if (isSigned("handoffoffice-key-1", handover, signature, from))
        known.set(handover.keyId, next);
    }
  }
  return Array.from(known.keys());
}

function parsed(base64: string): Proof | undefined {
  const bytes = fromBase64(base64);
  if (bytes === undefined) return undefined;
  const json = fromUtf8(bytes);
  if (json === undefined) return undefined;
  try {
    const proof = JSON.parse(json) as Proof;
    if (proof.form !== form) return undefined;
    return proof;
  } catch {
    return undefined;
  }
}

/**
 * Reads the seal in a mail's header, with no network: whether a trusted key signed it, or one that a trusted key handed over to.
 * @param base64 the header, folded or not.
 * @param trusted the public keys of the organisation, in base64.
 */
export function readSeal(base64: string, trusted: readonly string[]): SealReading {
  const proof = parsed(base64);
  if (proof === undefined) return broken;
  try {
    const { payload, signature } = proof.seal;
    const key = keyOf(proof.publicKey);
    if (key === undefined || keyIdOf(key) !== payload.keyId) return broken;
    if (!isSigned("handoffoffice-seal-1", payload, signature, key)) return broken;
    if (followed(trusted, proof.handovers).indexOf(payload.keyId) < 0) return { state: "stranger" };
    return { state: "trusted", payload };
  } catch {
    // A part that is signed is as the server wrote it; what is not can have any shape.
    return broken;
  }
}

// @vitest-environment node
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromBase64, fromHex, fromUtf8 } from "./bytes";
import { verifies } from "./ed25519";
import { sha512 } from "./sha512";

const bytesOf = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 17 + (index >> 3)) & 0xff);

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("C66 SHA-512", () => {
  it.each([0, 1, 55, 111, 112, 127, 128, 129, 240, 1000])(
    "digests %d bytes as the platform does",
    (length) => {
      const bytes = bytesOf(length, length);
      expect(hexOf(sha512(bytes))).toBe(
        createHash("sha512").update(Buffer.from(bytes)).digest("hex"),
      );
    },
  );
});

// RFC 8032, section 7.1.
const published = [
  [
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
] as const;

describe("C66 Ed25519", () => {
  it.each(published)("accepts the published signature by %s", (key, message, signature) => {
    expect(verifies(fromHex(message), fromHex(signature), fromHex(key))).toBe(true);
  });

  it.each(published)("refuses it with one bit changed, by %s", (key, message, signature) => {
    const of = (hex: string) => fromHex(hex);
    for (const place of [0, 17, 31, 32, 50, 63]) {
      const changed = of(signature);
      changed[place] = (changed[place] ?? 0) ^ 4;
      expect(verifies(of(message), changed, of(key))).toBe(false);
    }
    const other = of(key);
    other[5] = (other[5] ?? 0) ^ 1;
    expect(verifies(of(message), of(signature), other)).toBe(false);
    expect(verifies(of(`${message}00`), of(signature), of(key))).toBe(false);
  });

  it("agrees with the platform on keys and messages of its making", () => {
    for (let seed = 0; seed < 12; seed++) {
      const { publicKey, privateKey } = generateKeyPairSync("ed25519");
      const key = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
      const message = bytesOf(seed * 37, seed);
      const signature = sign(null, message, privateKey);
      expect(verifies(message, signature, key)).toBe(true);
      expect(verifies(Uint8Array.of(...message, 1), signature, key)).toBe(false);
    }
  });

  it("refuses a second way to write a signature: the same number with the order added", () => {
    const [key, message, signature] = published[0];
    const order = fromHex(`edd3f55c1a631258d69cf7a2def9de14${"00".repeat(15)}10`);
    const doubled = fromHex(signature);
    let carry = 0;
    for (let index = 0; index < 32; index++) {
      const sum = (doubled[32 + index] ?? 0) + (order[index] ?? 0) + carry;
      doubled[32 + index] = sum & 0xff;
      carry = sum >> 8;
    }
    expect(verifies(fromHex(message), doubled, fromHex(key))).toBe(false);
  });

  it("refuses what is no key and no signature", () => {
    const [key, message, signature] = published[0];
    expect(verifies(fromHex(message), fromHex(signature).slice(1), fromHex(key))).toBe(false);
    expect(verifies(fromHex(message), fromHex(signature), fromHex(key).slice(1))).toBe(false);
    expect(verifies(fromHex(message), fromHex(signature), new Uint8Array(32).fill(0xff))).toBe(
      false,
    );
  });
});

describe("C66 texts that stand for bytes", () => {
  it("reads base64 in one way only", () => {
    expect(fromBase64("SGFuZG9mZg==")).toEqual(Uint8Array.from(Buffer.from("Handoff")));
    expect(fromBase64(" SGFu\r\n ZG9m\tZg== ")).toEqual(Uint8Array.from(Buffer.from("Handoff")));
    expect(fromBase64("")).toEqual(new Uint8Array());
    for (const bad of ["SGFuZG9mZh==", "SGFuZG9mZg=", "SGF*", "S", "=AAA", "A==="])
      expect(fromBase64(bad), bad).toBeUndefined();
  });

  it("reads UTF-8 and nothing that is none", () => {
    for (const text of ["", "Grüße, 東京 🎉", "\u0000\uffff"])
      expect(fromUtf8(Buffer.from(text))).toBe(text);
    for (const bad of ["c0af", "eda080", "f4908080", "e282", "80", "f5808080"])
      expect(fromUtf8(fromHex(bad)), bad).toBeUndefined();
  });
});

/** Texts that stand for bytes, for engines without `atob` and TextDecoder. */

// First and last of the digits that follow one another.
const digits = ["AZ", "az", "09", "++", "//"];

/** The bytes of a base64 text (RFC 4648, section 4), white space in it left out; undefined where it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bare = text.replace(/\s/g, "");
  if (bare.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) return undefined;
  const plain = bare.replace(/=/g, "");
  const values = new Uint8Array(128);
  let value = 0;
  for (const range of digits)
    for (let code = range.charCodeAt(0); code <= range.charCodeAt(1); code++)
      values[code] = value++;
  const bytes = new Uint8Array((plain.length * 3) >> 2);
  let size = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < plain.length; at++) {
    held = ((held << 6) | Number(values[plain.charCodeAt(at)])) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[size++] = held >> bits;
  }
  // What is over has to be nothing, or two texts would stand for the same bytes.
  if ((held & ((1 << bits) - 1)) !== 0) return undefined;
  return bytes;
}

/** The bytes of hexadecimal digits. */
export const fromHex = (hex: string): Uint8Array =>
  new Uint8Array(hex.length / 2).map((_, index) =>
    parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );

/** Bytes one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let size = 0;
  for (const part of parts) {
    bytes.set(part, size);
    size += part.length;
  }
  return bytes;
}

/** Whether bytes are the same. */
export const isEqual = (some: Uint8Array, others: Uint8Array): boolean =>
  some.length === others.length && some.every((byte, index) => byte === others[index]);

/** The text of bytes in UTF-8; undefined where they are none (RFC 3629: no detours, no halves of pairs). */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  let escaped = "";
  bytes.forEach((byte) => {
    if (byte < 0x80 && byte !== 0x25) escaped += String.fromCharCode(byte);
    else escaped += `%${byte.toString(16)}`;
  });
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

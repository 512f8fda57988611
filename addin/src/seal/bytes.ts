import { at } from "../canonical/sha256";

/** Texts that stand for bytes, for engines without `atob` and TextDecoder. */

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes of a base64 text (RFC 4648, section 4), white space in it left out; undefined where it is none. */
export function fromBase64(text: string): number[] | undefined {
  const bare = text.replace(/\s/g, "");
  if (bare.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) return undefined;
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const digit of bare.replace(/=/g, "")) {
    held = ((held << 6) | digits.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  // What is over has to be nothing, or two texts would stand for the same bytes.
  if ((held & ((1 << bits) - 1)) !== 0) return undefined;
  return bytes;
}

/** The bytes of hexadecimal digits. */
export function fromHex(hex: string): number[] {
  const bytes: number[] = [];
  for (let from = 0; from < hex.length; from += 2)
    bytes.push(parseInt(hex.slice(from, from + 2), 16));
  return bytes;
}

/** The text of bytes in UTF-8; undefined where they are none (RFC 3629: no detours, no halves of pairs). */
export function fromUtf8(bytes: readonly number[]): string | undefined {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const first = at(bytes, from);
    let more = 0;
    let code = first;
    let least = 0;
    if (first >= 0xf0) [more, code, least] = [3, first & 0x07, 0x10000];
    else if (first >= 0xe0) [more, code, least] = [2, first & 0x0f, 0x800];
    else if (first >= 0xc0) [more, code, least] = [1, first & 0x1f, 0x80];
    else if (first >= 0x80) return undefined;
    if (first > 0xf7 || from + more >= bytes.length) return undefined;
    for (let index = 1; index <= more; index++) {
      const next = at(bytes, from + index);
      if ((next & 0xc0) !== 0x80) return undefined;
      code = code * 64 + (next & 0x3f);
    }
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    parts.push(String.fromCodePoint(code));
    from += more + 1;
  }
  return parts.join("");
}

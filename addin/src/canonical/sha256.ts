import { cubeRoots, squareRoots } from "./roots";

/** SHA-256 (FIPS 180-4) and UTF-8, for engines that have neither. */

/** The bytes of a text in UTF-8. Half of a surrogate pair counts as U+FFFD. */
export function utf8(text: string): Uint8Array {
  // No unit of UTF-16 needs more than three.
  const bytes = new Uint8Array(3 * text.length);
  let size = 0;
  const more = (code: number, shift: number): void => {
    bytes[size++] = 0x80 | ((code >> shift) & 0x3f);
  };
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[size++] = code;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(at + 1);
      if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
        at++;
      } else code = 0xfffd;
    }
    if (code < 0x800) bytes[size++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[size++] = 0xe0 | (code >> 12);
      else {
        bytes[size++] = 0xf0 | (code >> 18);
        more(code, 12);
      }
      more(code, 6);
    }
    more(code, 0);
  }
  return bytes.subarray(0, size);
}

/**
 * The bytes as words of 32 bits, the highest byte first: a one and zeros after them, and the length in bits at the end of the last block (5.1).
 * @param block the bytes of a block: what has no room for two words of 32 bits is followed by another.
 */
export function padded(content: Uint8Array, block: number): DataView {
  const bytes = new Uint8Array(Math.ceil((content.length + 1 + block / 8) / block) * block);
  bytes.set(content);
  bytes[content.length] = 0x80;
  const words = new DataView(bytes.buffer);
  // The length has more bits in SHA-512; no mail comes near them.
  words.setUint32(bytes.length - 8, content.length / 0x20000000);
  words.setUint32(bytes.length - 4, content.length * 8);
  return words;
}

const constants = Int32Array.from(cubeRoots, ([high]) => high);

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Words as hexadecimal digits. */
const hexOf = (words: Int32Array): string =>
  Array.from(words, (word) => `0000000${(word >>> 0).toString(16)}`.slice(-8)).join("");

// Of lists of one kind only: an engine is far slower where a place in the code meets several. A name of its own spares it a search among
// the globals.
const toNumber = Number;
const at = (list: Int32Array, index: number): number => toNumber(list[index]);

/** The digest of bytes, as 64 lower-case hexadecimal digits. */
export function sha256(content: Uint8Array): string {
  const words = padded(content, 64);
  const state = Int32Array.from(squareRoots, ([high]) => high);
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.byteLength; block += 64) {
    for (let index = 0; index < 16; index++) schedule[index] = words.getInt32(block + 4 * index);
    for (let index = 16; index < 64; index++) {
      const x = at(schedule, index - 15);
      const y = at(schedule, index - 2);
      const small = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
      const large = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10);
      schedule[index] = at(schedule, index - 16) + small + at(schedule, index - 7) + large;
    }
    step(state, schedule);
  }
  return hexOf(state);
}

/** The 64 rounds of a block (6.2.2). */
function step(state: Int32Array, schedule: Int32Array): void {
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  let f = at(state, 5);
  let g = at(state, 6);
  let h = at(state, 7);
  for (let index = 0; index < 64; index++) {
    const first =
      (h +
        (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) +
        ((e & f) ^ (~e & g)) +
        at(constants, index) +
        at(schedule, index)) |
      0;
    const second =
      (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = at(state, index) + word;
  });
}

/** The digest of a text in UTF-8. */
export function sha256OfText(text: string): string {
  return sha256(utf8(text));
}

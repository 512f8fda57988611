import { cubeRoots, squareRoots } from "./roots";

/** SHA-256 (FIPS 180-4) and UTF-8, for engines that have neither. */

/** The bytes of a text in UTF-8. Half of a surrogate pair counts as U+FFFD. */
export function utf8(text: string): Uint8Array {
  // No unit of UTF-16 needs more than three.
  const bytes = new Uint8Array(3 * text.length);
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      bytes[size++] = unit;
      continue;
    }
    const code = Number(text.codePointAt(at));
    for (const byte of sequence(code)) bytes[size++] = byte;
    if (code > 0xffff) at++;
  }
  return bytes.subarray(0, size);
}

/** The bytes of a code point that is not ASCII (RFC 3629, section 3). */
function sequence(code: number): number[] {
  const more = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), more(0)];
  if (code > 0xffff) return [0xf0 | (code >> 18), more(12), more(6), more(0)];
  if (code >= 0xd800 && code <= 0xdfff) return sequence(0xfffd);
  return [0xe0 | (code >> 12), more(6), more(0)];
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

/** The digest of bytes, as 64 lower-case hexadecimal digits. */
export function sha256(content: Uint8Array): string {
  const words = padded(content, 64);
  const state = Int32Array.from(squareRoots, ([high]) => high);
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.byteLength; block += 64) {
    for (let index = 0; index < 16; index++) schedule[index] = words.getInt32(block + 4 * index);
    extend(schedule);
    step(state, schedule);
  }
  return Array.from(state, (word) => `0000000${(word >>> 0).toString(16)}`.slice(-8)).join("");
}

// The turns are written out, and `|| 0` stands for what no list lacks: until an engine has compiled them, calls are most of what this takes.

/** The words of a block after its first 16 (6.2.2, step 1). */
function extend(schedule: Int32Array): void {
  for (let index = 16; index < 64; index++) {
    const x = schedule[index - 15] || 0;
    const y = schedule[index - 2] || 0;
    schedule[index] =
      (schedule[index - 16] || 0) +
      (schedule[index - 7] || 0) +
      (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
      (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
  }
}

/** The 64 rounds of a block (6.2.2, step 3). */
function step(state: Int32Array, schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index++) {
    const first =
      (h +
        (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
        ((e & f) ^ (~e & g)) +
        (constants[index] || 0) +
        (schedule[index] || 0)) |
      0;
    const second =
      (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
      ((a & b) ^ (a & c) ^ (b & c));
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
    state[index] = (state[index] || 0) + word;
  });
}

/** The digest of a text in UTF-8. */
export function sha256OfText(text: string): string {
  return sha256(utf8(text));
}

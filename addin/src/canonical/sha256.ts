/** SHA-256 (FIPS 180-4) and UTF-8, for engines that have neither. */

/** The bytes of a text in UTF-8. Half of a surrogate pair counts as U+FFFD. */
export function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(at + 1);
      if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
        at++;
      } else code = 0xfffd;
    }
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 0x3f),
        0x80 | ((code >> 6) & 0x3f),
        0x80 | (code & 0x3f),
      );
  }
  return bytes;
}

// The fractional parts of the cube roots and the square roots of the first primes (4.2.2, 5.3.3).
const constants = words(
  "428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5" +
    "d807aa9812835b01243185be550c7dc372be5d7480deb1fe9bdc06a7c19bf174" +
    "e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da" +
    "983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca635114292967" +
    "27b70a852e1b21384d2c6dfc53380d13650a7354766a0abb81c2c92e92722c85" +
    "a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070" +
    "19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3" +
    "748f82ee78a5636f84c878148cc7020890befffaa4506cebbef9a3f7c67178f2",
);
const initial = words("6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19");

function words(hex: string): number[] {
  const list: number[] = [];
  for (let at = 0; at < hex.length; at += 8) list.push(parseInt(hex.slice(at, at + 8), 16) | 0);
  return list;
}

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

// A name of its own spares the engine a search among the globals at each of very many places.
const toNumber = Number;

/** An item of a list that is long enough. */
export const at = (list: ArrayLike<number>, index: number): number => toNumber(list[index]);

/** The bytes, a one, zeros, and the length in bits at the end of the last block (5.1.1). */
function padded(content: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(((content.length + 8) >> 6) * 64 + 64);
  bytes.set(content);
  bytes[content.length] = 0x80;
  const high = Math.floor(content.length / 0x20000000);
  [high, content.length << 3].forEach((word, index) => {
    for (let byte = 0; byte < 4; byte++)
      bytes[bytes.length - 8 + 4 * index + byte] = word >>> (24 - 8 * byte);
  });
  return bytes;
}

/** The digest of bytes, as 64 lower-case hexadecimal digits. */
export function sha256(content: readonly number[]): string {
  const bytes = padded(content);
  const state = initial.slice();
  const schedule = new Int32Array(64);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let index = 0; index < 16; index++) {
      const from = block + index * 4;
      schedule[index] =
        (at(bytes, from) << 24) |
        (at(bytes, from + 1) << 16) |
        (at(bytes, from + 2) << 8) |
        at(bytes, from + 3);
    }
    for (let index = 16; index < 64; index++) {
      const x = at(schedule, index - 15);
      const y = at(schedule, index - 2);
      const small = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
      const large = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10);
      schedule[index] = (at(schedule, index - 16) + small + at(schedule, index - 7) + large) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let index = 0; index < 64; index++) {
      const choice = (e & f) ^ (~e & g);
      const first =
        (h +
          (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) +
          choice +
          at(constants, index) +
          at(schedule, index)) |
        0;
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const second = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + majority) | 0;
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
      state[index] = (at(state, index) + word) | 0;
    });
  }
  return state.map((word) => `0000000${(word >>> 0).toString(16)}`.slice(-8)).join("");
}

/** The digest of a text in UTF-8. */
export function sha256OfText(text: string): string {
  return sha256(utf8(text));
}

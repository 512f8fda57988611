import { at } from "../canonical/sha256";
import { fromHex } from "./bytes";

/** SHA-512 (FIPS 180-4), in halves of 32 bits, for engines that have none. */

// The fractional parts of the cube roots and the square roots of the first primes (4.2.3, 5.3.5).
const constants = halves(
  "428a2f98d728ae227137449123ef65cdb5c0fbcfec4d3b2fe9b5dba58189dbbc" +
    "3956c25bf348b53859f111f1b605d019923f82a4af194f9bab1c5ed5da6d8118" +
    "d807aa98a303024212835b0145706fbe243185be4ee4b28c550c7dc3d5ffb4e2" +
    "72be5d74f27b896f80deb1fe3b1696b19bdc06a725c71235c19bf174cf692694" +
    "e49b69c19ef14ad2efbe4786384f25e30fc19dc68b8cd5b5240ca1cc77ac9c65" +
    "2de92c6f592b02754a7484aa6ea6e4835cb0a9dcbd41fbd476f988da831153b5" +
    "983e5152ee66dfaba831c66d2db43210b00327c898fb213fbf597fc7beef0ee4" +
    "c6e00bf33da88fc2d5a79147930aa72506ca6351e003826f142929670a0e6e70" +
    "27b70a8546d22ffc2e1b21385c26c9264d2c6dfc5ac42aed53380d139d95b3df" +
    "650a73548baf63de766a0abb3c77b2a881c2c92e47edaee692722c851482353b" +
    "a2bfe8a14cf10364a81a664bbc423001c24b8b70d0f89791c76c51a30654be30" +
    "d192e819d6ef5218d69906245565a910f40e35855771202a106aa07032bbd1b8" +
    "19a4c116b8d2d0c81e376c085141ab532748774cdf8eeb9934b0bcb5e19b48a8" +
    "391c0cb3c5c95a634ed8aa4ae3418acb5b9cca4f7763e373682e6ff3d6b2b8a3" +
    "748f82ee5defb2fc78a5636f43172f6084c87814a1f0ab728cc702081a6439ec" +
    "90befffa23631e28a4506cebde82bde9bef9a3f7b2c67915c67178f2e372532b" +
    "ca273eceea26619cd186b8c721c0c207eada7dd6cde0eb1ef57d4f7fee6ed178" +
    "06f067aa72176fba0a637dc5a2c898a6113f9804bef90dae1b710b35131c471b" +
    "28db77f523047d8432caab7b40c724933c9ebe0a15c9bebc431d67c49c100d4c" +
    "4cc5d4becb3e42b6597f299cfc657e2a5fcb6fab3ad6faec6c44198c4a475817",
);
const initial = halves(
  "6a09e667f3bcc908bb67ae8584caa73b3c6ef372fe94f82ba54ff53a5f1d36f1" +
    "510e527fade682d19b05688c2b3e6c1f1f83d9abfb41bd6b5be0cd19137e2179",
);

/** Words of 64 bits as pairs of 32, the higher first. */
function halves(hex: string): number[] {
  return wordsOf(fromHex(hex));
}

function wordsOf(bytes: readonly number[]): number[] {
  const list: number[] = [];
  for (let from = 0; from < bytes.length; from += 4)
    list.push(
      (at(bytes, from) << 24) |
        (at(bytes, from + 1) << 16) |
        (at(bytes, from + 2) << 8) |
        at(bytes, from + 3),
    );
  return list;
}

const bytesOf = (word: number): number[] => [24, 16, 8, 0].map((by) => (word >>> by) & 0xff);

/** One half of a pair turned right; the other half comes from the same pair the other way round. */
function turned(high: number, low: number, by: number): number {
  if (by < 32) return (high >>> by) | (low << (32 - by));
  return (low >>> (by - 32)) | (high << (64 - by));
}

type Three = readonly [number, number, number];

/** Three turns exclusive-or'd; where the last is a shift, what it pushes out is gone. */
function mixed(high: number, low: number, [a, b, c]: Three, shifts: boolean): [number, number] {
  let lastHigh = turned(high, low, c);
  if (shifts) lastHigh = high >>> c;
  return [
    turned(high, low, a) ^ turned(high, low, b) ^ lastHigh,
    turned(low, high, a) ^ turned(low, high, b) ^ turned(low, high, c),
  ];
}

/** The sum of pairs, modulo 2 to the 64. */
function sum(...pairs: readonly (readonly [number, number])[]): [number, number] {
  let high = 0;
  let low = 0;
  for (const [upper, lower] of pairs) {
    high += upper >>> 0;
    low += lower >>> 0;
  }
  return [(high + Math.floor(low / 0x100000000)) | 0, low | 0];
}

const pair = (list: readonly number[], index: number): [number, number] => [
  at(list, 2 * index),
  at(list, 2 * index + 1),
];

/** The 64 bytes of the digest. */
export function sha512(content: readonly number[]): number[] {
  const bytes = content.slice();
  bytes.push(0x80);
  while (bytes.length % 128 !== 112) bytes.push(0);
  // The length takes 128 bits; a mail is far from needing more than the last 32.
  for (let zeros = 0; zeros < 12; zeros++) bytes.push(0);
  const length = content.length * 8;
  bytes.push(...bytesOf(length));

  const state = initial.slice();
  for (let block = 0; block < bytes.length; block += 128) {
    const schedule = wordsOf(bytes.slice(block, block + 128));
    for (let index = 16; index < 80; index++) {
      const x = pair(schedule, index - 15);
      const y = pair(schedule, index - 2);
      const next = sum(
        pair(schedule, index - 16),
        mixed(x[0], x[1], [1, 8, 7], true),
        pair(schedule, index - 7),
        mixed(y[0], y[1], [19, 61, 6], true),
      );
      schedule.push(next[0], next[1]);
    }
    const work: [number, number][] = [];
    for (let index = 0; index < 8; index++) work.push(pair(state, index));
    let [a, b, c, d, e, f, g, h] = work as [
      [number, number],
      [number, number],
      [number, number],
      [number, number],
      [number, number],
      [number, number],
      [number, number],
      [number, number],
    ];
    for (let index = 0; index < 80; index++) {
      const first = sum(
        h,
        mixed(e[0], e[1], [14, 18, 41], false),
        [(e[0] & f[0]) ^ (~e[0] & g[0]), (e[1] & f[1]) ^ (~e[1] & g[1])],
        pair(constants, index),
        pair(schedule, index),
      );
      const second = sum(mixed(a[0], a[1], [28, 34, 39], false), [
        (a[0] & b[0]) ^ (a[0] & c[0]) ^ (b[0] & c[0]),
        (a[1] & b[1]) ^ (a[1] & c[1]) ^ (b[1] & c[1]),
      ]);
      [h, g, f, e, d, c, b, a] = [g, f, e, sum(d, first), c, b, a, sum(first, second)];
    }
    [a, b, c, d, e, f, g, h].forEach((word, index) => {
      [state[2 * index], state[2 * index + 1]] = sum(pair(state, index), word);
    });
  }
  const digest: number[] = [];
  for (const word of state) digest.push(...bytesOf(word));
  return digest;
}

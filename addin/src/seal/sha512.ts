import { cubeRoots, squareRoots } from "../canonical/roots";
import { padded } from "../canonical/sha256";

/** SHA-512 (FIPS 180-4), in pairs of 32 bits, the higher first, for engines that have none. */

const flat = (pairs: readonly (readonly [number, number])[]): Int32Array => {
  const words = new Int32Array(2 * pairs.length);
  pairs.forEach((pair, index) => words.set(pair, 2 * index));
  return words;
};

const constants = flat(cubeRoots);
const initial = flat(squareRoots);

const at = (words: Int32Array, index: number): number => Number(words[index]);

/** One half of a pair turned right; the other half comes from the same pair the other way round. */
function turned(high: number, low: number, by: number): number {
  if (by < 32) return (high >>> by) | (low << (32 - by));
  return turned(low, high, by - 32);
}

/** Three turns exclusive-or'd. */
const mixed = (high: number, low: number, a: number, b: number, c: number): number =>
  turned(high, low, a) ^ turned(high, low, b) ^ turned(high, low, c);

/** Sums of pairs, modulo 2 to the 64. */
class Sum {
  private high = 0;
  private low = 0;

  add(high: number, low: number): this {
    this.high += high;
    this.low += low >>> 0;
    return this;
  }

  /** Adds the pair of this number. */
  of(words: Int32Array, pair: number): this {
    return this.add(at(words, 2 * pair), at(words, 2 * pair + 1));
  }

  into(words: Int32Array, pair: number): void {
    words[2 * pair] = this.high + Math.floor(this.low / 0x100000000);
    words[2 * pair + 1] = this.low;
  }
}

/** The 64 bytes of the digest. */
export function sha512(content: Uint8Array): Uint8Array {
  const message = padded(content, 128);
  const state = initial.slice();
  const schedule = new Int32Array(160);
  for (let block = 0; block < message.byteLength; block += 128) {
    for (let word = 0; word < 32; word++) schedule[word] = message.getInt32(block + 4 * word);
    for (let index = 16; index < 80; index++) {
      const [x, xLow] = [at(schedule, 2 * index - 30), at(schedule, 2 * index - 29)];
      const [y, yLow] = [at(schedule, 2 * index - 4), at(schedule, 2 * index - 3)];
      new Sum()
        .of(schedule, index - 16)
        .of(schedule, index - 7)
        .add(turned(x, xLow, 1) ^ turned(x, xLow, 8) ^ (x >>> 7), mixed(xLow, x, 1, 8, 7))
        .add(turned(y, yLow, 19) ^ turned(y, yLow, 61) ^ (y >>> 6), mixed(yLow, y, 19, 61, 6))
        .into(schedule, index);
    }
    const work = state.slice();
    for (let index = 0; index < 80; index++) round(work, schedule, index);
    for (let index = 0; index < 8; index++)
      new Sum().of(state, index).of(work, index).into(state, index);
  }
  const digest = new DataView(new ArrayBuffer(64));
  state.forEach((word, index) => digest.setInt32(4 * index, word));
  return new Uint8Array(digest.buffer);
}

/** One of the 80 rounds of a block (6.4.2), on a to h. */
function round(work: Int32Array, schedule: Int32Array, index: number): void {
  const choice = (half: number): number =>
    (at(work, 8 + half) & at(work, 10 + half)) ^ (~at(work, 8 + half) & at(work, 12 + half));
  const majority = (half: number): number =>
    (at(work, half) & at(work, 2 + half)) ^
    (at(work, half) & at(work, 4 + half)) ^
    (at(work, 2 + half) & at(work, 4 + half));
  const [a, aLow, e, eLow] = [at(work, 0), at(work, 1), at(work, 8), at(work, 9)];
  const first = new Sum()
    .of(work, 7)
    .add(mixed(e, eLow, 14, 18, 41), mixed(eLow, e, 14, 18, 41))
    .add(choice(0), choice(1))
    .of(constants, index)
    .of(schedule, index);
  first.into(work, 7);
  const second = new Sum()
    .of(work, 7)
    .add(mixed(a, aLow, 28, 34, 39), mixed(aLow, a, 28, 34, 39))
    .add(majority(0), majority(1));
  first.of(work, 3).into(work, 3);
  // What was h is the new a, and all others move on by one.
  work.copyWithin(2, 0, 14);
  second.into(work, 0);
}

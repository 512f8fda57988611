/**
 * Numbers modulo 2 to the 255 minus 19 (RFC 8032, section 5.1), in twelve limbs of 22 bits, the lowest first. Limbs lie around zero: one
 * that was carried is at most 2 to the 21 and a little. A product adds twelve products of two limbs, and stays below 2 to the 53, up to where
 * numbers are exact, while neither factor is a sum of more than a dozen that were carried.
 */
export type Field = Float64Array;

const size = 12;
const base = 0x400000;

/** What is carried out of the highest limb comes in again at the lowest: 2 to the 264 is 19 times 2 to the 9. */
const around = 9728;

// Of one kind of list only, as in sha256.ts.
const toNumber = Number;
const at = (list: Float64Array, index: number): number => toNumber(list[index]);

/** A number in limbs of so many bits, from bytes, the lowest first. What has no place in that many limbs is left out. */
export function limbsOf(bytes: Uint8Array, width: number, count: number): Float64Array {
  const limbs = new Float64Array(count);
  bytes.forEach((byte, index) => {
    const place = Math.floor((8 * index) / width);
    const value = byte * 2 ** ((8 * index) % width);
    const high = Math.floor(value / 2 ** width);
    limbs[place] = at(limbs, place) + value - high * 2 ** width;
    limbs[place + 1] = high;
  });
  return limbs;
}

/** A number from 32 bytes, the lowest first; the highest bit is no part of it. */
export function unpack(bytes: Uint8Array): Field {
  const own = Uint8Array.from(bytes);
  own[31] = Number(own[31]) & 0x7f;
  return limbsOf(own, 22, size);
}

export const zero: Field = new Float64Array(size);
export const one: Field = zero.slice();
one[0] = 1;

/** Carries from these limbs to those above them; `half` leaves limbs around zero. */
function carry(limbs: Float64Array, from: number, to: number, half: number): void {
  for (let index = from; index < to; index++) {
    const limb = at(limbs, index);
    const over = Math.floor((limb + half) / base);
    limbs[index] = limb - over * base;
    limbs[index + 1] = at(limbs, index + 1) + over;
  }
}

/** A number and so many times another. */
function sum(a: Field, b: Field, times: number): Field {
  const limbs = new Float64Array(size);
  for (let index = 0; index < size; index++) limbs[index] = at(a, index) + times * at(b, index);
  return limbs;
}

export const add = (a: Field, b: Field): Field => sum(a, b, 1);

export const subtract = (a: Field, b: Field): Field => sum(a, b, -1);

// One for all products: nothing else runs meanwhile.
const product = new Float64Array(2 * size);

export function multiply(a: Field, b: Field): Field {
  product.fill(0);
  for (let i = 0; i < size; i++) {
    const limb = at(a, i);
    for (let j = 0; j < size; j++) product[i + j] = (product[i + j] || 0) + limb * (b[j] || 0);
  }
  carry(product, 0, 2 * size - 1, base / 2);
  const limbs = new Float64Array(size);
  for (let index = 0; index < size; index++)
    limbs[index] = at(product, index) + around * at(product, index + size);
  // The highest limb has no other above it.
  const top = size - 1;
  carry(limbs, 0, top, base / 2);
  const over = Math.floor((at(limbs, top) + base / 2) / base);
  limbs[top] = at(limbs, top) - over * base;
  limbs[0] = at(limbs, 0) + around * over;
  carry(limbs, 0, 1, base / 2);
  return limbs;
}

/** The square of the square, and so on. */
export function squared(a: Field, times: number): Field {
  let result = a;
  for (let time = 0; time < times; time++) result = multiply(result, result);
  return result;
}

/** The power of (p - 5) / 8, which is 2 to the 252 minus 3: of ones in binary, 1, 2, 4 and so on up to 250, and 01. */
export function rooted(a: Field): Field {
  let result = a;
  let ones = 1;
  for (const more of [1, 1, 1, 1, 0, 1, 0]) {
    result = multiply(squared(result, ones), result);
    ones *= 2;
    if (more === 0) continue;
    result = multiply(squared(result, 1), a);
    ones++;
  }
  return multiply(squared(result, 2), a);
}

/** The power of p - 2, which is 8 times that of `rooted` and 3. */
export const invert = (a: Field): Field =>
  multiply(squared(rooted(a), 3), multiply(squared(a, 1), a));

/** The 32 bytes of the number itself, from 0 up to the modulus, the lowest first. */
export function pack(a: Field): Uint8Array {
  const limbs = Float64Array.of(...a, 0);
  const top = size - 1;
  // What is above 2 to the 255, which is 13 bits of the highest limb, or below zero; again, for what that carries; and once more with 19
  // lent to it, which takes what is not below the modulus above 2 to the 255.
  for (const lent of [0, 0, 19]) {
    limbs[0] = at(limbs, 0) + lent;
    carry(limbs, 0, top, 0);
    const over = Math.floor(at(limbs, top) / 0x2000);
    limbs[top] = at(limbs, top) - over * 0x2000;
    limbs[0] = at(limbs, 0) + 19 * over - lent;
  }
  carry(limbs, 0, top, 0);
  return new Uint8Array(32).map((_, index) => {
    const place = Math.floor((8 * index) / 22);
    const shift = (8 * index) % 22;
    return (at(limbs, place) >> shift) | (at(limbs, place + 1) << (22 - shift));
  });
}

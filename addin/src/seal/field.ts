import { at } from "../canonical/sha256";
import { fromHex } from "./bytes";

/**
 * Numbers modulo 2 to the 255 minus 19 (RFC 8032, section 5.1), in sixteen limbs of 16 bits, the lowest first. Limbs may be a little
 * larger or below nothing until they are carried: a product of two sums of sums stays far below 2 to the 53.
 */
export type Field = readonly number[];

const size = 16;
const base = 0x10000;
const floor = Math.floor;

/** What is carried out of the highest limb comes in again at the lowest: 2 to the 256 is 38. */
const around = 38;

export const zero: Field = new Array<number>(size).fill(0);
export const one: Field = [1].concat(zero.slice(1));

/** A number from 64 hexadecimal digits, the highest first. */
export const fieldOf = (hex: string): Field => unpack(fromHex(hex).reverse());

/** A number from 32 bytes, the lowest first; the highest bit is no part of it. */
export function unpack(bytes: readonly number[]): Field {
  const limbs: number[] = [];
  for (let index = 0; index < size; index++)
    limbs.push(at(bytes, 2 * index) + 256 * at(bytes, 2 * index + 1));
  limbs[size - 1] = at(limbs, size - 1) & 0x7fff;
  return limbs;
}

function carried(limbs: number[]): number[] {
  for (let round = 0; round < 2; round++) {
    let carry = 0;
    for (let index = 0; index < size; index++) {
      const limb = at(limbs, index) + carry;
      carry = floor(limb / base);
      limbs[index] = limb - carry * base;
    }
    limbs[0] = at(limbs, 0) + around * carry;
  }
  return limbs;
}

export const add = (a: Field, b: Field): Field => a.map((limb, index) => limb + at(b, index));

export const subtract = (a: Field, b: Field): Field => a.map((limb, index) => limb - at(b, index));

// One for all products: nothing else runs meanwhile.
const product = new Float64Array(2 * size);

export function multiply(a: Field, b: Field): Field {
  product.fill(0);
  for (let i = 0; i < size; i++) {
    const limb = at(a, i);
    for (let j = 0; j < size; j++) product[i + j] = at(product, i + j) + limb * at(b, j);
  }
  const limbs: number[] = [];
  for (let index = 0; index < size; index++)
    limbs.push(at(product, index) + around * at(product, index + size));
  return carried(limbs);
}

export const square = (a: Field): Field => multiply(a, a);

/** The power whose exponent stands in hexadecimal digits, the highest first. */
export function power(a: Field, exponent: string): Field {
  let result = one;
  for (const digit of exponent) {
    const bits = parseInt(digit, 16);
    for (let bit = 3; bit >= 0; bit--) {
      result = square(result);
      if (((bits >> bit) & 1) === 1) result = multiply(result, a);
    }
  }
  return result;
}

const inverseExponent = `7${"f".repeat(61)}eb`;

export const invert = (a: Field): Field => power(a, inverseExponent);

/** The 32 bytes of the number itself, from 0 up to the modulus, the lowest first. */
export function pack(a: Field): number[] {
  let limbs = carried(carried(a.slice()));
  // At most twice the modulus is in it.
  for (let round = 0; round < 2; round++) {
    const less = limbs.slice();
    less[0] = at(less, 0) - 0xffed;
    for (let index = 1; index < size - 1; index++) less[index] = at(less, index) - 0xffff;
    less[size - 1] = at(less, size - 1) - 0x7fff;
    for (let index = 0; index < size - 1; index++) {
      const carry = floor(at(less, index) / base);
      less[index] = at(less, index) - carry * base;
      less[index + 1] = at(less, index + 1) + carry;
    }
    if (at(less, size - 1) >= 0) limbs = less;
  }
  const bytes: number[] = [];
  for (const limb of limbs) bytes.push(limb & 0xff, (limb >> 8) & 0xff);
  return bytes;
}

export const isSame = (a: Field, b: Field): boolean => pack(a).join() === pack(b).join();

/** Whether the lowest bit is set: what tells a number from its negative. */
export const isOdd = (a: Field): boolean => (at(pack(a), 0) & 1) === 1;

import { fromHex, isEqual, joined } from "./bytes";
import {
  add,
  type Field,
  invert,
  limbsOf,
  multiply,
  one,
  pack,
  rooted,
  squared,
  subtract,
  unpack,
  zero,
} from "./field";
import { sha512 } from "./sha512";

/** Verification of Ed25519 signatures (RFC 8032, section 5.1.7), for engines without `crypto` and BigInt. */

/** x = X/Z, y = Y/Z, x * y = T/Z (5.1.4). */
interface Point {
  readonly x: Field;
  readonly y: Field;
  readonly z: Field;
  readonly t: Field;
}

/** Bytes from 64 hexadecimal digits, the highest first; the lowest byte first. */
const number = (hex: string): Uint8Array => fromHex(hex).reverse();

const d = unpack(number("52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3"));
const doubleD = add(d, d);
// 2 to the (p - 1)/4, which is twice the power of `rooted`, and one more.
const rootOfMinusOne = (): Field => {
  const two = add(one, one);
  return multiply(squared(rooted(two), 1), two);
};

/** The order of the base point. */
const order = number("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");

const neutral: Point = { x: zero, y: one, z: one, t: zero };

function affine(x: Field, y: Field): Point {
  return { x, y, z: one, t: multiply(x, y) };
}

function completed(e: Field, f: Field, g: Field, h: Field): Point {
  return { x: multiply(e, f), y: multiply(g, h), z: multiply(f, g), t: multiply(e, h) };
}

function sum(p: Point, q: Point): Point {
  const a = multiply(subtract(p.y, p.x), subtract(q.y, q.x));
  const b = multiply(add(p.y, p.x), add(q.y, q.x));
  const c = multiply(multiply(p.t, doubleD), q.t);
  const zz = multiply(p.z, q.z);
  const twice = add(zz, zz);
  return completed(subtract(b, a), subtract(twice, c), add(twice, c), add(b, a));
}

function twice(p: Point): Point {
  const a = squared(p.x, 1);
  const b = squared(p.y, 1);
  const zz = squared(p.z, 1);
  const h = add(a, b);
  const g = subtract(a, b);
  return completed(subtract(h, squared(add(p.x, p.y), 1)), add(add(zz, zz), g), g, h);
}

const negative = (p: Point): Point => ({
  x: subtract(zero, p.x),
  y: p.y,
  z: p.z,
  t: subtract(zero, p.t),
});

const isSame = (a: Field, b: Field): boolean => isEqual(pack(a), pack(b));

/** Whether the lowest bit is set: what tells a number from its negative. */
const isOdd = (a: Field): boolean => (Number(pack(a)[0]) & 1) === 1;

/** The point of 32 bytes (5.1.3); undefined where there is none, or where they are not the one way to write it. */
function decoded(bytes: Uint8Array): Point | undefined {
  const isNegative = Number(bytes[31]) > 0x7f;
  const y = unpack(bytes);
  const yy = squared(y, 1);
  const u = subtract(yy, one);
  const v = add(multiply(d, yy), one);
  // The root of u/v, without a division.
  const v3 = multiply(squared(v, 1), v);
  const v7 = multiply(squared(v3, 1), v);
  let x = multiply(multiply(u, v3), rooted(multiply(u, v7)));
  const check = multiply(v, squared(x, 1));
  if (!isSame(check, u)) {
    if (!isSame(check, subtract(zero, u))) return undefined;
    x = multiply(x, rootOfMinusOne());
  }
  if (isOdd(x) !== isNegative) x = subtract(zero, x);
  if (isEqual(encoded(x, y), bytes)) return affine(x, y);
  return undefined;
}

/** The 32 bytes of a point (5.1.2). */
function encoded(x: Field, y: Field): Uint8Array {
  const bytes = pack(y);
  if (isOdd(x)) bytes[31] = Number(bytes[31]) | 0x80;
  return bytes;
}

/** Whether a number, the lowest byte first, is below the order. */
function isBelowOrder(scalar: Uint8Array): boolean {
  let below = false;
  scalar.forEach((byte, index) => {
    const other = Number(order[index]);
    if (byte !== other) below = byte < other;
  });
  return below;
}

// Scalars are in limbs of 12 bits: the order is 2 to the 252, which is 21 limbs, and this.
const overOrder = limbsOf(order.slice(0, 16), 12, 11);
const limbs = 21;

/**
 * What is left of a number of 64 bytes when it is divided by the order. Each limb above 2 to the 252 is worth so many times less of `overOrder`
 * below; without carrying in between, no limb comes near 2 to the 53. The first round leaves less than 2 to the 36 times too much, the others
 * what they carry. What would end between 2 to the 252 and the order, one hash in 2 to the 127, is not found to be signed.
 */
function reduced(bytes: Uint8Array): Float64Array {
  const rest = limbsOf(bytes, 12, 2 * limbs + 1);
  const at = (index: number): number => Number(rest[index]);
  for (let round = 0; round < 4; round++) {
    for (let index = 2 * limbs; index >= limbs; index--) {
      const times = at(index);
      rest[index] = 0;
      overOrder.forEach((limb, place) => {
        rest[index - limbs + place] = at(index - limbs + place) - times * limb;
      });
    }
    for (let index = 0; index < limbs; index++) {
      const over = Math.floor(at(index) / 0x1000);
      rest[index] = at(index) - over * 0x1000;
      rest[index + 1] = at(index + 1) + over;
    }
  }
  return rest;
}

/** The two bits of a scalar from twice this index on. */
const pair = (scalar: Float64Array, index: number): number =>
  (Number(scalar[Math.floor(index / 6)]) >> (2 * (index % 6))) & 3;

/** a times P plus b times Q, both at once, two bits at a time. */
function combined(a: Float64Array, p: Point, b: Float64Array, q: Point): Point {
  // At a + 4b, a times P plus b times Q.
  const sums: Point[] = [];
  let first = neutral;
  for (let row = 0; row < 4; row++) {
    let point = first;
    for (let column = 0; column < 4; column++) {
      sums.push(point);
      point = sum(point, p);
    }
    first = sum(first, q);
  }
  let result = neutral;
  for (let index = 126; index >= 0; index--) {
    result = twice(twice(result));
    const more = sums[pair(a, index) + 4 * pair(b, index)];
    if (more !== undefined) result = sum(result, more);
  }
  return result;
}

/** y is 4/5, x even (5.1). */
const generator = number(`${"66".repeat(31)}58`);

/** Whether these 64 bytes are a signature over the message by the key with these 32 bytes. Anything else is none. */
export function verifies(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  const point = signature.slice(0, 32);
  const scalar = signature.slice(32);
  const key = decoded(publicKey);
  const base = decoded(generator);
  if (key === undefined || base === undefined || !isBelowOrder(scalar)) return false;
  const challenge = reduced(sha512(joined(point, publicKey, message)));
  const { x, y, z } = combined(limbsOf(scalar, 12, 22), base, challenge, negative(key));
  const inverse = invert(z);
  return isEqual(encoded(multiply(x, inverse), multiply(y, inverse)), point);
}

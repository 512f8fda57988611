import { at } from "../canonical/sha256";
import { fromHex } from "./bytes";
import {
  add,
  type Field,
  fieldOf,
  invert,
  isOdd,
  isSame,
  multiply,
  one,
  pack,
  power,
  square,
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

const d = fieldOf("52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3");
const doubleD = add(d, d);
const rootOfMinusOne = fieldOf("2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0");
const rootExponent = `0${"f".repeat(62)}d`;

/** The order of the base point, the lowest byte first. */
const order = fromHex("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed").reverse();

const neutral: Point = { x: zero, y: one, z: one, t: zero };
const generator = affine(
  fieldOf("216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a"),
  fieldOf("6666666666666666666666666666666666666666666666666666666666666658"),
);

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
  const a = square(p.x);
  const b = square(p.y);
  const zz = square(p.z);
  const h = add(a, b);
  const g = subtract(a, b);
  return completed(subtract(h, square(add(p.x, p.y))), add(add(zz, zz), g), g, h);
}

const negative = (p: Point): Point => ({
  x: subtract(zero, p.x),
  y: p.y,
  z: p.z,
  t: subtract(zero, p.t),
});

/** The point of 32 bytes (5.1.3); undefined where there is none, or where they are not the one way to write it. */
function decoded(bytes: readonly number[]): Point | undefined {
  const isNegative = at(bytes, 31) > 0x7f;
  const y = unpack(bytes);
  const yy = square(y);
  const u = subtract(yy, one);
  const v = add(multiply(d, yy), one);
  // The root of u/v, without a division.
  const v3 = multiply(square(v), v);
  const v7 = multiply(square(v3), v);
  let x = multiply(multiply(u, v3), power(multiply(u, v7), rootExponent));
  const check = multiply(v, square(x));
  if (!isSame(check, u)) {
    if (!isSame(check, subtract(zero, u))) return undefined;
    x = multiply(x, rootOfMinusOne);
  }
  if (isSame(x, zero) && isNegative) return undefined;
  if (isOdd(x) !== isNegative) x = subtract(zero, x);
  if (encoded(affine(x, y)).join() !== bytes.join()) return undefined;
  return affine(x, y);
}

function encoded(p: Point): number[] {
  const inverse = invert(p.z);
  const bytes = pack(multiply(p.y, inverse));
  if (isOdd(multiply(p.x, inverse))) bytes[31] = at(bytes, 31) | 0x80;
  return bytes;
}

/** Whether a number, the lowest byte first, is below the order. */
function isBelowOrder(scalar: readonly number[]): boolean {
  for (let index = 31; index >= 0; index--)
    if (at(scalar, index) !== at(order, index)) return at(scalar, index) < at(order, index);
  return false;
}

const bit = (bytes: readonly number[], index: number): number =>
  (at(bytes, index >> 3) >> (index & 7)) & 1;

/** What is left of a number when it is divided by the order; both the lowest byte first. */
function reduced(number: readonly number[]): number[] {
  let rest = new Array<number>(32).fill(0);
  for (let index = number.length * 8 - 1; index >= 0; index--) {
    let carry = bit(number, index);
    rest = rest.map((byte) => {
      const next = byte * 2 + carry;
      carry = next >> 8;
      return next & 0xff;
    });
    if (isBelowOrder(rest)) continue;
    let borrow = 0;
    rest = rest.map((byte, place) => {
      const next = byte - at(order, place) - borrow;
      borrow = 0;
      if (next < 0) borrow = 1;
      return next & 0xff;
    });
  }
  return rest;
}

/** a times P plus b times Q, both at once. */
function combined(a: readonly number[], p: Point, b: readonly number[], q: Point): Point {
  const both = sum(p, q);
  let result = neutral;
  for (let index = 255; index >= 0; index--) {
    result = twice(result);
    const which = bit(a, index) + 2 * bit(b, index);
    if (which === 1) result = sum(result, p);
    else if (which === 2) result = sum(result, q);
    else if (which === 3) result = sum(result, both);
  }
  return result;
}

/** Whether these 64 bytes are a signature over the message by the key with these 32 bytes. Anything else is none. */
export function verifies(
  message: readonly number[],
  signature: readonly number[],
  publicKey: readonly number[],
): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  const point = signature.slice(0, 32);
  const scalar = signature.slice(32);
  const key = decoded(publicKey);
  if (key === undefined || !isBelowOrder(scalar)) return false;
  const challenge = reduced(sha512(point.concat(publicKey, message)));
  return encoded(combined(scalar, generator, challenge, negative(key))).join() === point.join();
}

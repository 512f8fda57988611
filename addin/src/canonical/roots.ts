/**
 * The constants of SHA-512 (FIPS 180-4, 4.2.3 and 5.3.5): the first 64 bits behind the point of the roots of the first primes, as pairs of 32
 * bits, the higher first. Those of SHA-256 (4.2.2, 5.3.3) are the higher of each pair.
 */

const word = 0x100000000;
const part = 0x40000;

/** The first primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let one = 2; found.length < count; one++)
    if (found.every((prime) => one % prime !== 0)) found.push(one);
  return found;
}

/**
 * Behind the point of a cube root. A double holds the first 32 bits x. What the prime lacks to x cubed, with x = a + b in parts of 18 bits, is
 * taken off part by part, so that no step needs more than the 53 bits that a double has; the rest follows from it (Newton).
 */
function behindThePoint(prime: number): [number, number] {
  const x = Math.floor(Math.cbrt(prime) * word);
  const a = Math.round(x / part);
  const b = x - a * part;
  const rest =
    (((prime * 0x40000000000 - a * a * a) * part - 3 * a * a * b) * part - 3 * a * b * b) * part -
    b * b * b;
  const near = rest / (3 * x * x);
  return [x | 0, Math.floor((rest / (3 * x * (x + near))) * word) | 0];
}

/** Of the cube roots, 80 pairs. */
export const cubeRoots: readonly (readonly [number, number])[] = primes(80).map(behindThePoint);

/** Of the square roots, 8 pairs. */
export const squareRoots: readonly (readonly [number, number])[] = [
  [0x6a09e667, 0xf3bcc908],
  [0xbb67ae85, 0x84caa73b],
  [0x3c6ef372, 0xfe94f82b],
  [0xa54ff53a, 0x5f1d36f1],
  [0x510e527f, 0xade682d1],
  [0x9b05688c, 0x2b3e6c1f],
  [0x1f83d9ab, 0xfb41bd6b],
  [0x5be0cd19, 0x137e2179],
];

/**
 * The constants of SHA-512 (FIPS 180-4, 4.2.3 and 5.3.5): the first 64 bits behind the point of the roots of the first primes, as pairs of 32
 * bits, the higher first. Those of SHA-256 (4.2.2, 5.3.3) are the higher of each pair.
 */

type Pair = readonly [high: number, low: number];

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
 * Behind the point of a root. A double holds the first 32 bits x. What the prime lacks to x squared or cubed, with x = a + b in parts of 18
 * bits, is taken off part by part, so that no step needs more than the 53 bits that a double has; the rest follows from it (Newton).
 */
function behindThePoint(
  root: number,
  lack: (a: number, b: number) => number,
  slope: (x: number, rest: number) => number,
): Pair {
  const x = Math.floor(root * word);
  const a = Math.round(x / part);
  const rest = lack(a, x - a * part);
  return [x | 0, Math.floor((rest / slope(x, rest / slope(x, 0))) * word) | 0];
}

/** Of the cube roots, 80 pairs. */
export const cubeRoots: readonly Pair[] = primes(80).map((prime) =>
  behindThePoint(
    Math.cbrt(prime),
    (a, b) =>
      (((prime * 0x40000000000 - a * a * a) * part - 3 * a * a * b) * part - 3 * a * b * b) * part -
      b * b * b,
    (x, rest) => 3 * x * (x + rest),
  ),
);

/** Of the square roots, 8 pairs. */
export const squareRoots: readonly Pair[] = primes(8).map((prime) =>
  behindThePoint(
    Math.sqrt(prime),
    (a, b) => ((prime * 0x10000000 - a * a) * part - 2 * a * b) * part - b * b,
    (x, rest) => 2 * x + rest,
  ),
);

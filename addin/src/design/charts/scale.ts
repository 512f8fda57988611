/** The marks of an axis from 0 on: at most six, at steps that people count in; the last is not below `most`. */
export function ticksTo(most: number): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / 5;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * size >= rough) ?? 10) * size;
  const count = Math.ceil(most / step - 1e-9);
  // Multiplied and not summed up: 0.1 three times is not 0.3.
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Some of many, evenly, with the first and the last. */
export function someOf<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => {
    const at = Math.round((index * (all.length - 1)) / (most - 1));
    return all.slice(at, at + 1);
  }).flat();
}

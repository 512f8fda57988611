/** One word or sentence of the screens, or what makes one, with the way to it: "sign.keyList.0.1". */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Everything that words hold, however deep. */
export function leavesOf(words: unknown, path = ""): Leaf[] {
  if (typeof words !== "object" || words === null) return [{ path, value: words }];
  return Object.entries(words).flatMap(([name, value]) =>
    leavesOf(value, path === "" ? name : `${path}.${name}`),
  );
}

/** What a leaf says of what it is given; undefined where it can say nothing of it. */
export function say(leaf: unknown, given: readonly unknown[]): unknown {
  if (typeof leaf !== "function") return leaf;
  try {
    const said: unknown = Reflect.apply(leaf, undefined, given);
    return typeof said === "function" ? say(said, given) : said;
  } catch (error) {
    // It takes something else, such as a list where it was given a number.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A text, a number and a list for each place of a function, in every combination. No two values are alike. */
export function givenFor(places: number): unknown[][] {
  if (places === 0) return [[]];
  const rest = givenFor(places - 1);
  const at = String(places);
  return [`Qu${at}x`, 12 + places, [`Za${at}x`, `Zb${at}x`], places % 2 === 0].flatMap((value) =>
    rest.map((others) => [...others, value]),
  );
}

/** The texts and numbers of what was given that a sentence repeats. */
export const repeated = (said: string, given: readonly unknown[]): string[] =>
  given
    .flat()
    .filter((value) => typeof value !== "boolean")
    .map(String)
    .filter((value) => said.includes(value));

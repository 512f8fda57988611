import { packDocx, type WordParts } from "../../wordParts";
import { simulateWord, type WordOptions } from "./word";

/** Opens a small document of the given parts. */
export const openWord = async (parts: WordParts, options: Omit<WordOptions, "docx"> = {}) =>
  simulateWord({ docx: await packDocx(parts), ...options });

/** What a promise is rejected with; one that is kept fails the test. */
export async function failure(promise: PromiseLike<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`It did not fail, and gave ${String(value)}.`);
}

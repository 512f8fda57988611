import type { Notice } from "../api/problems";
import { OfficeCallError } from "../host/officeCall";

/** What is said of a refusal of Office: what happened, and what to do. */
export type OfficeRefusal = Pick<Notice, "body" | "code">;

/**
 * Asks Office; where it refuses, that is told, and undefined comes back. Any other error is thrown on.
 * @param refusalOf what is said of an error that Office gave; undefined where it is no such error.
 */
export async function withOffice<T>(
  tell: (refusal: OfficeRefusal) => void,
  refusalOf: (error: unknown) => OfficeRefusal | undefined,
  run: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    tell(refusal);
    return undefined;
  }
}

/** What is said of a call that Office refused. */
export const callRefusal =
  (failed: (why: string) => string) =>
  (error: unknown): OfficeRefusal | undefined =>
    error instanceof OfficeCallError
      ? { body: failed(error.message), code: error.code }
      : undefined;

/** A call to Office that failed. */
export class OfficeCallError extends Error {
  override readonly name = "OfficeCallError";

  constructor(
    /** The call, such as `body.setAsync`. */
    readonly call: string,
    /** What Office calls the failure; `NoAnswer` where none came. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The longest that is waited for Office, in milliseconds: a host that is closed in the middle never answers. */
const longest = 30_000;

/** Waits for Office, and no longer than that. */
export function answered<T>(name: string, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new OfficeCallError(name, "NoAnswer", `Office did not answer ${name}.`)),
      longest,
    );
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

type Callback<T> = (result: Office.AsyncResult<T>) => void;

/** A call with a callback, as a promise. */
export function officeCall<T>(name: string, call: (callback: Callback<T>) => void): Promise<T> {
  const answer = new Promise<T>((resolve, reject) => {
    call((result) => {
      // The enumeration of Office.js is there only once its script has run; its values are documented.
      if (String(result.status) === "succeeded") resolve(result.value);
      else reject(new OfficeCallError(name, result.error.name, result.error.message));
    });
  });
  return answered(name, answer);
}

/** A call that gives nothing back. */
export const officeAct = (
  name: string,
  call: (callback: (result: Office.AsyncResult<void>) => void) => void,
): Promise<void> => officeCall(name, call);

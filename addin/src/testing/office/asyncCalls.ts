/** Why a call of the common API or of Outlook's fails, as `Office.Error` has it. */
export interface CallError {
  readonly code: number;
  readonly name: string;
  readonly message: string;
}

/** What goes wrong with a call, by its name such as `body.setAsync`. */
export type CallFault =
  | { readonly fails: CallError }
  /** It throws before it has asked anybody. */
  | { readonly throws: Error }
  /** Its callback is never called: the host was closed, or hangs. */
  | { readonly hangs: true };

/** Calls with a callback, answered later; each can be made to go wrong, and all are kept. */
export class AsyncCalls {
  readonly made: string[] = [];
  private readonly faults = new Map<string, CallFault[]>();

  /** The next call of this name goes wrong; with `times`, so many. */
  breaks(name: string, fault: CallFault, times = 1): void {
    const list = this.faults.get(name) ?? [];
    for (let at = 0; at < times; at++) list.push(fault);
    this.faults.set(name, list);
  }

  /** A method of the shape `(…arguments, options?, callback?)`. */
  method(name: string, answer: (...args: never[]) => unknown) {
    return (...all: unknown[]): void => {
      this.made.push(name);
      const last = all.at(-1);
      const callback = typeof last === "function" ? (last as (result: unknown) => void) : undefined;
      const args = (callback ? all.slice(0, -1) : all) as never[];
      const fault = this.faults.get(name)?.shift();
      if (fault && "throws" in fault) throw fault.throws;
      if (fault && "hangs" in fault) return;
      setTimeout(() => {
        if (fault) callback?.({ status: "failed", error: fault.fails });
        else callback?.(answered(() => answer(...args)));
      });
    };
  }
}

/** Thrown by a model where the real host would answer with an error. */
export class Refused extends Error {
  constructor(readonly error: CallError) {
    super(error.message);
  }
}

function answered(answer: () => unknown): unknown {
  try {
    return { status: "succeeded", value: answer() };
  } catch (error) {
    if (error instanceof Refused) return { status: "failed", error: error.error };
    throw error;
  }
}

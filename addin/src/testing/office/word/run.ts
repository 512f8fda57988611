import { NotInOfficeJs, NotModelled } from "../strict";
import { Context } from "./context";
import { stateOf, type Host } from "./state";
import { enumerations } from "./enumerations";
import { OfficeError } from "./errors";
import api from "virtual:office-api";

type Batch = (context: object) => unknown;

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" &&
  value !== null &&
  "then" in value &&
  typeof value.then === "function";

/** The context of the objects that a run goes on with. */
function contextOf(objects: unknown): Context {
  const contexts = new Set(
    (Array.isArray(objects) ? objects : [objects]).map((each) => stateOf(each).context),
  );
  const [context] = contexts;
  if (!context || contexts.size > 1) throw new OfficeError("InvalidRequestContext", "Word.run");
  return context;
}

const isBatch = (value: unknown): value is Batch => typeof value === "function";

/** `Word.run`: a batch, its last sync, and then the end of what was made in it, whatever happened. */
const runner =
  (host: Host) =>
  async (...args: readonly unknown[]): Promise<unknown> => {
    const batch = args.at(-1);
    if (!isBatch(batch)) throw new OfficeError("InvalidArgument", "Word.run");
    const context = args.length > 1 ? contextOf(args[0]) : new Context(host);
    try {
      const result = batch(context.proxy);
      if (!isPromise(result)) throw new OfficeError("RunMustReturnPromise", "Word.run");
      const value = await result;
      await context.sync();
      return value;
    } finally {
      context.end();
    }
  };

/** The `Word` of a page, as strict as its declaration. */
export function wordNamespace(host: Host): typeof Word {
  const model: Readonly<Record<string, unknown>> = { run: runner(host), ...enumerations };
  return new Proxy(model, {
    get(target, name) {
      if (typeof name === "symbol" || name === "then") return undefined;
      if (Object.hasOwn(target, name)) return target[name];
      if (Object.hasOwn(api, `Word.${name}`))
        throw new NotModelled(`Word.${name} is not modelled.`);
      throw new NotInOfficeJs(`Neither a class nor a modelled enumeration is called Word.${name}.`);
    },
  }) as unknown as typeof Word;
}

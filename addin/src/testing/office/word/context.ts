import { memberOf, NotInOfficeJs, NotModelled } from "../strict";
import { OfficeError, Refusal } from "./errors";
import { load } from "./fetching";
import { objectProxy } from "./objects";
import {
  asked,
  remember,
  stateOf,
  track,
  untrack,
  type Action,
  type Host,
  type Life,
  type State,
} from "./state";

const canBeReleased = (model: object | undefined): model is { release: () => void } =>
  model !== undefined && "release" in model && typeof model.release === "function";

/** A request context: the queue of a batch, and the objects that were made in it. */
export class Context {
  private queue: Action[] = [];
  private readonly made = new Set<State>();
  /** What the add-in is given. */
  readonly proxy: object;

  constructor(readonly host: Host) {
    this.proxy = contextProxy(this);
  }

  enqueue(action: Action): void {
    this.queue.push(action);
  }

  /** Runs the queue in its order. A request that fails ends it; what ran before stays done. */
  async sync(): Promise<void> {
    const { faults, calls } = this.host;
    const actions = this.queue;
    this.queue = [];
    const number = ++this.host.syncs;
    await new Promise<void>((resolve) => {
      if (faults.latency > 0) setTimeout(resolve, faults.latency);
      else queueMicrotask(resolve);
    });
    const hangs =
      faults.shows("insertAndLoadHangsOnMac") &&
      actions.some(({ kind }) => kind === "insert") &&
      actions.some(({ kind }) => kind === "load");
    const closed = hangs ? { how: "hangs", after: 0 } : faults.closed(number);
    const results: ((() => void) | undefined)[] = [];
    for (const action of closed ? actions.slice(0, closed.after) : actions) {
      calls.made.push(action.location);
      results.push(this.perform(action));
    }
    if (closed?.how === "rejects") throw new OfficeError("GeneralException", "RequestContext.sync");
    if (closed) return new Promise<void>(() => undefined);
    for (const apply of results) apply?.();
  }

  private perform({ location, run }: Action) {
    try {
      return run();
    } catch (error) {
      if (error instanceof Refusal) throw new OfficeError(error.code, location);
      throw error;
    }
  }

  /** What is still queued is dropped, and what was made in the run can no longer be used. */
  end(): void {
    this.queue = [];
    for (const state of this.made) if (state.life === "run") this.release(state);
  }

  /** Ends an object's life; the marks of a range go with it. */
  release(state: State): void {
    state.life = "gone";
    this.made.delete(state);
    let model: object | undefined;
    try {
      model = state.resolve();
    } catch (error) {
      // It was never made: its request was dropped, or failed.
      if (!(error instanceof Refusal)) throw error;
    }
    if (canBeReleased(model)) model.release();
  }

  /** A new client object. */
  object(className: string, resolve: State["resolve"], life: Life): object {
    const state: State = {
      className,
      context: this,
      resolve,
      loaded: new Map(),
      links: new Map(),
      life,
    };
    if (life === "run") this.made.add(state);
    const proxy = objectProxy(state);
    remember(proxy, state);
    return proxy;
  }
}

function contextProxy(context: Context): object {
  const { roots } = context.host;
  const model: Readonly<Record<string, unknown>> = {
    document: context.object("Word.Document", () => roots.document, "path"),
    application: context.object("Word.Application", () => roots.application, "path"),
    trackedObjects: {
      add: (objects: unknown) => each(objects, track),
      remove: (objects: unknown) => each(objects, untrack),
    },
    load: (object: unknown, option?: unknown) => load(stateOf(object), option),
    sync: (passed?: unknown) => context.sync().then(() => passed),
  };
  return new Proxy(model, {
    get(target, name) {
      if (typeof name === "symbol" || asked.has(name)) return undefined;
      if (Object.hasOwn(target, name)) return target[name];
      const known = ["Word.RequestContext", "OfficeExtension.ClientRequestContext"];
      if (known.some((each) => memberOf(each, name)))
        throw new NotModelled(`RequestContext.${name} is not modelled.`);
      throw new NotInOfficeJs(`Office.js has no RequestContext.${name}.`);
    },
  });
}

function each(objects: unknown, act: (state: State) => void): void {
  for (const object of Array.isArray(objects) ? objects : [objects]) act(stateOf(object));
}

import type { AsyncCalls } from "../asyncCalls";
import { supports, type Profile } from "../profiles";
import { memberOf, NotInOfficeJs, NotModelled } from "../strict";
import { OfficeError, Refusal } from "./errors";
import type { Faults } from "./faults";
import { isCollection, itemClass, loadTree, type LoadTree } from "./load";
import { Args, Collection, type Method, type Modelled } from "./members";
import type { WordDocument } from "./wordDocument";

/** A request of a batch; what it returns is done when the whole batch has succeeded. */
interface Action {
  readonly location: string;
  readonly kind: "make" | "call" | "insert" | "load";
  readonly run: () => (() => void) | undefined;
}

/** How long a client object can be used: as long as its path leads to it, until its run ends, or while it is tracked. */
type Life = "path" | "run" | "tracked" | "gone";

interface State {
  readonly className: string;
  readonly context: Context;
  /** The model that it stands for, when the host is asked; undefined for a null object. */
  readonly resolve: () => object | undefined;
  readonly loaded: Map<string, unknown>;
  readonly links: Map<string, object>;
  isNull?: boolean;
  items?: readonly object[];
  life: Life;
}

/** What a run works on. */
export interface Host {
  readonly document: WordDocument;
  readonly profile: Profile;
  readonly faults: Faults;
  readonly calls: AsyncCalls;
  /** The classes that are modelled. */
  readonly classes: Readonly<Record<string, Modelled>>;
  readonly roots: { readonly document: object; readonly application: object };
  /** How many syncs there were so far. */
  syncs: number;
}

/** What the engine and test tools ask every object for. */
const asked = new Set(["then", "constructor", "$$typeof", "nodeType", "asymmetricMatch"]);

const states = new WeakMap<object, State>();

/** The state behind a client object. */
export function stateOf(object: unknown): State {
  const state = typeof object === "object" && object !== null ? states.get(object) : undefined;
  if (!state) throw new OfficeError("InvalidArgument", "RequestContext");
  return state;
}

const short = (className: string) => className.slice(className.indexOf(".") + 1);

const endsWithNull = (name: string) => name.endsWith("OrNullObject");

/** The models of Word that can be gone from the document. */
const isGone = (model: object) => "stands" in model && model.stands === false;

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
    states.set(proxy, state);
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

function track(state: State): void {
  usable(state);
  if (state.life === "run") state.life = "tracked";
}

function untrack(state: State): void {
  if (state.life === "tracked") state.context.release(state);
}

/** Refuses what is used after its run. */
function usable(state: State): void {
  if (state.life === "gone") throw new OfficeError("InvalidObjectPath", short(state.className));
}

/** The member of a class as the table has it, where this host supports it. */
function supported({ className, context }: State, name: string) {
  const member = memberOf(className, name);
  if (!member) throw new NotInOfficeJs(`Office.js has no ${className}.${name}.`);
  if (!supports(context.host.profile, member.set))
    throw new OfficeError("ApiNotFound", `${short(className)}.${name}`);
  return member;
}

function classOf({ className, context }: State): Modelled {
  const found = context.host.classes[className];
  if (!found) throw new NotModelled(`${className} is not modelled.`);
  return found;
}

/** The model of an object that a request needs. */
function needed(state: State): object {
  const model = state.resolve();
  if (!model || isGone(model)) throw new Refusal("ItemNotFound");
  return model;
}

const own: Readonly<Record<string, (state: State, proxy: object) => unknown>> = {
  load: (state, proxy) => (option?: unknown) => {
    load(state, option);
    return proxy;
  },
  track: (state, proxy) => () => {
    track(state);
    return proxy;
  },
  untrack: (state, proxy) => () => {
    untrack(state);
    return proxy;
  },
  set: (state) => (values: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(values)) write(state, name, value);
  },
  toJSON: (state) => () => Object.fromEntries(state.loaded),
};

function objectProxy(state: State): object {
  return new Proxy(
    {},
    {
      get(_target, name, proxy: object) {
        if (typeof name === "symbol" || asked.has(name)) return undefined;
        if (name === "context") return state.context.proxy;
        if (name === "isNullObject") return isNullObject(state);
        const member = supported(state, name);
        const ownMember = own[name];
        if (ownMember) return ownMember(state, proxy);
        if (member.kind === "method") return method(state, name);
        if (name === "items" && isCollection(state.className)) return items(state);
        if (member.type !== undefined) return link(state, name, member.type);
        return read(state, name);
      },
      has: (_target, name) =>
        typeof name === "string" && memberOf(state.className, name) !== undefined,
      set(_target, name, value: unknown) {
        write(state, String(name), value);
        return true;
      },
    },
  );
}

function isNullObject(state: State): boolean {
  if (state.isNull === undefined)
    throw new OfficeError("PropertyNotLoaded", `${short(state.className)}.isNullObject`);
  return state.isNull;
}

function read(state: State, name: string): unknown {
  if (!classOf(state).scalars[name])
    throw new NotModelled(`${state.className}.${name} is not modelled.`);
  if (state.isNull === true) return undefined;
  if (!state.loaded.has(name))
    throw new OfficeError("PropertyNotLoaded", `${short(state.className)}.${name}`);
  return state.loaded.get(name);
}

function items(state: State): readonly object[] {
  if (!state.items) throw new OfficeError("PropertyNotLoaded", `${short(state.className)}.items`);
  return state.items;
}

function write(state: State, name: string, value: unknown): void {
  const member = supported(state, name);
  const { set } = classOf(state).scalars[name] ?? {};
  const location = `${short(state.className)}.${name}`;
  if (member.readonly) throw new TypeError(`${location} can only be read.`);
  if (!set) throw new NotModelled(`Writing ${location} is not modelled.`);
  usable(state);
  state.loaded.set(name, value);
  state.context.enqueue({
    location,
    kind: "call",
    run: () => {
      refuseProtected(state.context);
      set(needed(state), value);
      return undefined;
    },
  });
}

function refuseProtected({ host }: Context): void {
  if (host.document.protected) throw new Refusal("AccessDenied");
}

/** A property that is an object. It is asked for with the next sync. */
function link(state: State, name: string, type: string): object {
  const known = state.links.get(name);
  if (known) return known;
  usable(state);
  const made = linked(state, name, type);
  state.context.enqueue({
    location: `${short(state.className)}.${name}`,
    kind: "make",
    run: () => {
      const child = stateOf(made);
      return nullness(child, child.resolve());
    },
  });
  return made;
}

/** The object of a property: its path is followed anew each time. */
function linked(state: State, name: string, type: string): object {
  const found = classOf(state).links[name];
  if (!found) throw new NotModelled(`${state.className}.${name} is not modelled.`);
  const known = state.links.get(name);
  if (known) return known;
  const follow = () => {
    const parent = state.resolve();
    if (parent && isGone(parent)) throw new Refusal("ItemNotFound");
    const model = parent && found(parent);
    if (parent && !model && !endsWithNull(name)) throw new Refusal("ItemNotFound");
    return model;
  };
  const made = state.context.object(type, follow, state.life === "path" ? "path" : "run");
  state.links.set(name, made);
  return made;
}

const nullness = (state: State, model: object | undefined) => () => {
  state.isNull = model === undefined;
};

function method(state: State, name: string) {
  const found = classOf(state).methods[name];
  if (!found) throw new NotModelled(`${state.className}.${name} is not modelled.`);
  const type = memberOf(state.className, name)?.type;
  const location = `${short(state.className)}.${name}`;
  const kind = name.startsWith("insert") ? "insert" : "call";
  return (...values: unknown[]) => {
    usable(state);
    const call = (model: object) => {
      if (found.writes) refuseProtected(state.context);
      return found.run(model, new Args(values));
    };
    if (type === "OfficeExtension.ClientResult") return valueOf(state, location, call);
    if (type !== undefined)
      return resultOf(state, name, type, { location, kind, writes: found.writes }, call);
    state.context.enqueue({
      location,
      kind,
      run: () => {
        call(needed(state));
        return undefined;
      },
    });
    return undefined;
  };
}

/** A value that is there after the next sync. */
function valueOf(state: State, location: string, call: (model: object) => unknown): object {
  let value: { readonly is: unknown } | undefined;
  state.context.enqueue({
    location,
    kind: "call",
    run: () => {
      const is = call(needed(state));
      return () => (value = { is });
    },
  });
  return {
    get value(): unknown {
      if (!value) throw new OfficeError("ValueNotLoaded", location);
      return value.is;
    },
  };
}

/** An object that a call makes: it stays the same one. */
function resultOf(
  state: State,
  name: string,
  type: string,
  { location, kind, writes }: Pick<Action, "location" | "kind"> & Pick<Method<object>, "writes">,
  call: (model: object) => unknown,
): object {
  let result: { readonly is: object | undefined } | undefined;
  const resolve = () => {
    if (!result) throw new Refusal("InvalidObjectPath");
    return result.is;
  };
  const made = state.context.object(type, resolve, "run");
  state.context.enqueue({
    location,
    kind,
    run: () => {
      const parent = state.resolve();
      if (parent && isGone(parent)) throw new Refusal("ItemNotFound");
      const model = parent && call(parent);
      if (model !== undefined && (typeof model !== "object" || model === null))
        throw new Error(`${location} gives an object.`);
      // What is asked of a null object is null too; nothing is written into it.
      if (!parent && writes) throw new Refusal("ItemNotFound");
      if (parent && !model && !endsWithNull(name)) throw new Refusal("ItemNotFound");
      result = { is: model };
      return nullness(stateOf(made), model);
    },
  });
  return made;
}

function load(state: State, option: unknown): void {
  usable(state);
  const tree = loadTree(state.className, option);
  checkModelled(state, tree);
  state.context.enqueue({
    location: `${short(state.className)}.load`,
    kind: "load",
    run: () => fetch(state, tree),
  });
}

/** What is asked for by its name must be modelled; of what the host lacks, the host says so at the sync. */
function checkModelled(state: State, tree: LoadTree): void {
  const className = isCollection(state.className) ? itemClass(state.className) : state.className;
  const found = classOf({ ...state, className });
  for (const name of tree.scalars)
    if (!found.scalars[name]) throw new NotModelled(`${className}.${name} is not modelled.`);
  for (const name of tree.links.keys())
    if (!found.links[name]) throw new NotModelled(`${className}.${name} is not modelled.`);
}

/** Reads from the model what a load asks for; the object has it when the batch has succeeded. */
function fetch(state: State, tree: LoadTree): () => void {
  const model = state.resolve();
  if (!model) return nullness(state, model);
  if (isGone(model)) throw new Refusal("ItemNotFound");
  if (model instanceof Collection) return fetchItems(state, model, tree);
  const values = valuesOf(state, model, tree);
  const below = [...tree.links].map(([name, branch]) => {
    const { type } = supportedAtHost(state, name);
    return fetch(stateOf(linked(state, name, type ?? "")), branch);
  });
  return () => {
    state.isNull = false;
    for (const [name, value] of values) state.loaded.set(name, value);
    for (const apply of below) apply();
  };
}

function fetchItems(state: State, { items: all }: Collection, tree: LoadTree): () => void {
  const from = tree.skip ?? 0;
  const chosen = all.slice(from, tree.top === undefined ? undefined : from + tree.top);
  const className = itemClass(state.className);
  const made = chosen.map((model) => state.context.object(className, () => model, "run"));
  const below = made.map((item) => fetch(stateOf(item), { ...tree }));
  return () => {
    state.isNull = false;
    state.items = made;
    for (const apply of below) apply();
  };
}

function valuesOf(state: State, model: object, tree: LoadTree): [string, unknown][] {
  const { scalars } = classOf(state);
  const { profile } = state.context.host;
  const all = Object.keys(scalars).filter((name) =>
    supports(profile, memberOf(state.className, name)?.set),
  );
  for (const name of tree.scalars) supportedAtHost(state, name);
  return [...new Set([...(tree.all ? all : []), ...tree.scalars])].map((name) => [
    name,
    scalars[name]?.get(model),
  ]);
}

/** A member that the host is asked for by its name. */
function supportedAtHost({ className, context }: State, name: string) {
  const member = memberOf(className, name);
  if (!member || !supports(context.host.profile, member.set)) throw new Refusal("ApiNotFound");
  return member;
}

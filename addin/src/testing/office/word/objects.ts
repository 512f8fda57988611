import { memberOf, NotModelled } from "../strict";
import { OfficeError, Refusal } from "./errors";
import { linked, load } from "./fetching";
import { isCollection } from "./load";
import { Args, type Method } from "./members";
import type { Context } from "./context";
import {
  asked,
  classOf,
  endsWithNull,
  isGone,
  needed,
  nullness,
  short,
  stateOf,
  supported,
  track,
  untrack,
  usable,
  type Action,
  type State,
} from "./state";

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

/** A client object: every use of it is checked against the table of Office.js. */
export function objectProxy(state: State): object {
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

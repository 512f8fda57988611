import { supports } from "../profiles";
import { memberOf, NotModelled } from "../strict";
import { Refusal } from "./errors";
import { isCollection, itemClass, loadTree, type LoadTree } from "./load";
import { Collection } from "./members";
import {
  classOf,
  endsWithNull,
  isGone,
  nullness,
  short,
  stateOf,
  usable,
  type State,
} from "./state";

/** The object of a property: its path is followed anew each time. */
export function linked(state: State, name: string, type: string): object {
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

/** Queues a load in any of its forms. */
export function load(state: State, option: unknown): void {
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

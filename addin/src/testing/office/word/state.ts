import type { AsyncCalls } from "../asyncCalls";
import { supports, type Profile } from "../profiles";
import { memberOf, NotInOfficeJs, NotModelled } from "../strict";
import type { Context } from "./context";
import { OfficeError, Refusal } from "./errors";
import type { Faults } from "./faults";
import type { Modelled } from "./members";
import type { WordDocument } from "./wordDocument";

/** A request of a batch; what it returns is done when the whole batch has succeeded. */
export interface Action {
  readonly location: string;
  readonly kind: "make" | "call" | "insert" | "load";
  readonly run: () => (() => void) | undefined;
}

/** How long a client object can be used: as long as its path leads to it, until its run ends, or while it is tracked. */
export type Life = "path" | "run" | "tracked" | "gone";

/** What stands behind a client object. */
export interface State {
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
export const asked = new Set(["then", "constructor", "$$typeof", "nodeType", "asymmetricMatch"]);

const states = new WeakMap<object, State>();

/** Ties a client object to what stands behind it. */
export const remember = (object: object, state: State): void => void states.set(object, state);

/** The state behind a client object. */
export function stateOf(object: unknown): State {
  const state = typeof object === "object" && object !== null ? states.get(object) : undefined;
  if (!state) throw new OfficeError("InvalidArgument", "RequestContext");
  return state;
}

/** The name of a class as errors have it: without its namespace. */
export const short = (className: string) => className.slice(className.indexOf(".") + 1);

/** Whether a member gives a null object where there is none. */
export const endsWithNull = (name: string) => name.endsWith("OrNullObject");

/** The models of Word that can be gone from the document. */
export const isGone = (model: object) => "stands" in model && model.stands === false;

/** Keeps an object after its run. */
export function track(state: State): void {
  usable(state);
  if (state.life === "run") state.life = "tracked";
}

/** Lets a tracked object go. */
export function untrack(state: State): void {
  if (state.life === "tracked") state.context.release(state);
}

/** Refuses what is used after its run. */
export function usable(state: State): void {
  if (state.life === "gone") throw new OfficeError("InvalidObjectPath", short(state.className));
}

/** The member of a class as the table has it, where this host supports it. */
export function supported({ className, context }: State, name: string) {
  const member = memberOf(className, name);
  if (!member) throw new NotInOfficeJs(`Office.js has no ${className}.${name}.`);
  if (!supports(context.host.profile, member.set))
    throw new OfficeError("ApiNotFound", `${short(className)}.${name}`);
  return member;
}

/** What the simulator has of an object's class. */
export function classOf({ className, context }: State): Modelled {
  const found = context.host.classes[className];
  if (!found) throw new NotModelled(`${className} is not modelled.`);
  return found;
}

/** The model of an object that a request needs. */
export function needed(state: State): object {
  const model = state.resolve();
  if (!model || isGone(model)) throw new Refusal("ItemNotFound");
  return model;
}

/** Tells an object, once the batch has succeeded, whether it is null. */
export const nullness = (state: State, model: object | undefined) => () => {
  state.isNull = model === undefined;
};

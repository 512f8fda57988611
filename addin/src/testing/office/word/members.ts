import { Refusal } from "./errors";

/** The arguments of a call, each checked as it is read: what is no valid argument is refused at the sync, as in Word. */
export class Args {
  constructor(private readonly values: readonly unknown[]) {}

  text(at: number): string {
    const value = this.values[at];
    if (typeof value !== "string") throw new Refusal("InvalidArgument");
    return value;
  }

  number(at: number): number {
    const value = this.values[at];
    if (typeof value !== "number") throw new Refusal("InvalidArgument");
    return value;
  }

  flag(at: number): boolean {
    const value = this.values[at];
    if (typeof value !== "boolean") throw new Refusal("InvalidArgument");
    return value;
  }

  /** One of some words; the first where none is given and `optional` says that it need not be. */
  choice<T extends string>(at: number, allowed: readonly T[], optional = false): T {
    const value = this.values[at];
    const found = allowed.find((each) => each === value);
    const chosen = found ?? (optional && value === undefined ? allowed[0] : undefined);
    if (chosen === undefined) throw new Refusal("InvalidArgument");
    return chosen;
  }

  /** The options of a call. */
  options(at: number): ReadonlyMap<string, unknown> {
    const value = this.values[at];
    if (value === undefined) return new Map();
    if (typeof value !== "object" || value === null) throw new Refusal("InvalidArgument");
    return new Map(Object.entries(value));
  }
}

export interface Scalar<M> {
  readonly get: (model: M) => unknown;
  /** Where it can be written. */
  readonly set?: (model: M, value: unknown) => void;
}

export interface Method<M> {
  readonly run: (model: M, args: Args) => unknown;
  /** It changes the document, and is refused where that is protected. */
  readonly writes?: true;
}

/** What the simulator has of a class of Office.js. */
export interface Members<M> {
  readonly scalars?: Readonly<Record<string, Scalar<M>>>;
  /** Properties that are objects; undefined where there is none. */
  readonly links?: Readonly<Record<string, (model: M) => object | undefined>>;
  readonly methods?: Readonly<Record<string, Method<M>>>;
}

/** A class of the simulator, for models that are checked when they are used. */
export type Modelled = Required<Members<object>>;

/** Ties the members of a class of Office.js to the class that models it. */
export function modelled<M extends object>(
  kind: abstract new (...args: never[]) => M,
  members: Members<M>,
): Modelled {
  const check = (model: object): M => {
    if (model instanceof kind) return model;
    throw new Error(`A ${model.constructor.name} stands in for a ${kind.name}.`);
  };
  const each = <F, T>(from: Readonly<Record<string, F>> | undefined, to: (one: F) => T) =>
    Object.fromEntries(Object.entries(from ?? {}).map(([name, one]) => [name, to(one)]));
  return {
    scalars: each(members.scalars, ({ get, set }): Scalar<object> => ({
      get: (model) => get(check(model)),
      ...(set ? { set: (model, value) => set(check(model), value) } : {}),
    })),
    links: each(members.links, (link) => (model: object) => link(check(model))),
    methods: each(members.methods, ({ run, writes }): Method<object> => ({
      run: (model, args) => run(check(model), args),
      ...(writes ? { writes } : {}),
    })),
  };
}

/** A collection of Office.js: what is in it is asked for each time. */
export class Collection {
  constructor(readonly items: readonly object[]) {}
}

export const reads = <M>(run: Method<M>["run"]): Method<M> => ({ run });

export const writes = <M>(run: Method<M>["run"]): Method<M> => ({ run, writes: true });

import type { words as administration } from "./en/parts/administration";
import type { words as design } from "./en/parts/design";
import type { words as first } from "./en/parts/first";
import type { words as form } from "./en/parts/form";
import type { words as work } from "./en/parts/work";
import type { words as workbench } from "./en/parts/workbench";

/** The same shape with any words: what one language spells out as a literal is some text in another. */
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widened<R>
    : { readonly [K in keyof T]: Widened<T[K]> };

/** The words as they are loaded, a file for each part. English gives the shape; a language that lacks a word does not compile. */
export interface Parts {
  readonly first: Widened<typeof first>;
  readonly form: Widened<typeof form>;
  readonly work: Widened<typeof work>;
  readonly design: Widened<typeof design>;
  readonly administration: Widened<typeof administration>;
  readonly workbench: Widened<typeof workbench>;
}

/** A part of the words that comes with the screens that say it. */
export type LaterPart = Exclude<keyof Parts, "first">;

/** The words that may come later. */
export type LaterStrings = Parts["form"] &
  Parts["work"] &
  Parts["design"] &
  Parts["administration"] &
  Parts["workbench"];

/** Every word on the screens. */
export type Strings = Parts["first"] & LaterStrings;

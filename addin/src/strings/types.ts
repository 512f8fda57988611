import type { en } from "./en";

/** The same shape with any words: what one language spells out as a literal is some text in another. */
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widened<R>
    : { readonly [K in keyof T]: Widened<T[K]> };

/** Every word on the screens. English gives the shape; a language that lacks a word does not compile. */
export type Strings = Widened<typeof en>;

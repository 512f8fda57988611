import { current } from "./current";
import type { Strings } from "./types";

export type { Strings } from "./types";

/** The words on the screens, in the language of this page. */
export const strings: Strings = current().words;

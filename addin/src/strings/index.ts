import { en, type Strings } from "./en";

/** The words on the screens. There is one language now; a second one is chosen here. */
export const strings: Strings = en;

import { classicWindows } from "./classicWindows";
import { exchange } from "./exchange";
import { outlookMac } from "./outlookMac";
import { outlookWeb } from "./outlookWeb";
import { type Client } from "./rewrite";

/** Every client whose rewriting the canonical form has to survive. */
export const clients: readonly Client[] = [classicWindows, outlookWeb, outlookMac, exchange];

export { type Chance, type Client, type Rewrite } from "./rewrite";

import type { Parts } from "../../types";
import { design } from "../design";

/** What the designer's pages say. */
export const words = {
  design,
} satisfies Parts["design"];

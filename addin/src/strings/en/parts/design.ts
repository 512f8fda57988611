import { design } from "../design";

/** What the designer's pages say. */
export const words = {
  design,
};

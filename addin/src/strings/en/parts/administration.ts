import { administration } from "../administration";

/** What the administration page says, and what others see of it. */
export const words = {
  administration,
};

import { words as first } from "./parts/first";
import { words as form } from "./parts/form";
import { words as work } from "./parts/work";
import { words as design } from "./parts/design";
import { words as administration } from "./parts/administration";
import { words as workbench } from "./parts/workbench";

/** Every word on the screens, in English. The shape that every other language has is that of its parts. */
export const en = {
  ...first,
  ...form,
  ...work,
  ...design,
  ...administration,
  ...workbench,
};

import { onDemand } from "../../components/onDemand";

/** What the form opens only when it is asked to, in files of its own. */

const nothing = () => null;

export const FormMenu = onDemand(["form"], async () => (await import("./FormMenu")).FormMenu, {
  meanwhile: ({ button }) => button,
});
export const ImportDialog = onDemand(
  ["form"],
  async () => (await import("./ImportDialog")).ImportDialog,
  { meanwhile: nothing },
);
export const PasteTable = onDemand(
  ["form"],
  async () => (await import("./PasteTable")).PasteTable,
  { meanwhile: nothing },
);

import { tokens } from "@fluentui/react-components";
import type { TrackedChange } from "./change";

/** Fluent's colors of persons that have at least 4.5 to 1 on the page, also where it is tinted. */
const palette = [
  tokens.colorPaletteRoyalBlueBorderActive,
  tokens.colorPaletteCranberryBorderActive,
  tokens.colorPaletteDarkGreenBorderActive,
  tokens.colorPaletteGrapeBorderActive,
  tokens.colorPaletteBrownBorderActive,
  tokens.colorPaletteSteelBorderActive,
  tokens.colorPaletteMagentaBorderActive,
  tokens.colorPaletteNavyBorderActive,
];

export interface ChangeAuthor {
  readonly name: string;
  readonly color: string;
  /** How many changes are theirs. */
  readonly changes: number;
}

/** Who changed the document, in the order of their first change, each with a color of their own while there are any. */
export function authorsOf(changes: readonly TrackedChange[]): ChangeAuthor[] {
  const names = [...new Set(changes.map((change) => change.author))];
  return names.map((name, index) => ({
    name,
    color: palette[index % palette.length] ?? "inherit",
    changes: changes.filter((change) => change.author === name).length,
  }));
}

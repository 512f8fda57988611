import { fold, lower } from "./characters";
import { parseLength } from "./length";

/** Colours of CSS as numbers 0xRRGGBB (of the names of CSS Color 3 those that mail has), and whether one can be read on another, as HtmlColour of the server has them. */

/** Nothing is painted, or next to nothing (an alpha below a fifth). */
export const transparent = -1;

/** No colour that is understood here. */
export const unclear = -2;

export const black = 0;
export const white = 0xffffff;

// Each name, and its six digits.
const named =
  "alicebluef0f8ff aqua00ffff azuref0ffff beigef5f5dc black000000 blue0000ff browna52a2a " +
  "cornflowerblue6495ed crimsondc143c cyan00ffff darkblue00008b darkgraya9a9a9 darkgreen006400 " +
  "darkgreya9a9a9 darkorangeff8c00 darkred8b0000 dimgray696969 dimgrey696969 dodgerblue1e90ff " +
  "firebrickb22222 floralwhitefffaf0 fuchsiaff00ff gainsborodcdcdc ghostwhitef8f8ff goldffd700 " +
  "gray808080 green008000 grey808080 honeydewf0fff0 indigo4b0082 ivoryfffff0 lavendere6e6fa " +
  "lightblueadd8e6 lightgrayd3d3d3 lightgreyd3d3d3 lightyellowffffe0 lime00ff00 linenfaf0e6 " +
  "magentaff00ff maroon800000 midnightblue191970 mintcreamf5fffa navy000080 olive808000 " +
  "orangeffa500 orangeredff4500 pinkffc0cb purple800080 redff0000 royalblue4169e1 " +
  "seashellfff5ee silverc0c0c0 skyblue87ceeb slategray708090 snowfffafa steelblue4682b4 " +
  "teal008080 tomatoff6347 violetee82ee whiteffffff whitesmokef5f5f5 yellowffff00 " +
  "windowtext000000 canvastext000000 text000000 auto000000 windowffffff canvasffffff";

const names = new Map<string, number>();
for (const entry of named.split(" ")) names.set(entry.slice(0, -6), parseInt(entry.slice(-6), 16));

/** What a value in lower case stands for: a colour, `transparent` or `unclear`. */
export function colourOf(value: string): number {
  if (value === "transparent") return transparent;
  const known = names.get(value);
  if (known !== undefined) return known;
  if (value.charAt(0) === "#") return hex(value.slice(1));
  if (/^rgba?\([^]*\)$/.test(value)) return calculated(value);
  return unclear;
}

/** The value of an attribute such as `bgcolor`, which may lack its number sign. */
export function colourOfAttribute(value: string): number {
  const name = fold(lower(value));
  const colour = colourOf(name);
  if (colour === unclear && (name.length === 3 || name.length === 6)) return hex(name);
  return colour;
}

/** Whether text in one colour can't be read on the other: a contrast ratio (WCAG 2, with squares for its curve) below 1.25. */
export function alike(one: number, other: number): boolean {
  const flare = 32512500;
  const a = luminance(one) + flare;
  const b = luminance(other) + flare;
  return 4 * Math.max(a, b) < 5 * Math.min(a, b);
}

function luminance(colour: number): number {
  const red = colour >> 16;
  const green = (colour >> 8) & 0xff;
  const blue = colour & 0xff;
  return 2126 * red * red + 7152 * green * green + 722 * blue * blue;
}

function hex(digits: string): number {
  if (!/^([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/.test(digits)) return unclear;
  let full = digits;
  if (digits.length < 6) full = digits.replace(/./g, "$&$&");
  const colour = parseInt(full.slice(0, 6), 16);
  if (full.length === 8 && parseInt(full.slice(6), 16) < 51) return transparent;
  return colour;
}

// rgb(1, 2, 3), rgb(1 2 3 / 50%), rgba(1, 2, 3, .5); each number may be a percentage.
function calculated(value: string): number {
  const inside = value.slice(value.indexOf("(") + 1, -1).replace(/[,/]/g, " ");
  const parts = inside.split(" ").filter((part) => part !== "");
  if (parts.length !== 3 && parts.length !== 4) return unclear;
  let colour = 0;
  for (let index = 0; index < 3; index++) {
    const part = parseLength(String(parts[index]));
    if (part === undefined || (part.unit !== "" && part.unit !== "%")) return unclear;
    let channel = Math.trunc(part.thousandths / 1000);
    if (part.unit === "%") channel = Math.trunc((part.thousandths * 255) / 100000);
    colour = colour * 256 + Math.max(0, Math.min(255, channel));
  }
  if (parts.length === 3) return colour;
  const alpha = parseLength(String(parts[3]));
  if (alpha === undefined || (alpha.unit !== "" && alpha.unit !== "%")) return unclear;
  let least = 200;
  if (alpha.unit === "%") least = 20000;
  if (alpha.thousandths < least) return transparent;
  return colour;
}

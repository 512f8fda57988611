import { fold, lower } from "./characters";
import { parseLength } from "./length";

/** Colours of CSS as numbers 0xRRGGBB (of the names of CSS Color 3 those that mail has), and whether one can be read on another, as HtmlColour of the server has them. */

/** Nothing is painted, or next to nothing (an alpha below a fifth). */
export const transparent = -1;

/** No colour that is understood here. */
export const unclear = -2;

export const black = 0;
export const white = 0xffffff;

const named =
  "aliceblue:f0f8ff aqua:00ffff azure:f0ffff beige:f5f5dc black:000000 blue:0000ff brown:a52a2a " +
  "cornflowerblue:6495ed crimson:dc143c cyan:00ffff darkblue:00008b darkgray:a9a9a9 " +
  "darkgreen:006400 darkgrey:a9a9a9 darkorange:ff8c00 darkred:8b0000 dimgray:696969 " +
  "dimgrey:696969 dodgerblue:1e90ff firebrick:b22222 floralwhite:fffaf0 fuchsia:ff00ff " +
  "gainsboro:dcdcdc ghostwhite:f8f8ff gold:ffd700 gray:808080 green:008000 grey:808080 " +
  "honeydew:f0fff0 indigo:4b0082 ivory:fffff0 lavender:e6e6fa lightblue:add8e6 lightgray:d3d3d3 " +
  "lightgrey:d3d3d3 lightyellow:ffffe0 lime:00ff00 linen:faf0e6 magenta:ff00ff maroon:800000 " +
  "midnightblue:191970 mintcream:f5fffa navy:000080 olive:808000 orange:ffa500 orangered:ff4500 " +
  "pink:ffc0cb purple:800080 red:ff0000 royalblue:4169e1 seashell:fff5ee silver:c0c0c0 " +
  "skyblue:87ceeb slategray:708090 snow:fffafa steelblue:4682b4 teal:008080 tomato:ff6347 " +
  "violet:ee82ee white:ffffff whitesmoke:f5f5f5 yellow:ffff00 windowtext:000000 canvastext:000000 " +
  "text:000000 auto:000000 window:ffffff canvas:ffffff";

const names = new Map<string, number>();
for (const entry of named.split(" ")) {
  const colon = entry.indexOf(":");
  names.set(entry.slice(0, colon), parseInt(entry.slice(colon + 1), 16));
}

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

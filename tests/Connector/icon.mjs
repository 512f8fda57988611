// Draws connector/icon.png from the product's mark (addin/public/icon.svg) in pure Node: `node icon.mjs`.
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { fileAt } from "./definition.mjs";

export const size = 230;

/** The brand colour of the product, and of apiProperties.json. */
export const brand = [0x0f, 0x6c, 0xbd];
const white = [0xff, 0xff, 0xff];

/** The mark is drawn in a square of 32; around it is as much of the background as the platform asks for. */
const side = 32;
const margin = 4;
const perPixel = 4;

/** The page with its corner cut off, as the points of its outline. */
const page = [
  [8, 8],
  [17, 8],
  [21, 12],
  [21, 24],
  [8, 24],
];
const hook = [
  [11.5, 17],
  [14.5, 20],
  [21, 13],
];
const bar = [
  [24, 13],
  [24, 24],
];
const halfStroke = 1.2;

function isInside([x, y], outline) {
  let inside = false;
  outline.forEach(([x1, y1], i) => {
    const [x2, y2] = outline[(i + outline.length - 1) % outline.length];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

function distance([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

const isOn = (point, line) =>
  line.slice(1).some((end, i) => distance(point, line[i], end) <= halfStroke);

const colourAt = (point) =>
  isOn(point, bar) ? white : isOn(point, hook) ? brand : isInside(point, page) ? white : brand;

/** The colour of each pixel, three bytes each: the mean of several points in it. */
export function draw() {
  const pixels = Buffer.alloc(size * size * 3);
  const scale = (side + 2 * margin) / size;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0];
      for (let v = 0; v < perPixel; v++)
        for (let u = 0; u < perPixel; u++) {
          const point = [x + (u + 0.5) / perPixel, y + (v + 0.5) / perPixel].map(
            (at) => at * scale - margin,
          );
          colourAt(point).forEach((value, i) => (sum[i] += value));
        }
      sum.forEach(
        (value, i) => (pixels[(y * size + x) * 3 + i] = Math.round(value / perPixel ** 2)),
      );
    }
  return pixels;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The picture as PNG (ISO/IEC 15948): true colour, 8 bits, no transparency. */
export function png(pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(y * size * 3, (y + 1) * size * 3)]),
  );
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(fileAt("connector", "icon.png"), png(draw()));

// @vitest-environment node
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { iconPath, packageIcons } from "./description";
import { drawings } from "./icons";
import { readPngHeader } from "./lint/png";
import { addin, publicFolder } from "./testing";

describe("the icons", () => {
  it.each(drawings)("$file is a PNG file of $size pixels in true colour", ({ file, size }) => {
    const header = readPngHeader(readFileSync(join(publicFolder, file)));
    expect(header).toMatchObject({ width: size, height: size, depth: 8 });
    expect([2, 6]).toContain(header?.colourType);
  });

  it("are all there in the sizes that Office and its lists ask for", () => {
    const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 192];
    expect(readdirSync(join(publicFolder, "icons")).sort()).toEqual(
      [...sizes.map((size) => `icon-${size}.png`), "outline-32.png"].sort(),
    );
  });

  it("have transparent corners where Office does not cut them", () => {
    for (const size of [16, 32, 80, 128])
      expect(readPngHeader(readFileSync(join(publicFolder, iconPath(size))))?.colourType).toBe(6);
  });

  it("of the package: the outline is white alone, on transparent ground", () => {
    const outline = readPngHeader(readFileSync(join(publicFolder, packageIcons.outline.source)));
    expect(outline?.colourType).toBe(6);
    const mark = readFileSync(join(addin, "manifest/marks/outline.svg"), "utf8");
    const colours = [...mark.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour);
    expect(new Set(colours)).toEqual(new Set(["none", "#fff"]));
  });

  it("are told from what is no PNG file", () => {
    expect(readPngHeader(new TextEncoder().encode("<svg/>".repeat(10)))).toBeUndefined();
  });
});

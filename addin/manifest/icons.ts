import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { iconPath, iconSizes, listIcons, packageIcons } from "./description";

/** A file to be drawn: from which drawing, and how large. */
interface Drawing {
  readonly file: string;
  readonly mark: string;
  readonly size: number;
}

/** Below this size, in pixels, the bar beside the page would be a smear: the mark goes without it. */
const smallest = 32;

const markFor = (size: number) =>
  size < smallest ? "manifest/marks/small.svg" : "public/icon.svg";

function ofPackage(icon: keyof typeof packageIcons) {
  const { source: file, size } = packageIcons[icon];
  return { file, size };
}

/** No manifest names this one: it is for pages about the add-in. */
const forPages = 96;

const sizes = new Set([...iconSizes, ...listIcons.mail, ...listIcons.word, forPages]);

export const drawings: readonly Drawing[] = [
  ...[...sizes].map((size) => ({
    file: iconPath(size),
    mark: markFor(size),
    size,
  })),
  // A square without round corners, the mark in its middle 120 pixels: Teams and Office cut the corners themselves.
  { ...ofPackage("color"), mark: "manifest/marks/package.svg" },
  // White on transparent, as the schema says of `icons.outline`.
  { ...ofPackage("outline"), mark: "manifest/marks/outline.svg" },
];

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function browserPath(): string {
  const path = process.env["CHROMIUM"] ?? usualPlaces.find((place) => existsSync(place));
  if (path === undefined) throw new Error("No Chromium was found: say where it is with CHROMIUM.");
  return path;
}

async function draw(browser: Browser, addin: string, { file, mark, size }: Drawing) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(join(addin, mark), "utf8");
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  await page.screenshot({ path: join(addin, "public", file), omitBackground: true });
  await page.close();
}

/** `npm run icons`: draws every icon that a manifest names. */
export async function main(_: readonly string[], addin: string): Promise<number> {
  await mkdir(join(addin, "public", "icons"), { recursive: true });
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  for (const drawing of drawings) await draw(browser, addin, drawing);
  await browser.close();
  console.log(drawings.map(({ file }) => `public/${file}`).join("\n"));
  return 0;
}

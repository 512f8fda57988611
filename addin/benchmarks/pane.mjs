/* global document, requestAnimationFrame, setTimeout, performance, getComputedStyle -- what runs in the page */
import console from "node:console";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, URL } from "node:url";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright-core";
import { build } from "vite";
import { builtFolder, filesOf, serve } from "./paneServer.mjs";

/**
 * How much of the pane is fetched before its first screen stands, when that can be used beside two pages of React and Fluent, and
 * how evenly 400 changes scroll. `npm run build`, then `node benchmarks/pane.mjs [runs]`; CHROMIUM names the browser.
 */

const runs = Number(process.argv[2] ?? 9);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

/**
 * The pages that the pane is held against. `scaffold` has what the generator of Office add-ins puts on the page of a new one with
 * React: core-js and the runtime of generators, a picture, three icons, a field and a button; but once, where that fetches React
 * twice, and without Office.js. `least` has a title and a button.
 */
async function page(name, folder) {
  await build({
    configFile: false,
    logLevel: "silent",
    root: here(`./${name}`),
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2023",
      modulePreload: { polyfill: false },
    },
  });
}

/** A page that is throttled as a slow laptop on a slow line is, with nothing in its cache. */
async function throttled(browser) {
  const context = await browser.newContext({
    viewport: { width: 420, height: 900 },
    locale: "en-GB",
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const bytesPerSecond = 10_000_000 / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return page;
}

/** Milliseconds from the start of the navigation until what `wanted` selects is there, and the thread is free to answer a click. */
async function interactive(browser, address, wanted) {
  const page = await throttled(browser);
  await page.addInitScript((selector) => {
    const look = () => {
      if (!document.querySelector(selector)) requestAnimationFrame(look);
      // Painted after the next frame, and free when a task of its own gets its turn.
      else requestAnimationFrame(() => setTimeout(() => (globalThis.usableAt = performance.now())));
    };
    requestAnimationFrame(look);
  }, wanted);
  await page.goto(address);
  const at = await page.waitForFunction(() => globalThis.usableAt, undefined, { timeout: 120_000 });
  const value = await at.jsonValue();
  await page.context().close();
  return value;
}

/** The longest time between two frames while the whole list goes by, half a screen with every frame. */
async function scrolled(browser, origin) {
  const page = await browser.newPage({ viewport: { width: 420, height: 900 }, locale: "en-GB" });
  page.setDefaultTimeout(120_000);
  await page.goto(`${origin}/taskpane.html?long#/start/client-status-report?example=1`);
  await page.getByRole("button", { name: "Write the draft" }).click();
  await page.locator("li[data-change-id]").nth(399).waitFor({ state: "attached" });
  await page.waitForTimeout(2000);
  const found = await page.evaluate(async () => {
    const list = document.querySelector("li[data-change-id]");
    let box = list;
    while (box.scrollHeight <= box.clientHeight || getComputedStyle(box).overflowY === "visible")
      box = box.parentElement;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const gaps = [];
    let last = await frame();
    while (box.scrollTop + box.clientHeight < box.scrollHeight - 1) {
      box.scrollTop += box.clientHeight / 2;
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    return { gaps, rows: document.querySelectorAll("li[data-change-id]").length };
  });
  await page.close();
  return found;
}

const folder = mkdtempSync(join(tmpdir(), "pane-"));
const others = ["scaffold", "least"];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const servers = [];
try {
  // Before the fake API, which is loaded by a server for development and would make React one for development as well.
  for (const name of others) {
    await page(name, join(folder, name));
    servers.push(await serve(join(folder, name), false));
  }
  const pane = await serve(builtFolder, true);
  servers.push(pane);

  let total = 0;
  for (const [file, content] of filesOf(builtFolder, "taskpane.html")) {
    const bytes = gzipSync(content).length;
    total += bytes;
    console.log(`${String(bytes).padStart(8)}  ${file}`);
  }
  console.log(`${String(total).padStart(8)}  in all with gzip, ${kilobytes(total)}`);
  for (const name of others) {
    const bytes = filesOf(join(folder, name), "index.html").reduce(
      (sum, [, content]) => sum + gzipSync(content).length,
      0,
    );
    console.log(`${String(bytes).padStart(8)}  the page "${name}", ${kilobytes(bytes)}`);
  }

  const times = { pane: [], scaffold: [], least: [] };
  for (let run = 0; run < runs; run++) {
    times.pane.push(await interactive(browser, `${pane.origin}/taskpane.html`, "main li button"));
    for (const [at, name] of others.entries())
      times[name].push(await interactive(browser, `${servers[at].origin}/`, "button"));
  }
  for (const [name, all] of Object.entries(times))
    console.log(
      `${name}: usable after ${middle(all).toFixed(0)} ms (median of ${runs}; ${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)})`,
    );

  const { gaps, rows } = await scrolled(browser, pane.origin);
  console.log(
    `${rows} changes scrolled in ${gaps.length} frames: median ${middle(gaps).toFixed(1)} ms, longest ${Math.max(...gaps).toFixed(1)} ms`,
  );
} finally {
  for (const { close } of servers) await close();
  await browser.close();
  rmSync(folder, { recursive: true });
}

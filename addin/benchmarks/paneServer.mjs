import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath, URL } from "node:url";
import { gzipSync } from "node:zlib";
import { runnerImport } from "vite";

/** Serves built pages with gzip, as the product's server does, and the fake API where it is asked for. */

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run build` puts the pages. */
export const builtFolder = here("../../src/HandoffOffice.Api/wwwroot");

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** A page and every file that its HTML names: what a browser fetches before anything else. */
export function filesOf(folder, page) {
  const html = readFileSync(join(folder, page));
  const named = [...String(html).matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    ([, file]) => file,
  );
  return [page, ...new Set(named)].map((file) => [file, readFileSync(join(folder, file))]);
}

/** What the fake API answers with, as handlers that are asked in turn. */
async function fakeHandlers() {
  const { module } = await runnerImport(here("../src/testing/vitePlugin.ts"));
  const handlers = [];
  module
    .fakeApi()
    .configurePreviewServer({ middlewares: { use: (handler) => handlers.push(handler) } });
  return handlers;
}

/** Serves a folder on a port of its own. */
export async function serve(folder, withFake) {
  const handlers = withFake ? await fakeHandlers() : [];
  const packed = new Map();
  const file = (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = join(folder, pathname === "/" ? "index.html" : pathname);
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    if (!packed.has(path)) packed.set(path, gzipSync(readFileSync(path)));
    response.writeHead(200, { "Content-Type": types[extname(path)], "Content-Encoding": "gzip" });
    response.end(packed.get(path));
  };
  const server = createServer((request, response) => {
    const next = (at) =>
      handlers[at] ? handlers[at](request, response, () => next(at + 1)) : file(request, response);
    next(0);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

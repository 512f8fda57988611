import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { runnerImport, type HtmlTagDescriptor, type Plugin, type Rolldown } from "vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the API answers while the pane is developed with `npm run dev`. */
const apiUrl = process.env["HANDOFF_API_URL"] ?? "http://localhost:5080";

/** The declarations of Office.js are read only where tests or the simulator ask for them. */
async function declarationPlugins() {
  const { module } = await runnerImport<typeof import("./src/testing/office/apiPlugin")>(
    here("./src/testing/office/apiPlugin.ts"),
  );
  return [module.officeApi()];
}

/** The file of a chunk, those that it imports, and theirs. */
function withImports(
  bundle: Rolldown.OutputBundle,
  file: string,
  found = new Set<string>(),
): Set<string> {
  const chunk = bundle[file];
  if (chunk?.type !== "chunk" || found.has(file)) return found;
  found.add(file);
  for (const imported of chunk.imports) withImports(bundle, imported, found);
  return found;
}

/** What an entry loads when it has found the language: the screens, and the words that most people read. */
const wanted = /\/src\/(?:(?:pane|workbench)\/main\.tsx|strings\/en\/index\.ts)$/;

/**
 * An entry finds the language of the page and loads its words before the screens (src/strings/begin.ts). The browser
 * fetches the screens meanwhile, and the English words, so that nobody waits for one after the other; only another
 * language takes one more round trip.
 */
const preloadScreens: Plugin = {
  name: "preload-screens",
  transformIndexHtml: {
    order: "post",
    handler(_, { bundle, chunk }): HtmlTagDescriptor[] {
      if (!bundle || !chunk) return [];
      const chunkOf = (file: string) => {
        const found = bundle[file];
        return found?.type === "chunk" ? found : undefined;
      };
      // What the entry itself imports is on the page already.
      const first = withImports(bundle, chunk.fileName);
      const screens = [...first]
        .flatMap((file) => chunkOf(file)?.dynamicImports ?? [])
        .filter((file) => wanted.test(chunkOf(file)?.facadeModuleId ?? ""));
      const files = new Set(screens.flatMap((file) => [...withImports(bundle, file)]));
      const tag = (attrs: Record<string, string>): HtmlTagDescriptor => ({
        tag: "link",
        attrs: { crossorigin: "", ...attrs },
        injectTo: "head",
      });
      return [...files]
        .filter((file) => !first.has(file))
        .flatMap((file) => [
          tag({ rel: "modulepreload", href: `/${file}` }),
          ...[...(chunkOf(file)?.viteMetadata?.importedCss ?? [])].map((style) =>
            tag({ rel: "stylesheet", href: `/${style}` }),
          ),
        ]);
    },
  },
};

/** The fake API is loaded only when it was asked for, so that it is no part of any other build. */
async function fakePlugins() {
  const { module } = await runnerImport<typeof import("./src/testing/vitePlugin")>(
    here("./src/testing/vitePlugin.ts"),
  );
  return [module.fakeApi()];
}

/** What the server needs for Word and Outlook, which take pages from https alone. */
async function officePlugins() {
  const { module } = await runnerImport<typeof import("./vite.office")>(here("./vite.office.ts"));
  return [module.officeServer(), module.sendScript()];
}

export default defineConfig(async ({ mode }) => ({
  plugins: [
    react(),
    preloadScreens,
    ...(mode === "test" || mode === "fake" ? await declarationPlugins() : []),
    ...(mode === "fake" ? await fakePlugins() : []),
    ...(mode === "office" ? await officePlugins() : []),
  ],
  build: {
    outDir: here("../src/HandoffOffice.Api/wwwroot"),
    emptyOutDir: true,
    target: "es2023",
    // The strict content security policy has no data: or inline scripts to spare.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        workbench: here("index.html"),
        taskpane: here("taskpane.html"),
        signin: here("signin.html"),
      },
      output: {
        // Libraries change rarely: in files of their own they stay in the cache across our releases.
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: "icons", test: /node_modules[\\/]@fluentui[\\/]react-icons[\\/]/ },
            {
              name: "focus",
              test: /node_modules[\\/](tabster|keyborg|@floating-ui|@griffel)[\\/]/,
            },
            { name: "fluent", test: /node_modules[\\/]@fluentui[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: mode === "fake" ? undefined : { "/api": apiUrl, "/openapi": apiUrl },
  },
  test: {
    environment: "happy-dom",
    include: ["{src,manifest,admin}/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    testTimeout: 300_000,
  },
}));

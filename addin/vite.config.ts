import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { defineConfig } from "vitest/config";
import { chunkGroups, iconByIcon, preloadFirst } from "./vite.chunks.ts";

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
    preloadFirst,
    iconByIcon,
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
        // As an entry of its own, so that what its first screen needs is known as such (the tag of `chunkGroups`).
        pane: here("src/pane/main.tsx"),
      },
      output: {
        codeSplitting: { groups: chunkGroups },
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

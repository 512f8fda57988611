import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the API answers while the pane is developed with `npm run dev`. */
const apiUrl = process.env["HANDOFF_API_URL"] ?? "http://localhost:5080";

/** The declarations of Office.js are read only where tests or the simulator ask for them. */
async function officePlugins() {
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

export default defineConfig(async ({ mode }) => ({
  plugins: [
    react(),
    ...(mode === "test" || mode === "fake" ? await officePlugins() : []),
    ...(mode === "fake" ? await fakePlugins() : []),
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
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    testTimeout: 300_000,
  },
}));

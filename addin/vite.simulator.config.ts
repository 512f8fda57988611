import { fileURLToPath } from "node:url";
import { defineConfig, runnerImport } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The simulator of Word and Outlook as one script, for the browser tests: they give it to a page in the place of Office.js. */
export default defineConfig(async () => {
  const { module } = await runnerImport<typeof import("./src/testing/office/apiPlugin")>(
    here("./src/testing/office/apiPlugin.ts"),
  );
  return {
    publicDir: false as const,
    plugins: [module.officeApi()],
    build: {
      outDir: here("dist/simulator"),
      target: "es2023",
      lib: {
        entry: here("src/testing/office/browser.ts"),
        formats: ["iife" as const],
        name: "simulator",
        fileName: () => "office.js",
      },
    },
  };
});

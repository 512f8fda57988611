// Runs a module written in TypeScript by the loader that vite has: `node run.mjs MODULE ARGUMENTS`. The module's `main` gets the arguments
// and this folder, and gives the exit code.
import process from "node:process";
import { fileURLToPath, URL } from "node:url";
import { runnerImport } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const [file, ...args] = process.argv.slice(2);
const { module } = await runnerImport(here + file, {
  root: here,
  configFile: false,
  logLevel: "error",
});
process.exitCode = await module.main(args, here);

import { fileURLToPath } from "node:url";
import ts from "typescript";
import { defineConfig, type Plugin } from "vite";
import { nothing, shortening, shortNames } from "./vite.send.names";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const short = shortNames(here("src"));

/** By the compiler: a field of a class becomes an assignment, where others add a helper that has conditional operators. */
const language2016: Plugin = {
  name: "language-2016",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith(".ts")
      ? ts.transpileModule(code, {
          compilerOptions: { target: ts.ScriptTarget.ES2016, module: ts.ModuleKind.ESNext },
        }).outputText
      : undefined,
};

/** Short names for the members of our types, and one declaration for several. */
const shorter: Plugin = {
  name: "shorter",
  renderChunk: (code) =>
    ts.transpileModule(code, {
      compilerOptions: { target: ts.ScriptTarget.ES2016, module: ts.ModuleKind.ESNext },
      transformers: { before: [shortening(short)] },
    }).outputText,
};

/** The send handler: one plain script of the language of 2016, with no conditional operator, beside the pages that `vite build` makes. */
export default defineConfig({
  publicDir: false,
  plugins: [language2016, shorter],
  build: {
    outDir: here("../src/HandoffOffice.Api/wwwroot"),
    emptyOutDir: false,
    target: "es2016",
    lib: {
      entry: here("src/send/handler.ts"),
      formats: ["iife"],
      name: "handoffOfficeSend",
      fileName: () => "send.js",
    },
    // Names get short and white space goes; a compressor would write conditional operators.
    minify: false,
    rolldownOptions: {
      output: {
        intro: `var ${nothing};`,
        comments: false,
        minify: { compress: false, mangle: true, codegen: true },
      },
    },
  },
});

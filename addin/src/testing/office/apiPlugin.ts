import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Plugin } from "vite";
import { apiTable } from "./apiTable";

const id = "virtual:office-api";

/** Gives tests and the simulator the classes of Office.js as a module, read from the declarations that are installed. */
export function officeApi(): Plugin {
  return {
    name: "office-api",
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(module) {
      if (module !== `\0${id}`) return undefined;
      const file = createRequire(import.meta.url).resolve("@types/office-js/index.d.ts");
      return `export default ${JSON.stringify(apiTable(await readFile(file, "utf8")))};`;
    },
  };
}

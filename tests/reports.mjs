// Reads the reports of the test runs, for capabilities.mjs and failures.mjs.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The folder that the command line names; ends with 2 where it names none. */
export function folderNamed() {
  const folder = process.argv[2];
  if (folder) return folder;
  console.error("Name the folder with the reports of the test runs.");
  return process.exit(2);
}

/**
 * What is read from every report of a folder (*.ctrf.json of xUnit, vitest.json and *.vitest.json of vitest), in the order of their names.
 * @template T
 * @param {string} folder
 * @param {(part: string, report: any) => T[]} ofXunit
 * @param {(part: string, report: any) => T[]} ofVitest
 * @returns {T[]}
 */
export function fromReports(folder, ofXunit, ofVitest) {
  const read = (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      file.endsWith(".ctrf.json")
        ? ofXunit(file.replace(".ctrf.json", ""), read(file))
        : file === "vitest.json"
          ? ofVitest("addin", read(file))
          : file.endsWith(".vitest.json")
            ? ofVitest(file.replace(".vitest.json", ""), read(file))
            : [],
    );
}

// Prints what the product has to do, the tests that carry each of it, and whether they passed.
//   node tests/capabilities.mjs RESULTS    RESULTS: a folder with the reports of the test runs (*.ctrf.json of xUnit, vitest.json and *.vitest.json of vitest)
// A C# test carries a capability by [Trait("Capability", "C33")], a TypeScript one by the id in its title or in that of a `describe` around it.
// Ends with 1 where a test that carries one failed; what nothing carries is listed as missing.
import { readFileSync } from "node:fs";
import { folderNamed, fromReports } from "./reports.mjs";

/** @typedef {{ name: string, part: string, status: string, ids: string[] }} Carrier */

/** @returns {Carrier[]} */
const ofXunit = (part, report) =>
  report.results.tests.map(({ name, status, labels }) => ({
    // The cases of a theory are one test.
    name: name.replace(/\(.*$/s, "").replace(/^HandoffOffice\./, ""),
    part,
    status,
    ids: [labels?.Capability ?? []].flat(),
  }));

/** @returns {Carrier[]} */
const ofVitest = (part, report) =>
  report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      name: [...ancestorTitles, title].join(" > "),
      part,
      status,
      ids: [...ancestorTitles, title].join(" ").match(/\bC\d{2,3}\b/g) ?? [],
    })),
  );

const carriers = fromReports(folderNamed(), ofXunit, ofVitest);
const capabilities = readFileSync(new URL("capabilities.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("\t"));

let carried = 0;
let broken = 0;
const missing = [];
for (const [id, what] of capabilities) {
  const tests = carriers.filter(({ ids, status }) => ids.includes(id) && status !== "skipped" && status !== "pending");
  const failed = tests.filter(({ status }) => status !== "passed");
  if (tests.length === 0) missing.push(id);
  else carried += 1;
  broken += failed.length;
  const verdict = tests.length === 0 ? "MISSING" : failed.length > 0 ? "FAILED" : "passed";
  console.log(`${id.padEnd(5)}${verdict.padEnd(9)}${what} (${tests.length} ${tests.length === 1 ? "case" : "cases"})`);
  for (const name of new Set(tests.map(({ part, name: test }) => `${part}: ${test}`)))
    console.log(`       ${failed.some((test) => `${test.part}: ${test.name}` === name) ? "FAILED " : ""}${name}`);
}

const unknown = [...new Set(carriers.flatMap(({ ids }) => ids))].filter((id) => capabilities.every(([known]) => known !== id));
if (unknown.length > 0) console.log(`No such capability: ${unknown.join(", ")}`);
console.log(`${carried} of ${capabilities.length} capabilities are carried by a test; missing: ${missing.join(", ") || "none"}.`);
process.exit(broken > 0 || unknown.length > 0 ? 1 : 0);

// Prints the tests that failed, with what they said, from the reports of the test runs: the end of a long log is what is kept of it.
//   node tests/failures.mjs RESULTS    RESULTS: a folder with the reports (*.ctrf.json of xUnit, vitest.json and *.vitest.json of vitest)
import path from "node:path";
import { folderNamed, fromReports } from "./reports.mjs";

/** @typedef {{ name: string, said: string }} Failure */

/** @returns {Failure[]} */
const ofXunit = (part, report) =>
  report.results.tests
    .filter(({ status }) => status === "failed")
    .map(({ name, message, trace }) => ({ name: `${part}: ${name}`, said: `${message ?? ""}\n${trace ?? ""}` }));

/** @returns {Failure[]} */
const ofVitest = (part, report) =>
  report.testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((test) => test.status === "failed")
      .map(({ fullName, failureMessages }) => ({ name: `${part}: ${path.basename(file)}: ${fullName}`, said: failureMessages.join("\n") }));
    // A file that could not be run has no test that failed.
    return failed.length === 0 && status === "failed" ? [{ name: `${part}: ${file}`, said: message }] : failed;
  });

for (const { name, said } of fromReports(folderNamed(), ofXunit, ofVitest)) {
  console.log(`FAILED ${name.slice(0, 300)}`);
  for (const line of said.split("\n").filter((text) => text.trim() !== "").slice(0, 12)) console.log(`       ${line.slice(0, 240)}`);
}

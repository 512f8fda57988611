// Prints the tests that failed, with what they said, from the reports of the test runs: the end of a long log is what is kept of it.
//   node tests/failures.mjs RESULTS    RESULTS: a folder with the reports (*.ctrf.json of xUnit, vitest.json of vitest)
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const [, , folder] = process.argv;
if (!folder) {
  console.error("Name the folder with the reports of the test runs.");
  process.exit(2);
}

/** @typedef {{ name: string, said: string }} Failure */

/** @returns {Failure[]} */
const ofXunit = (part, report) =>
  report.results.tests
    .filter(({ status }) => status === "failed")
    .map(({ name, message, trace }) => ({ name: `${part}: ${name}`, said: `${message ?? ""}\n${trace ?? ""}` }));

/** @returns {Failure[]} */
const ofVitest = (report) =>
  report.testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((test) => test.status === "failed")
      .map(({ fullName, failureMessages }) => ({ name: `addin: ${path.basename(file)}: ${fullName}`, said: failureMessages.join("\n") }));
    // A file that could not be run has no test that failed.
    return failed.length === 0 && status === "failed" ? [{ name: `addin: ${file}`, said: message }] : failed;
  });

const read = (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8"));
const failures = readdirSync(folder)
  .sort()
  .flatMap((file) =>
    file.endsWith(".ctrf.json")
      ? ofXunit(file.replace(".ctrf.json", ""), read(file))
      : file === "vitest.json"
        ? ofVitest(read(file))
        : [],
  );

for (const { name, said } of failures) {
  console.log(`FAILED ${name.slice(0, 300)}`);
  for (const line of said.split("\n").filter((text) => text.trim() !== "").slice(0, 12)) console.log(`       ${line.slice(0, 240)}`);
}

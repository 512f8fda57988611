import { execFileSync } from "node:child_process";
import console from "node:console";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, URL } from "node:url";
import { gzipSync } from "node:zlib";
import { build, runnerImport } from "vite";
import { wordMail } from "./wordMail.mjs";

/**
 * How large the send handler is, and how long it takes over a long mail in an engine that starts cold: a process of its own for each
 * measurement. `node benchmarks/send.mjs [runs] [characters]`.
 */

const runs = Number(process.argv[2] ?? 15);
const characters = Number(process.argv[3] ?? 228 * 1024);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

async function handler() {
  const [made] = await build({
    configFile: here("../vite.send.config.ts"),
    logLevel: "silent",
    build: { write: false },
  });
  return made.output[0].code;
}

/** The measurement as a script that needs no compiler, in this folder. */
async function measurement(folder) {
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: here("cold.mjs"),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: "cold.mjs" } },
    },
  });
  return join(folder, "cold.mjs");
}

const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

function row(name, list) {
  const figures = ["wall", "thread", "cpu"].flatMap((kind) => {
    const all = list.map((one) => one[kind]);
    return [middle(all), Math.max(...all)];
  });
  return name.padEnd(10) + figures.map((figure) => figure.toFixed(1).padStart(10)).join("");
}

const script = await handler();
const html = wordMail(characters);
const { module } = await runnerImport(here("../src/testing/seals.ts"));
const mail = {
  html,
  headers: {
    "x-handoffoffice-draft": module.handoffId,
    "x-handoffoffice-seal": module.sealOf({ html }),
  },
  subject: module.sealed.subject,
  to: ["dana@example.org"],
  cc: ["rita@example.org"],
  keys: [module.organisation.public],
};
const folder = mkdtempSync(join(tmpdir(), "send-"));
try {
  const input = join(folder, "mail.json");
  writeFileSync(input, JSON.stringify({ script, mail, expected: true }));
  const cold = await measurement(folder);
  const all = Array.from({ length: runs }, () =>
    JSON.parse(execFileSync(process.execPath, [cold, input], { encoding: "utf8" })),
  );
  console.log(`send.js: ${gzipSync(script).length} bytes with gzip, ${script.length} without`);
  console.log(`${runs} cold decisions over a body of ${html.length} characters, in milliseconds:`);
  console.log("                clock median, max  its thread median, max  all threads median, max");
  console.log(
    row(
      "decision",
      all.map((one) => one.decision),
    ),
  );
  console.log(
    row(
      "scan",
      all.map((one) => one.floor),
    ),
  );
} finally {
  rmSync(folder, { recursive: true });
}

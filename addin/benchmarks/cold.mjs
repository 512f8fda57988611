import console from "node:console";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import vm from "node:vm";
import { outlookWith } from "../src/testing/fakeOutlook";

/** One decision in a process that has decided nothing before, and a plain scan of the same body in an engine that is as cold. */

const { script, mail, expected } = JSON.parse(readFileSync(process.argv[2], "utf8"));

// As without Intl: V8 keeps `normalize` and it does nothing.
const bare =
  "String.prototype.normalize = function () { return String(this); }; delete globalThis.Intl;";

/** What work takes, in milliseconds: by the clock, of all threads of the process, and of the thread that decides where Linux tells it. */
function timed(work) {
  const ofThread = () => {
    if (process.platform !== "linux") return Number.NaN;
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
  };
  const before = { wall: performance.now(), cpu: process.cpuUsage(), thread: ofThread() };
  work();
  const thread = ofThread() - before.thread;
  const { user, system } = process.cpuUsage(before.cpu);
  return { wall: performance.now() - before.wall, cpu: (user + system) / 1e3, thread };
}

const scan = `(function (body) {
  var sum = 0;
  for (var at = 0; at < body.length; at++) sum = (Math.imul(sum, 31) + body.charCodeAt(at)) | 0;
  return sum;
})`;
const floor = timed(() => vm.runInThisContext(scan)(mail.html));

// Not in a context of its own: there, Node answers for each name of the language with a call.
const outlook = outlookWith(mail);
globalThis.Office = outlook.Office;
vm.runInThisContext(bare);
let told = [];
const decision = timed(() => {
  vm.runInThisContext(script);
  told = outlook.send();
});
if (told.length !== 1 || told[0].allowEvent !== expected)
  throw new Error(`The decision was ${JSON.stringify(told)}.`);
console.log(JSON.stringify({ floor, decision }));

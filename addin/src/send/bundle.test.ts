// @vitest-environment node
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { forbiddenInScript } from "../testing/bareEngine";
import type { SendEvent } from "./office";

/** How large the script may be when it is sent to a client. The aim is 20,480: what is over is the canonical form of a body. */
const mostBytes = 24_576;

const vectors = JSON.parse(
  readFileSync(`${process.cwd()}/../tests/vectors/seals.json`, "utf8"),
) as readonly { readonly header: string; readonly trusted: readonly string[] }[];

let script = "";

beforeAll(async () => {
  const made = (await build({
    configFile: `${process.cwd()}/vite.send.config.ts`,
    logLevel: "silent",
    build: { write: false },
  })) as Rolldown.RolldownOutput[];
  script = made[0]?.output[0].code ?? "";
});

describe("C66 the script that a manifest names", () => {
  it("has nothing that the engine of classic Outlook lacks", () => {
    expect(script.length).toBeGreaterThan(10_000);
    expect(forbiddenInScript(script)).toEqual([]);
  });

  it("is small", () => {
    expect(gzipSync(script).length).toBeLessThan(mostBytes);
  });

  it("registers its function, and holds a mail whose text is not what the server sealed", () => {
    const [vector] = vectors;
    const answer =
      (value: unknown) =>
      (...args: unknown[]) =>
        (args.at(-1) as (result: unknown) => void)({ status: "succeeded", value });
    let handler: ((event: SendEvent) => void) | undefined;
    const item = {
      internetHeaders: { getAsync: answer({ "x-handoffoffice-seal": vector?.header }) },
      sessionData: { getAllAsync: answer({}) },
      body: { getAsync: answer("<p>Another text.</p>") },
      subject: { getAsync: answer("Dates for the usability test") },
      to: { getAsync: answer([{ emailAddress: "dana@example.org" }]) },
      cc: { getAsync: answer([]) },
      bcc: { getAsync: answer([]) },
      getAttachmentsAsync: answer([]),
    };
    const context = vm.createContext({
      Office: {
        context: {
          displayLanguage: "en",
          mailbox: { item },
          roamingSettings: { get: () => vector?.trusted },
        },
        actions: {
          associate: (_: string, action: (event: SendEvent) => void) => (handler = action),
        },
      },
    });
    vm.runInContext(script, context);
    const told: Parameters<SendEvent["completed"]>[0][] = [];
    const run = (at: string, text: string) => {
      vm.runInContext(`Date.now = () => ${String(Date.parse(at))}`, context);
      item.body.getAsync = answer(text);
      handler?.({ completed: (options) => told.push(options) });
    };
    run("2026-11-30T11:59:59Z", "<p>Another text.</p>");
    run("2026-11-30T11:59:59Z", "<div><p>Hello Dana,</p></div>");
    run("2026-11-30T12:00:00Z", "<p>Hello Dana,</p>");
    expect(told.map(({ allowEvent }) => allowEvent)).toEqual([false, true, false]);
    expect(told[0]?.errorMessage).toMatch(/^The text was changed/);
    expect(told[2]?.errorMessage).toMatch(/has expired/);
  });
});

// @vitest-environment node
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { forbiddenInScript } from "../testing/bareEngine";
import { type Completion, headersWith, outlookWith } from "../testing/fakeOutlook";
import { builtSendScript } from "../testing/sendScript";
import { handoffId, organisation, sealed, sealOf } from "../testing/seals";
import { readVectors } from "../canonical/vectors";
import { words } from "./words";

/** How large the script may be when it is sent to a client. */
const mostBytes = 20_480;

const vectors = JSON.parse(
  readFileSync(`${process.cwd()}/../tests/vectors/seals.json`, "utf8"),
) as readonly { readonly header: string; readonly trusted: readonly string[] }[];

let script = "";

beforeAll(async () => {
  script = await builtSendScript();
}, 120_000);

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
    const mail = {
      headers: { "x-handoffoffice-seal": vector?.header ?? "" },
      subject: "Dates for the usability test",
      to: ["dana@example.org"],
      keys: vector?.trusted,
    };
    const run = (at: string, html: string): Completion | undefined => {
      const outlook = outlookWith({ ...mail, html });
      const context = vm.createContext({ Office: outlook.Office });
      vm.runInContext(`Date.now = () => ${String(Date.parse(at))}`, context);
      vm.runInContext(script, context);
      return outlook.send()[0];
    };
    const other = run("2026-11-30T11:59:59Z", "<p>Another text.</p>");
    expect(other).toMatchObject({ allowEvent: false, errorMessage: words.en.held.body });
    const same = run("2026-11-30T11:59:59Z", "<div><p>Hello Dana,</p></div>");
    expect(same).toEqual({ allowEvent: true });
    const late = run("2026-11-30T12:00:00Z", "<p>Hello Dana,</p>");
    expect(late).toMatchObject({ allowEvent: false, errorMessage: words.en.held.expired });
  });

  // Some of each group: in a context of Node, where each name of the language is asked for by a call, a decision takes a tenth of a second.
  it("C87 decides the vectors of the canonical form as the sources do", () => {
    const mail = {
      headers: {},
      html: "",
      subject: sealed.subject,
      to: ["dana@example.org"],
      cc: ["rita@example.org"],
      keys: [organisation.public],
    };
    const outlook = outlookWith(mail);
    vm.runInContext(script, vm.createContext({ Office: outlook.Office }));
    const goes = (body: string): boolean => {
      mail.html = body;
      return outlook.send()[0]?.allowEvent === true;
    };
    for (const { html, equal, different } of readVectors().html) {
      mail.headers = headersWith(sealOf({ html }), handoffId);
      for (const one of [html, ...equal.slice(-1)]) expect(goes(one), one).toBe(true);
      for (const one of different.slice(-2)) expect(goes(one), one).toBe(false);
    }
  });
});

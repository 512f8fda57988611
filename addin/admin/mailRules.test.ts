// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { names } from "../src/send/names";

const script = readFileSync(`${process.cwd()}/admin/Set-HandoffMailRules.ps1`, "utf8");
/** Without comments: those in lines of their own, and the help on top. */
const code = script.replace(/<#[^]*?#>/, "").replace(/^\s*#.*$/gm, "");

/** What a pattern with two groups finds, as names and values. */
const pairs = (text: string, pattern: RegExp): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(pattern)].map(([, name = "", value = ""]) => [name, value]));

/** The values of the script's variables that hold one text. */
const variables = pairs(code, /^\$(\w+) = '([^']*)'$/gm);

/** The hashtables of the two rules, as names and values of parameters. */
const rules = [...code.matchAll(/@\{\s*Name\s[^]*?\n {4}\}/g)].map(([table]) =>
  pairs(table, /(\w+)\s+= (.+)/g),
);

/**
 * What New-TransportRule and Set-TransportRule take in Exchange Online, as far as it concerns headers and what is done with a mail
 * (learn.microsoft.com, powershell/module/exchange/new-transportrule and set-transportrule, Syntax).
 */
const documented = [
  "Comments",
  "Confirm",
  "Enabled",
  "ExceptIfHeaderContainsMessageHeader",
  "ExceptIfHeaderContainsWords",
  "ExceptIfHeaderMatchesMessageHeader",
  "ExceptIfHeaderMatchesPatterns",
  "FromScope",
  "HeaderContainsMessageHeader",
  "HeaderContainsWords",
  "HeaderMatchesMessageHeader",
  "HeaderMatchesPatterns",
  "Identity",
  "Mode",
  "Name",
  "Priority",
  "Quarantine",
  "RejectMessageEnhancedStatusCode",
  "RejectMessageReasonText",
  "RuleErrorAction",
  "SetAuditSeverity",
  "SetHeaderName",
  "SetHeaderValue",
  "StopRuleProcessing",
  "WhatIf",
];

describe("C85 the mail-flow rules behind the handler", () => {
  it("look at the headers that the add-in and the server write", () => {
    expect(variables.get("DraftHeader")).toBe(names.draftHeader);
    expect(variables.get("SealHeader")).toBe(names.sealHeader);
    const server = readFileSync(
      `${process.cwd()}/../src/HandoffOffice.Domain/Releasing/SealProof.cs`,
      "utf8",
    );
    expect(/Header = "(X-HandoffOffice-Seal)"/.exec(server)?.[1]?.toLowerCase()).toBe(
      names.sealHeader,
    );
  });

  it("know a seal by what every seal begins with, on its first line", () => {
    const vectors = JSON.parse(
      readFileSync(`${process.cwd()}/../tests/vectors/seals.json`, "utf8"),
    ) as readonly { readonly header: string }[];
    const shape = variables.get("SealShape") ?? "";
    expect(atob(shape)).toBe('{"form":"handoffoffice-proof-1');
    // A character that means something in a pattern would have to be escaped.
    expect(shape).toMatch(/^[A-Za-z0-9]+$/);
    // The server breaks a seal into lines of 54 characters (SealedFile.PutIntoMail).
    expect(shape.length).toBeLessThan(54);
    const seals = vectors.filter(({ header }) => atob(header.slice(0, 4)).startsWith("{"));
    expect(seals.length).toBeGreaterThan(10);
    for (const { header } of seals) expect(header.startsWith(shape)).toBe(true);
  });

  it("are two, each for mail that has one of the headers, and each passes what carries a seal", () => {
    expect(rules).toHaveLength(2);
    expect(rules.map((rule) => rule.get("HeaderMatchesMessageHeader"))).toEqual([
      "$DraftHeader",
      "$SealHeader",
    ]);
    for (const rule of rules) {
      expect(rule.get("HeaderMatchesPatterns")).toBe("'.'");
      expect(rule.get("ExceptIfHeaderMatchesMessageHeader")).toBe("$SealHeader");
      expect(rule.get("ExceptIfHeaderMatchesPatterns")).toBe("$SealShape");
    }
  });

  it("leave mail from outside alone", () => {
    expect(code).toMatch(/FromScope\s+= 'InOrganization'/);
  });

  it("use only parameters that are documented", () => {
    const common = [...code.matchAll(/^\s+(\w+)\s+= |\$settings\.(\w+) =|@\{ (\w+) = /gm)]
      .flatMap(([, inTable, set, other]) => inTable ?? set ?? other ?? [])
      .filter((name) => name !== "settings" && name !== "other");
    const used = new Set([...common, ...rules.flatMap((rule) => [...rule.keys()])]);
    expect(used.size).toBeGreaterThan(10);
    expect([...used].filter((name) => !documented.includes(name))).toEqual([]);
    const direct = [...code.matchAll(/(?:Set|New|Enable|Remove)-TransportRule ([^|\n]*)/g)].flatMap(
      ([, rest]) => [...(rest ?? "").matchAll(/-(\w+)/g)].map(([, name]) => name),
    );
    expect(direct.filter((name) => !documented.includes(name ?? ""))).toEqual([]);
  });

  it("have names that Exchange takes, and a text for the sender in both languages", () => {
    // learn.microsoft.com, New-TransportRule: 64 characters for a name, 1024 for the text.
    for (const rule of rules) expect((rule.get("Name") ?? "").length - 2).toBeLessThanOrEqual(64);
    const text = /\$WhatToDo = ('[^]*?')\n\n/.exec(code)?.[1] ?? "";
    expect(text).toContain("carries no approval");
    expect(text).toContain("trägt keine Freigabe");
    expect(text.length).toBeLessThanOrEqual(1024);
  });

  it("are changed in no way that -WhatIf does not ask about", () => {
    const lines = code.split("\n");
    const changing = lines.flatMap((line, at) =>
      /\b(New|Set|Enable|Remove)-TransportRule\b/.test(line) ? [at] : [],
    );
    expect(changing).toHaveLength(4);
    for (const at of changing)
      expect(lines.slice(at - 3, at).join("\n"), lines[at]).toContain("ShouldProcess");
    expect(code).toContain("SupportsShouldProcess");
  });

  it("stop nothing before an administrator has asked for it", () => {
    expect(code).toMatch(/\[string\] \$Mode = 'TestOnly'/);
    expect(code).toMatch(/if \(\$Mode -eq 'TestOnly'\) \{\s+\$settings\.Mode = 'Audit'/);
  });

  it("are in a script whose brackets close", () => {
    const bare = code.replace(/'[^']*'|"[^"]*"/g, "");
    for (const [open, close] of [
      ["{", "}"],
      ["(", ")"],
      ["[", "]"],
    ] as const)
      expect(bare.split(open).length, open).toBe(bare.split(close).length);
  });
});

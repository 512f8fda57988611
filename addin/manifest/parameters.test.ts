// @vitest-environment node
import { describe, expect, it } from "vitest";
import { parametersFor, readOptions, type Options } from "./parameters";
import type { Purpose } from "./purposes";
import { options } from "./testing";

const lacks = (purpose: Purpose, given: Options) => {
  const made = parametersFor(purpose, given, "0.1.0");
  return "lacks" in made ? made.lacks : undefined;
};

describe("the options of the manifests", () => {
  it("are none for development", () => {
    expect(lacks("development", {})).toBeUndefined();
  });

  it.each<[string, Purpose, Options, string]>([
    ["an address for a real server", "admin", { base: undefined }, "--base"],
    ["an application that signs people in", "admin", { application: undefined }, "--application"],
    ["a GUID as the application's id", "admin", { application: "handoff" }, "is to be a GUID"],
    ["https", "admin", { base: "http://handoff.example.com" }, "https address"],
    ["an address that can be read", "admin", { base: "handoff" }, "https address"],
    ["an address without a query", "admin", { base: "https://a.example/?b" }, "no query"],
    ["the publisher's pages for the store", "store", { privacy: undefined }, "--privacy"],
    ["both asset ids or neither", "store", { mailAsset: "WA200000001" }, "or neither"],
  ])("ask for %s", (_, purpose, changed, said) => {
    expect(lacks(purpose, { ...options, ...changed })).toContain(said);
  });

  it("come from the command line, or else from the environment", () => {
    const environment = {
      HANDOFF_ADDIN_BASE: "https://a.example",
      HANDOFF_ADDIN_MAIL_ASSET: "WA1",
    };
    const read = readOptions(["--base", "https://b.example"], environment);
    expect(read).toMatchObject({ base: "https://b.example", mailAsset: "WA1" });
  });

  it("refuse a name that is not known", () => {
    expect(() => readOptions(["--bse", "https://a.example"], {})).toThrow("--bse");
  });

  it("take a base with or without a slash at its end", () => {
    const made = parametersFor("admin", { ...options, base: "https://a.example/b//" }, "0.1.0");
    expect("base" in made && made.base).toBe("https://a.example/b");
  });
});

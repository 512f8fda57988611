// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { complaints, filesFor, forbiddenIn, importsOf, loadBare } from "../testing/bareEngine";
import type * as proof from "./proof";

const files = filesFor("seal");

describe("C66 the seal in the engine of classic Outlook", () => {
  it("needs nothing but the language of 2016", { timeout: 120_000 }, () => {
    expect(complaints(files)).toEqual([]);
  });

  it.each(files)("%s has no syntax and no name that it lacks", (file) => {
    expect(forbiddenIn(file)).toEqual([]);
    for (const from of importsOf(file)) expect(from).toMatch(/^(\.|\.\.\/canonical)\/[a-z0-9]+$/);
  });

  it("reads the same seals there", () => {
    const vectors = JSON.parse(
      readFileSync(`${process.cwd()}/../tests/vectors/seals.json`, "utf8"),
    ) as { header: string; trusted: string[]; state: string }[];
    const { readSeal } = loadBare("seal/proof") as typeof proof;
    for (const { header, trusted, state } of vectors)
      expect(readSeal(header, trusted).state).toBe(state);
  });
});

// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadBare } from "../testing/bareEngine";
import type * as proof from "./proof";

describe("C66 the seal in the engine of classic Outlook", () => {
  it("reads the same seals there", () => {
    const vectors = JSON.parse(
      readFileSync(`${process.cwd()}/../tests/vectors/seals.json`, "utf8"),
    ) as { header: string; trusted: string[]; state: string }[];
    const { readSeal } = loadBare("seal/proof") as typeof proof;
    for (const { header, trusted, state } of vectors)
      expect(readSeal(header, trusted).state).toBe(state);
  });
});

// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSeal } from "./proof";

interface Vector {
  readonly name: string;
  readonly header: string;
  readonly trusted: readonly string[];
  readonly state: "trusted" | "stranger" | "broken";
}

const vectors = JSON.parse(
  readFileSync(`${process.cwd()}/../tests/vectors/seals.json`, "utf8"),
) as readonly Vector[];

describe("C66 the seal in a mail's header", () => {
  it.each(vectors)("$name: $state", ({ header, trusted, state }) => {
    expect(readSeal(header, trusted).state).toBe(state);
  });

  it("gives what it vouches for once it is trusted", () => {
    const [vector] = vectors;
    const reading = readSeal(vector?.header ?? "", vector?.trusted ?? []);
    expect(reading.payload?.content.envelope).toMatchObject({
      subject: "Dates for the usability test",
      recipients: [{ kind: "To", address: "dana@example.org" }],
    });
    expect(reading.payload?.expiresAt).toBe("2026-11-30T12:00:00+00:00");
  });

  it("reads it folded, as mail servers leave it", () => {
    const [vector] = vectors;
    const folded = (vector?.header ?? "").replace(/(.{60})/g, "$1\r\n ");
    expect(readSeal(folded, vector?.trusted ?? []).state).toBe("trusted");
  });

  it("never throws, whatever was put into the header", () => {
    const trusted = vectors[0]?.trusted ?? [];
    const bare = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64");
    const form = "handoffoffice-proof-1";
    for (const value of [null, 1, "x", [], {}, { form }, { form, seal: null }, { form, seal: {} }])
      expect(readSeal(bare(value), trusted).state).toBe("broken");
  });
});

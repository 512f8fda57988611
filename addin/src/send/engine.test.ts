// @vitest-environment node
import { describe, expect, it } from "vitest";
import { complaints, filesFor, forbiddenIn, importsOf } from "../testing/bareEngine";

/** The folders that run in the engine of classic Outlook, and where each may take something from. */
const folders = [
  ["C87", "canonical", /^\.\/[a-z0-9]+$/],
  ["C66", "seal", /^(\.|\.\.\/canonical)\/[a-z0-9]+$/],
  ["C66", "send", /^(\.|\.\.\/canonical|\.\.\/seal)\/[a-z0-9]+$/],
] as const;

describe.each(folders)("%s the engine of classic Outlook: %s", (_, folder, sources) => {
  const files = filesFor(folder);

  it("needs nothing but the language of 2016", { timeout: 120_000 }, () => {
    expect(complaints(files)).toEqual([]);
  });

  it.each(files)("%s has no syntax and no name that it lacks", (file) => {
    expect(forbiddenIn(file)).toEqual([]);
    for (const from of importsOf(file)) expect(from).toMatch(sources);
  });
});

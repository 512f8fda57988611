import { contextOf } from "./lint/finding";
import { parametersFor, type Options, type Parameters } from "./parameters";
import type { Purpose } from "./purposes";

/** Builders for the tests of this folder. */

export const addin = process.cwd();

export const publicFolder = `${addin}/public`;

/** Enough for every purpose. */
export const options: Options = {
  base: "https://handoff.example.com/office",
  application: "11111111-2222-3333-4444-555555555555",
  support: "https://example.com/support",
  privacy: "https://example.com/privacy",
  terms: "https://example.com/terms",
};

/** The parameters of a purpose, with some options changed. */
export function parameters(purpose: Purpose, changed: Options = {}): Parameters {
  const made = parametersFor(purpose, { ...options, ...changed }, "0.1.0");
  if ("lacks" in made) throw new Error(made.lacks);
  return made;
}

export const context = (purpose: Purpose) => contextOf(parameters(purpose), publicFolder);

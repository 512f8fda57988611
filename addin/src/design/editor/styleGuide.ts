import type { StyleGuide } from "../../api/types";

type Banned = StyleGuide["banned"][number];
type Term = StyleGuide["terms"][number];

const halves = (line: string): readonly [string, string] => {
  const at = line.indexOf("=");
  return at < 0 ? [line.trim(), ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
};

/** "utilise = use", or the word alone where nothing stands for it. */
export const ofBanned = (banned: readonly Banned[]): string[] =>
  banned.map(({ word, instead }) => (instead == null ? word : `${word} = ${instead}`));

export const toBanned = (lines: readonly string[]): Banned[] =>
  lines.map(halves).map(([word, instead]) => (instead === "" ? { word } : { word, instead }));

/** "client = customer, punter": what to say, and what it stands for. */
export const ofTerms = (terms: readonly Term[]): string[] =>
  terms.map(({ say, not }) => (not.length === 0 ? say : `${say} = ${not.join(", ")}`));

export const toTerms = (lines: readonly string[]): Term[] =>
  lines.map(halves).map(([say, not]) => ({
    say,
    not: not
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  }));

/** The guide; nothing where it rules nothing, as in a version that never had one. */
export const settled = (guide: StyleGuide): StyleGuide | undefined =>
  guide.contractions === "Allowed" &&
  guide.longestSentence == null &&
  guide.readingEase == null &&
  guide.spelling == null &&
  guide.banned.length === 0 &&
  guide.terms.length === 0
    ? undefined
    : guide;

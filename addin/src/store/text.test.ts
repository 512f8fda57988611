import { describe, expect, it } from "vitest";
import type { Change, HandoffView } from "../api/types";
import { newChange } from "../testing/fakeRedline";
import { countReview } from "./state";
import { remainingText, standingText } from "./text";

const at = { section: "progress", paragraph: 0 };
const inserted = newChange({ ...at, id: "c1", text: "New." });
const replaced = newChange({ ...at, id: "c2", kind: "Replaced", text: "Now.", original: "Then." });
const deleted = newChange({ ...at, id: "d1", kind: "Deleted", text: "Gone.", original: "Gone." });
const decide = (change: Change, decision: Change["decision"], editedText?: string): Change => ({
  ...change,
  decision,
  editedText,
});

describe("C62 the words that stand where a change is", () => {
  it.each<[string, Change, string]>([
    ["a new sentence", inserted, "New."],
    ["a new sentence, rejected", decide(inserted, "Rejected"), ""],
    ["a changed one", replaced, "Now."],
    ["a changed one, rejected", decide(replaced, "Rejected"), "Then."],
    ["a changed one, edited", decide(replaced, "Edited", "Soon."), "Soon."],
    ["a deletion", deleted, ""],
    ["a deletion, accepted", decide(deleted, "Accepted"), ""],
    ["a deletion, rejected", decide(deleted, "Rejected"), "Gone."],
  ])("%s", (_, change, text) => {
    expect(standingText(change)).toBe(text);
  });
});

const viewOf = (changes: readonly Change[], findings: object[] = []) =>
  ({
    changes,
    findings,
    draft: {
      sentences: [
        { ...at, id: "s0", text: "Kept." },
        { ...at, id: "c1", text: "New." },
        { ...at, id: "c2", paragraph: 1, text: "Now." },
      ],
    },
  }) as unknown as HandoffView;

describe("C62 the text as it would leave", () => {
  it("has the sentences that stay, and a deletion that was rejected at its place", () => {
    expect(remainingText(viewOf([inserted, decide(deleted, "Rejected"), replaced]))).toEqual([
      "Kept. New.",
      "Gone.",
      "Now.",
    ]);
  });

  it("has nothing of what was rejected or goes", () => {
    expect(remainingText(viewOf([decide(inserted, "Rejected"), deleted, replaced]))).toEqual([
      "Kept.",
      "Now.",
    ]);
  });
});

describe("C62 the review's counter", () => {
  const finding = (severity: string, changeId: string | null) => ({ severity, changeId });

  it("settles a finding with its change, and one in kept words with the last change", () => {
    const findings = [finding("Note", "c1"), finding("Warning", null)];
    expect(countReview(viewOf([inserted, replaced], findings))).toMatchObject({ settled: 0 });
    const half = [decide(inserted, "Accepted"), replaced];
    expect(countReview(viewOf(half, findings))).toMatchObject({ decided: 1, settled: 1 });
    const all = [decide(inserted, "Accepted"), decide(replaced, "Rejected")];
    expect(countReview(viewOf(all, findings))).toMatchObject({ decided: 2, settled: 2 });
  });

  it("never settles a blocking finding that the server still has", () => {
    const counts = countReview(
      viewOf(
        [decide(replaced, "Rejected")],
        [finding("Blocking", "c2"), finding("Blocking", null)],
      ),
    );
    expect(counts).toMatchObject({ settled: 0, blocking: 2 });
  });
});

import { describe, expect, it } from "vitest";
import type { Finding, HandoffView } from "../../api/types";
import { newChange } from "../../testing/fakeRedline";
import { generalFindings, reviewOrder } from "./order";

const change = (id: string, paragraph: number) =>
  newChange({ id, paragraph, section: "progress", text: `${id}.` });
const finding = (id: string, place: Partial<Finding>): Finding => ({
  id,
  check: "Dates",
  severity: "Warning",
  message: "",
  start: 0,
  length: 0,
  ...place,
});
const sentence = (id: string, paragraph: number, text: string) => ({
  id,
  paragraph,
  section: "progress",
  text,
  citations: [],
});

const viewOf = (findings: Finding[]) =>
  ({
    changes: [change("a", 0), change("b", 0), change("c", 2)],
    findings,
    draft: {
      sentences: [
        sentence("a", 0, "a."),
        sentence("k", 0, "Kept on 1 July."),
        sentence("b", 0, "b."),
        sentence("c", 2, "c."),
      ],
    },
  }) as unknown as HandoffView;

const ids = (...findings: Finding[]) => reviewOrder(viewOf(findings)).map((entry) => entry.id);

describe("C62 the rows of the review", () => {
  it("have a finding in kept words between the changes around its sentence", () => {
    const kept = finding("f", { quote: "1 July", start: 8, length: 6, paragraph: 0 });
    expect(ids(kept)).toEqual(["a", "f", "b", "c"]);
  });

  it("have one whose sentence the draft does not know before the next paragraph's changes", () => {
    expect(ids(finding("f", { quote: "12", length: 2, paragraph: 1 }))).toEqual([
      "a",
      "b",
      "f",
      "c",
    ]);
    expect(ids(finding("f", { quote: "12", length: 2, paragraph: 9 }))).toEqual([
      "a",
      "b",
      "c",
      "f",
    ]);
  });

  it("have none for a finding at a change, and none for one about the whole text", () => {
    const findings = [finding("x", { changeId: "a", quote: "a" }), finding("y", {})];
    expect(ids(...findings)).toEqual(["a", "b", "c"]);
    expect(generalFindings(viewOf(findings)).map((each) => each.id)).toEqual(["y"]);
  });
});

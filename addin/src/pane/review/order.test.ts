import { describe, expect, it } from "vitest";
import type { Finding, HandoffView } from "../../api/types";
import { newChange } from "../../testing/fakeRedline";
import { generalFindings, reviewOrder, stageOf } from "./order";

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

describe("C62 where somebody is needed next", () => {
  const decided = (...findings: Finding[]): HandoffView => {
    const view = viewOf(findings);
    return { ...view, changes: view.changes.map((each) => ({ ...each, decision: "Accepted" })) };
  };
  const blocking = (id: string, place: Partial<Finding>) =>
    finding(id, { severity: "Blocking", ...place });

  it("is a change while one is undecided", () => {
    expect(stageOf(viewOf([blocking("f", { changeId: "b" })]))).toBe("open");
  });

  it("is the first row with a blocking finding once all are decided", () => {
    expect(
      stageOf(decided(blocking("f", { changeId: "c" }), blocking("g", { changeId: "b" }))),
    ).toEqual({ row: "b" });
  });

  it("is a blocking finding in kept words", () => {
    const kept = blocking("f", { quote: "1 July", start: 8, length: 6, paragraph: 0 });
    expect(stageOf(decided(kept))).toEqual({ row: "f" });
  });

  it("is the signature when nothing blocks, or only what is said of the whole text", () => {
    expect(stageOf(decided(finding("f", { changeId: "b" })))).toBe("sign");
    expect(stageOf(decided(blocking("f", {})))).toBe("sign");
  });
});

import { describe, expect, it } from "vitest";
import type { TemplateField } from "../api/types";
import { parseNumber } from "../format";
import { kubernetesRecord, statusReport } from "../testing/workflows";
import { isEmpty, restoreForm, toForm, toRecord } from "./model";
import { fieldAt, labelOf, pointerOf, tokensOf, valueAt } from "./pointers";
import { normalisePointer, visibleProblems } from "./problems";

const { fields } = statusReport.input;
const field = (kind: TemplateField["kind"], rest: Partial<TemplateField> = {}): TemplateField => ({
  name: "x",
  label: "X",
  kind,
  required: false,
  ...rest,
});

describe("C01 the form model", () => {
  it("gives back exactly the record that it was filled with", () => {
    expect(toRecord(fields, toForm(fields, kubernetesRecord))).toEqual(kubernetesRecord);
  });

  it("starts empty, with as many rows as the list needs", () => {
    const form = toForm(fields, undefined);
    expect(form["nextSteps"]).toMatchObject({ kind: "rows", rows: [{}] });
    expect(isEmpty(fields, form)).toBe(true);
  });

  it("leaves an empty optional field out of the record", () => {
    expect(toRecord([field("Money", { currency: "EUR" })], toForm([field("Money")], {}))).toEqual(
      {},
    );
  });

  it("sends what is no number as it was typed, so that the server can say so", () => {
    const number = field("Number");
    expect(toRecord([number], { x: { kind: "text", text: "five" } })).toEqual({ x: "five" });
    expect(toRecord([number], { x: { kind: "text", text: "5" } })).toEqual({ x: 5 });
  });

  it.each<[TemplateField, unknown]>([
    [field("YesNo"), false],
    [field("Money"), { amount: 12.5, currency: "USD" }],
    [field("Person"), { name: "Ann", email: "ann@example.org" }],
    [field("Person"), { name: "Ann" }],
    [field("Choice", { choices: ["a"] }), "a"],
    [field("LongText"), "one\ntwo"],
  ])("keeps a %o through editing", (template, value) => {
    expect(toRecord([template], toForm([template], { x: value }))).toEqual({ x: value });
  });

  it("restores what still fits a changed template and drops the rest", () => {
    const saved = { x: { kind: "text", text: "kept" }, gone: { kind: "text", text: "" } } as const;
    expect(restoreForm([field("Text")], saved)).toEqual({ x: { kind: "text", text: "kept" } });
    expect(restoreForm([field("YesNo")], saved)).toEqual({ x: { kind: "flag", on: undefined } });
  });

  it.each([
    ["1234.5", "en", 1234.5],
    ["1,234.5", "en", 1234.5],
    ["1.234,5", "de", 1234.5],
    ["1234,5", "de", 1234.5],
    ["1.5", "de", 1.5],
    ["-3", "en", -3],
    ["1,2,3", "en", undefined],
    ["", "en", undefined],
  ])("reads the number %s in %s", (text, locale, value) => {
    expect(parseNumber(text, locale)).toBe(value);
  });
});

describe("C01 JSON pointers", () => {
  it("escape and split by RFC 6901", () => {
    expect(pointerOf("a/b", "m~n", 0)).toBe("/a~1b/m~0n/0");
    expect(tokensOf("/a~1b/m~0n/0")).toEqual(["a/b", "m~n", "0"]);
    expect(tokensOf("#/a%20b")).toEqual(["a b"]);
    expect(tokensOf("")).toEqual([]);
  });

  it("read as words", () => {
    expect(labelOf(fields, "/nextSteps/1/date")).toBe("Next steps 2, Date");
    expect(labelOf(fields, "/project")).toBe("Project");
    expect(labelOf(fields, "/unknown")).toBe("unknown");
  });

  it("find the value and the field, also in lists", () => {
    expect(valueAt(kubernetesRecord, "/nextSteps/1/date")).toBe("2024-07-30");
    expect(valueAt(kubernetesRecord, "/nextSteps/99/date")).toBeUndefined();
    expect(valueAt(kubernetesRecord, "/constructor")).toBeUndefined();
    expect(fieldAt(fields, "/nextSteps/1/date")?.kind).toBe("Date");
  });

  it("into a request body find the form's field", () => {
    expect(normalisePointer("/record/nextSteps/0/date", fields)).toBe("/nextSteps/0/date");
    expect(normalisePointer("#/client", fields)).toBe("/client");
  });
});

describe("C01 problems at their fields", () => {
  const problems = [
    { pointer: "/client", code: "required", detail: "", expected: "" },
    { pointer: "/nextSteps", code: "too-few", detail: "", expected: "" },
    { pointer: "/nextSteps/0/date", code: "required", detail: "", expected: "" },
  ];
  const shown = (touched: string[], tried = false) =>
    visibleProblems(problems, new Set(touched), tried).map((problem) => problem.pointer);

  it("show when the field was left, and all of them once a submit was tried", () => {
    expect(shown([])).toEqual([]);
    expect(shown(["/client"])).toEqual(["/client"]);
    expect(shown(["/nextSteps/0/name"])).toEqual(["/nextSteps"]);
    expect(shown([], true)).toHaveLength(3);
  });
});

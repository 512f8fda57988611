import { describe, expect, it } from "vitest";
import { operationOf, readDefinition } from "./definition.mjs";
import { rules } from "./rules/index.mjs";
import { calls } from "./rules/dynamic.mjs";

describe("C75 the definition keeps every rule of the platform", () => {
  it.each(rules)("$severity: $name", ({ faults }) => expect(faults(readDefinition())).toEqual([]));
});

describe("C75 each rule finds what breaks it", () => {
  it.each(rules)("$name", ({ faults, breaking }) => {
    const definition = readDefinition();
    breaking(definition);
    expect(faults(definition)).not.toEqual([]);
  });

  it("no two rules have the same name", () =>
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length));
});

describe("C71 the designer asks for what it shows", () => {
  it("asks for workflows, reviewers and fields, each in both forms", () =>
    expect(calls(readDefinition()).map(({ place, target }) => `${place} -> ${target}`)).toEqual([
      "CreateDraft workflow -> ListWorkflows",
      "CreateDraft workflow -> ListWorkflows",
      "GetRecordSchema workflow -> ListWorkflows",
      "GetRecordSchema workflow -> ListWorkflows",
      ...["ReadyForReview", "Approved", "Rejected", "Expired", "ErrorFound"].flatMap((what) =>
        Array(2).fill(`When${what} workflow -> ListWorkflows`),
      ),
      "FlowDraft.record -> GetRecordSchema",
      "FlowDraft.record -> GetRecordSchema",
      "FlowDraft.reviewers[] -> ListReviewers",
      "FlowDraft.reviewers[] -> ListReviewers",
    ]));
});

describe("C74 no action of a flow does what only a person does", () => {
  it("confirms, decides, signs and releases nothing", () =>
    expect(
      Object.values(readDefinition().paths)
        .flatMap((item) => Object.values(item).flatMap((o) => o.operationId ?? []))
        .sort(),
    ).toEqual([
      "CancelHandoff",
      "CreateDraft",
      "EndSubscription",
      "GetApprovedDocument",
      "GetApprovedText",
      "GetDraft",
      "GetFindings",
      "GetHandoff",
      "GetRecordSchema",
      "ListHandoffs",
      "ListReviewers",
      "ListWorkflows",
      "RecordOutcome",
      "WhenApproved",
      "WhenErrorFound",
      "WhenExpired",
      "WhenReadyForReview",
      "WhenRejected",
    ]));
});

describe("C73 results are answers that a flow can use", () => {
  it("gives the approved document as bytes and the approved text as text", () => {
    const definition = readDefinition();
    expect(operationOf(definition, "GetApprovedDocument").responses["200"].schema.format).toBe(
      "binary",
    );
    expect(definition.definitions.ApprovedText.properties.text.type).toBe("string");
  });
});

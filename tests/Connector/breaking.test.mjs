import { describe, expect, it } from "vitest";
import { breaks } from "./breaking.mjs";
import { operationOf, readDefinition, readJson } from "./definition.mjs";

/** A new version of the definition with one change. */
const changed = (change) => {
  const definition = readDefinition();
  change(definition);
  return definition;
};

const create = (d) => operationOf(d, "CreateDraft");

describe("C75 a new version breaks no flow that was made with a released one", () => {
  it("compared with the last released definition", () =>
    expect(
      breaks(readJson("tests", "Connector", "released.swagger.json"), readDefinition()),
    ).toEqual([]));

  it.each([
    [
      "an operation that is gone",
      (d) => delete d.paths["/api/v1/flow/handoffs/{id}/findings"],
      "GetFindings: the operation is gone",
    ],
    [
      "an operation under another name",
      (d) => (create(d).operationId = "StartDraft"),
      "CreateDraft: the operation is gone",
    ],
    [
      "an operation in another place",
      (d) => {
        d.paths["/api/v1/flow/v2/workflows"] = d.paths["/api/v1/flow/workflows"];
        delete d.paths["/api/v1/flow/workflows"];
      },
      "ListWorkflows: it is called elsewhere",
    ],
    [
      "an action that becomes a trigger",
      (d) => (create(d)["x-ms-trigger"] = "single"),
      "CreateDraft: it is a trigger no longer, or now",
    ],
    [
      "a parameter that is gone",
      (d) => create(d).parameters.splice(1, 1),
      "CreateDraft Idempotency-Key: the parameter is gone",
    ],
    [
      "a parameter that has moved",
      (d) => (create(d).parameters[1].in = "query"),
      "CreateDraft Idempotency-Key: the parameter has moved",
    ],
    [
      "a parameter of another type",
      (d) => (operationOf(d, "GetHandoff").parameters[0].format = undefined),
      "GetHandoff id: the type has changed from string uuid to string ",
    ],
    [
      "a parameter that is required now",
      (d) => (create(d).parameters[1].required = true),
      "CreateDraft Idempotency-Key: it is required now",
    ],
    [
      "a new parameter that is required",
      (d) =>
        create(d).parameters.push({ name: "colour", in: "query", type: "string", required: true }),
      "CreateDraft colour: a new parameter is required",
    ],
    [
      "a choice that is gone",
      (d) => operationOf(d, "ListHandoffs").parameters[0].enum.pop(),
      "ListHandoffs state: a choice is gone",
    ],
    [
      "an input that is required now",
      (d) => d.definitions.FlowOutcome.required.push("reason"),
      "RecordOutcome body.reason: it is required now",
    ],
    [
      "an input that is gone",
      (d) => delete d.definitions.FlowOutcome.properties.reason,
      "RecordOutcome body.reason: it is gone",
    ],
    [
      "a result that is gone",
      (d) => delete d.definitions.ApprovedText.properties.text,
      "GetApprovedText answer.text: it is gone",
    ],
    [
      "a result of another type",
      (d) => (d.definitions.FlowPerson.properties.personId.type = "integer"),
      "GetHandoff answer.reviewers[].personId: the type has changed from string  to integer ",
    ],
  ])("%s is told", (_, change, told) =>
    expect(breaks(readDefinition(), changed(change))).toContain(told),
  );

  it.each([
    [
      "an operation more",
      (d) =>
        (d.paths["/api/v1/flow/more"] = {
          get: { ...operationOf(d, "ListWorkflows"), operationId: "ListMore" },
        }),
    ],
    [
      "a parameter more that may be left out",
      (d) => create(d).parameters.push({ name: "colour", in: "query", type: "string" }),
    ],
    ["a result more", (d) => (d.definitions.ApprovedText.properties.colour = { type: "string" })],
    ["other words", (d) => (create(d).summary = "Create a draft")],
  ])("%s breaks nothing", (_, change) =>
    expect(breaks(readDefinition(), changed(change))).toEqual([]),
  );
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  at,
  fileAt,
  operationOf,
  operations,
  readDefinition,
  readJson,
  resolve,
} from "./definition.mjs";

const connector = "shared_handoffoffice";
const names = readdirSync(fileAt("connector", "flows")).filter((file) => file.endsWith(".json"));

const readFlow = (name) => readJson("connector", "flows", name);

const startOf = (flow) => Object.values(flow.triggers)[0];
const isTriggered = (name) => startOf(readFlow(name)).inputs?.host?.connectionName === connector;
const drafting = names.filter((name) => !isTriggered(name));
const triggered = names.filter(isTriggered);

/** Every action with its name, those within others as well. */
const actionsOf = (actions) =>
  Object.entries(actions ?? {}).flatMap(([name, action]) => [
    [name, action],
    ...actionsOf(action.actions),
    ...actionsOf(action.else?.actions),
  ]);

const calls = (flow) =>
  actionsOf(flow.actions).filter(([, action]) => action.inputs?.host?.connectionName === connector);

/** The input template of a workflow that is shipped. */
const templateOf = (key) => {
  for (const folder of ["Samples", "Library"]) {
    const path = ["src", "HandoffOffice.Api", "Design", folder, `${key}.json`];
    if (readdirSync(fileAt(...path.slice(0, -1))).includes(path.at(-1)))
      return readJson(...path).input;
  }
  throw new Error(`No workflow '${key}' is shipped.`);
};

/** What is wrong with a call, by the definition: names that it does not have, and required ones that are not given. */
function faults(definition, { host, parameters }) {
  const operation = operationOf(definition, host.operationId);
  if (!operation) return [`there is no operation ${host.operationId}`];
  const body = (operation.parameters ?? []).find((p) => p.in === "body");
  const apart = (operation.parameters ?? []).filter((p) => p.in !== "body");
  const given = Object.keys(parameters);
  const inBody = (path) =>
    body && (path.startsWith("record/") || at(definition, body.schema, path));
  return [
    ...given
      .filter(
        (name) =>
          !apart.some((p) => p.name === name) &&
          !(name.startsWith("body/") && inBody(name.slice(5))),
      )
      .map((name) => `${host.operationId} does not take ${name}`),
    ...apart
      .filter((p) => p.required && !given.includes(p.name))
      .map((p) => `${host.operationId} needs ${p.name}`),
    ...(body ? required(definition, body.schema) : [])
      .filter(
        (name) =>
          !given.some((path) => path === `body/${name}` || path.startsWith(`body/${name}/`)),
      )
      .map((name) => `${host.operationId} needs body/${name}`),
  ];
}

const required = (definition, schema) =>
  definition.definitions[schema.$ref.split("/").at(-1)].required ?? [];

/** What is wrong with the record of a call, by the template of its workflow. */
function recordFaults({ parameters }) {
  const { fields } = templateOf(parameters.workflow);
  const given = Object.keys(parameters)
    .filter((name) => name.startsWith("body/record/"))
    .map((name) => name.split("/")[2]);
  return [
    ...given
      .filter((name) => name !== "_version" && !fields.some((field) => field.name === name))
      .map((name) => `there is no field ${name}`),
    ...fields
      .filter((field) => field.required && !given.includes(field.name))
      .map((field) => `the field ${field.name} is missing`),
  ];
}

describe("C71 C73 the sample flows", () => {
  it("are three that have a draft written, and one that starts when a draft is approved", () => {
    expect(drafting).toEqual([
      "mail-from-a-form.json",
      "status-report-from-a-list.json",
      "weekly-topics.json",
    ]);
    expect(triggered).toEqual(["when-a-report-is-approved.json"]);
  });

  it.each(names)("%s is a workflow definition that says what it does", (name) => {
    const flow = readFlow(name);
    expect(flow.$schema).toContain("workflowdefinition.json");
    expect(flow.description).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(flow.triggers)).toHaveLength(1);
  });

  it.each(names)(
    "%s calls operations that there are, with what they take and all that they need",
    (name) => {
      const flow = readFlow(name);
      expect(calls(flow).length).toBeGreaterThanOrEqual(1);
      expect(calls(flow).flatMap(([, action]) => faults(readDefinition(), action.inputs))).toEqual(
        [],
      );
    },
  );

  it.each(drafting)("%s fills the fields of its workflow", (name) => {
    const creating = calls(readFlow(name)).filter(
      ([, action]) => action.inputs.host.operationId === "CreateDraft",
    );
    expect(creating).toHaveLength(1);
    expect(creating.flatMap(([, action]) => recordFaults(action.inputs))).toEqual([]);
  });

  it.each(drafting)("%s is the same request when it is tried again", (name) =>
    expect(
      calls(readFlow(name)).find(
        ([, action]) => action.inputs.host.operationId === "CreateDraft",
      )[1].inputs.parameters["Idempotency-Key"],
    ).toMatch(/^@/),
  );

  it.each(names)("%s runs each action after ones that there are", (name) => {
    const check = (actions) => {
      for (const [own, action] of Object.entries(actions ?? {})) {
        expect(
          Object.keys(action.runAfter ?? {}).filter((before) => !actions[before]),
          own,
        ).toEqual([]);
        check(action.actions);
        check(action.else?.actions);
      }
    };
    check(readFlow(name).actions);
  });

  it.each(drafting)("%s reads results that the definition has", (name) => {
    const flow = readFlow(name);
    const operationBy = Object.fromEntries(
      calls(flow).map(([own, action]) => [own, action.inputs.host.operationId]),
    );
    const reads = [
      ...JSON.stringify(flow).matchAll(/outputs\('(\w+)'\)\?\['body\/(\w+)'\]/g),
    ].filter(([, action]) => operationBy[action]);
    expect(reads.length).toBeGreaterThan(0);
    const definition = readDefinition();
    for (const [, action, member] of reads)
      expect(
        at(
          definition,
          operationOf(definition, operationBy[action]).responses["200"].schema,
          member,
        ),
        `${action} ${member}`,
      ).toBeDefined();
  });

  it.each(triggered)("%s starts by a trigger that there is, and reads what it tells", (name) => {
    const flow = readFlow(name);
    const definition = readDefinition();
    const { inputs } = startOf(flow);
    const { item, operation } = operations(definition).find(
      (found) => found.operation.operationId === inputs.host.operationId,
    );
    expect(operation["x-ms-trigger"]).toBe("single");
    const taken = operation.parameters.map((parameter) => parameter.name);
    expect(Object.keys(inputs.parameters).filter((own) => !taken.includes(own))).toEqual([]);
    const reads = [...JSON.stringify(flow).matchAll(/triggerOutputs\(\)\?\['body\/([\w/]+)'\]/g)];
    expect(reads.length).toBeGreaterThan(0);
    for (const [, path] of reads)
      expect(
        path
          .split("/")
          .reduce(
            (schema, member) => resolve(definition, schema)?.properties?.[member],
            item["x-ms-notification-content"].schema,
          ),
        path,
      ).toBeDefined();
  });

  it.each(names)("%s is told of in the README", (name) =>
    expect(readFileSync(fileAt("connector", "README.md"), "utf8")).toContain(`flows/${name}`),
  );
});

describe("C71 what is wrong with a flow is found", () => {
  const call = (operationId, parameters) =>
    faults(readDefinition(), { host: { operationId }, parameters });

  it("an operation that there is not", () =>
    expect(call("ApproveHandoff", {})).toEqual(["there is no operation ApproveHandoff"]));
  it("a name that the operation does not take", () =>
    expect(call("GetHandoff", { id: "x", colour: "red" })).toEqual([
      "GetHandoff does not take colour",
    ]));
  it("a parameter that is missing", () =>
    expect(call("GetHandoff", {})).toEqual(["GetHandoff needs id"]));
  it("a part of the body that is missing", () =>
    expect(call("CreateDraft", { workflow: "x", "body/record/a": 1 })).toEqual([
      "CreateDraft needs body/reviewers",
    ]));
  it("a field that the workflow does not have", () =>
    expect(
      recordFaults({ parameters: { workflow: "client-email", "body/record/colour": 1 } }),
    ).toContain("there is no field colour"));
});

// Rules about lists and fields that the designer asks for: in the form of old designers, and in that of new ones.
import { at, operationOf, operations, parameters, schemas } from "../definition.mjs";
import { each, hard } from "./rule.mjs";

const forms = [
  { old: "x-ms-dynamic-values", new: "x-ms-dynamic-list" },
  { old: "x-ms-dynamic-schema", new: "x-ms-dynamic-properties" },
];

/** Every place that asks, with the operation that it stands in; a definition's places stand in each operation that takes it as its body. */
export const places = (d) => [
  ...parameters(d)
    .filter(({ parameter }) => forms.some((form) => parameter[form.old] || parameter[form.new]))
    .map(({ operation, parameter }) => ({
      holder: parameter,
      operation,
      place: `${operation.operationId} ${parameter.name}`,
    })),
  ...schemas(d)
    .filter(({ schema }) => forms.some((form) => schema[form.old] || schema[form.new]))
    .flatMap(({ schema, place }) =>
      operations(d)
        .filter(({ operation }) =>
          (operation.parameters ?? []).some(
            (p) => p.schema?.$ref === `#/definitions/${place.split(/[.[]/)[0]}`,
          ),
        )
        .map(({ operation }) => ({ holder: schema, operation, place })),
    ),
];

/** Every call that a place makes, in one shape for all forms. */
export const calls = (d) =>
  places(d).flatMap(({ holder, operation, place }) =>
    [
      ...(holder["x-ms-dynamic-values"]
        ? [
            of(
              holder["x-ms-dynamic-values"],
              ["value-collection"],
              ["value-path", "value-title"],
              "parameter",
            ),
          ]
        : []),
      ...(holder["x-ms-dynamic-list"]
        ? [
            of(
              holder["x-ms-dynamic-list"],
              ["itemsPath"],
              ["itemValuePath", "itemTitlePath"],
              "parameterReference",
            ),
          ]
        : []),
      ...(holder["x-ms-dynamic-schema"]
        ? [of(holder["x-ms-dynamic-schema"], ["value-path"], [], "parameter")]
        : []),
      ...(holder["x-ms-dynamic-properties"]
        ? [of(holder["x-ms-dynamic-properties"], ["itemValuePath"], [], "parameterReference")]
        : []),
    ].map((call) => ({ ...call, operation, place })),
  );

function of(extension, [whole], members, reference) {
  return {
    target: extension.operationId,
    given: Object.entries(extension.parameters ?? {}).map(([name, value]) => ({
      name,
      refersTo: value?.[reference],
      value: value?.value,
      isPlain: typeof value !== "object",
    })),
    whole: extension[whole],
    members: members.map((member) => extension[member]),
  };
}

const where = ({ place, target }) => `${place} -> ${target}`;
const required = (operation) =>
  (operation?.parameters ?? []).filter((p) => p.required && p.default === undefined);

/** Whether a reference to an input of the operation leads to one: a parameter, or a member of the body. */
function leads(d, operation, reference) {
  const [first, ...rest] = reference.split("/");
  const direct = (operation.parameters ?? []).find((p) => p.name === reference && p.in !== "body");
  const body = (operation.parameters ?? []).find((p) => p.in === "body");
  return Boolean(
    direct ??
    (body && first === body.name && rest.length > 0 && at(d, body.schema, rest.join("/"))),
  );
}

const record = (d) => d.definitions.FlowDraft.properties.record;
const workflow = (d) => operationOf(d, "CreateDraft").parameters.find((p) => p.name === "workflow");

export const ofDynamics = [
  hard(
    "What is asked for is asked for in both forms",
    (d) =>
      each(
        places(d),
        ({ holder }) =>
          forms.every((form) => Boolean(holder[form.old]) === Boolean(holder[form.new])),
        ({ place }) => place,
      ),
    (d) => delete record(d)["x-ms-dynamic-properties"],
  ),
  hard(
    "Both forms ask the same operation",
    (d) =>
      each(
        places(d),
        ({ holder }) =>
          forms.every((form) => holder[form.old]?.operationId === holder[form.new]?.operationId),
        ({ place }) => place,
      ),
    (d) => (record(d)["x-ms-dynamic-schema"].operationId = "GetHandoff"),
  ),
  hard(
    "The body itself is never told later",
    (d) =>
      each(
        parameters(d).filter(({ parameter }) => parameter.in === "body"),
        ({ parameter: p }) =>
          forms.every(
            (form) =>
              !p[form.old] && !p[form.new] && !p.schema?.[form.old] && !p.schema?.[form.new],
          ),
        ({ operation }) => operation.operationId,
      ),
    (d) =>
      (operationOf(d, "CreateDraft").parameters.at(-1)["x-ms-dynamic-schema"] =
        record(d)["x-ms-dynamic-schema"]),
  ),
  hard(
    "The operation that is asked is there, and changes nothing",
    (d) =>
      each(
        calls(d),
        ({ target }) =>
          operations(d).some(
            ({ operation, method }) => operation.operationId === target && method === "get",
          ),
        where,
      ),
    (d) => (record(d)["x-ms-dynamic-schema"].operationId = "GetFields"),
  ),
  hard(
    "The operation that is asked gets all that it needs",
    (d) =>
      each(
        calls(d),
        ({ target, given }) =>
          required(operationOf(d, target)).every((p) => given.some(({ name }) => name === p.name)),
        where,
      ),
    (d) => (record(d)["x-ms-dynamic-properties"].parameters = {}),
  ),
  hard(
    "It gets nothing that it does not take",
    (d) =>
      each(
        calls(d),
        ({ target, given }) =>
          given.every(({ name }) =>
            (operationOf(d, target)?.parameters ?? []).some((p) => p.name === name),
          ),
        where,
      ),
    (d) => (record(d)["x-ms-dynamic-schema"].parameters.colour = { parameter: "workflow" }),
  ),
  hard(
    "What it gets is an input of the same action, or a value",
    (d) =>
      each(
        calls(d),
        ({ operation, given }) =>
          given.every(
            ({ refersTo, value, isPlain }) =>
              isPlain || value !== undefined || (refersTo && leads(d, operation, refersTo)),
          ),
        where,
      ),
    (d) => (record(d)["x-ms-dynamic-schema"].parameters.workflow = { parameter: "process" }),
  ),
  hard(
    "The path of the list or schema leads somewhere in the answer",
    (d) =>
      each(
        calls(d),
        ({ target, whole }) =>
          Boolean(whole && at(d, operationOf(d, target)?.responses["200"]?.schema, whole)),
        where,
      ),
    (d) => (record(d)["x-ms-dynamic-properties"].itemValuePath = "fields"),
  ),
  hard(
    "The paths of value and title lead somewhere in an item",
    (d) =>
      each(
        calls(d),
        ({ target, whole, members }) =>
          members.every(
            (member) =>
              member &&
              at(d, operationOf(d, target)?.responses["200"]?.schema, `${whole}/${member}`),
          ),
        where,
      ),
    (d) => (workflow(d)["x-ms-dynamic-list"].itemTitlePath = "title"),
  ),
];

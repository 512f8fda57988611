// Reads the connector's definition and walks through it.
import { readFileSync } from "node:fs";

/** The path of a file of the repository. */
export const fileAt = (...path) => new URL(`../../${path.join("/")}`, import.meta.url);

/** A JSON file of the repository, new each time. */
export const readJson = (...path) => JSON.parse(readFileSync(fileAt(...path), "utf8"));

/** The definition as it is committed, new each time: a case may change it. */
export const readDefinition = () => readJson("connector", "apiDefinition.swagger.json");

const methods = ["get", "put", "post", "delete", "patch", "head", "options"];

/** Every operation with where it stands. */
export const operations = (definition) =>
  Object.entries(definition.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => ({ path, item, method, operation: item[method] })),
  );

/** An operation by its id. */
export const operationOf = (definition, id) =>
  operations(definition).find(({ operation }) => operation.operationId === id)?.operation;

/** Every parameter with the operation that has it. */
export const parameters = (definition) =>
  operations(definition).flatMap((found) =>
    (found.operation.parameters ?? []).map((parameter) => ({ ...found, parameter })),
  );

/** Every answer with the operation that gives it. */
export const answers = (definition) =>
  operations(definition).flatMap((found) =>
    Object.entries(found.operation.responses ?? {}).map(([status, answer]) => ({
      ...found,
      status,
      answer,
    })),
  );

const referenceStart = "#/definitions/";

/** What a reference points at; anything else is itself. */
export const resolve = (definition, schema) =>
  schema?.$ref ? definition.definitions?.[schema.$ref.slice(referenceStart.length)] : schema;

function* within(schema, place, root) {
  if (!schema || typeof schema !== "object") return;
  yield { schema, place, root };
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    yield* within(property, `${place}.${name}`, false);
  if (schema.items) yield* within(schema.items, `${place}[]`, false);
  for (const word of ["allOf", "oneOf", "anyOf"])
    for (const part of schema[word] ?? []) yield* within(part, `${place}(${word})`, false);
  if (typeof schema.additionalProperties === "object")
    yield* within(schema.additionalProperties, `${place}{}`, false);
}

/** Every schema: of definitions, bodies, answers and notifications. `root` says whether a body or an answer is it. */
export const schemas = (definition) => [
  ...Object.entries(definition.definitions ?? {}).flatMap(([name, schema]) => [
    ...within(schema, name, false),
  ]),
  ...parameters(definition)
    .filter(({ parameter }) => parameter.in === "body")
    .flatMap(({ operation, parameter }) => [
      ...within(parameter.schema, `${operation.operationId} body`, true),
    ]),
  ...answers(definition).flatMap(({ operation, status, answer }) => [
    ...within(answer.schema, `${operation.operationId} ${status}`, true),
  ]),
  ...Object.entries(definition.paths).flatMap(([path, item]) => [
    ...within(item["x-ms-notification-content"]?.schema, `${path} notification`, true),
  ]),
];

/** Every property of an object schema. */
export const properties = (definition) =>
  schemas(definition).flatMap(({ schema, place }) =>
    Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      owner: schema,
      place: `${place}.${name}`,
      name,
      property,
    })),
  );

/** The schema at a path of member names (`items/workflow`) below a schema; through lists to their items. */
export function at(definition, schema, path) {
  let found = resolve(definition, schema);
  for (const name of path.split("/")) {
    if (found?.type === "array") found = resolve(definition, found.items);
    found = resolve(definition, found?.properties?.[name]);
  }
  return found;
}

/** Whether these words are a sentence: a capital letter, a full stop, something between. */
export const isSentence = (text) => typeof text === "string" && /^[A-Z].{8,}[.!?]$/s.test(text);

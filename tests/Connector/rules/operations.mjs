// Rules about operations and their answers.
import { answers, isSentence, operations, operationOf } from "../definition.mjs";
import { advisory, each, hard } from "./rule.mjs";

const any = (definition) =>
  operationOf(definition, "GetHandoff") ?? operations(definition)[0].operation;
const asynchronous = (definition) => operationOf(definition, "CreateDraft");
const place = ({ operation, path, method }) => operation.operationId ?? `${method} ${path}`;
const succeeds = (status) => /^2\d\d$/.test(status);
const withSchema = (operation) =>
  Object.entries(operation.responses ?? {})
    .filter(([, answer]) => answer.schema)
    .map(([status]) => status);

/** The words of a summary after the first: a capital letter is for what is written so everywhere. */
const isSentenceCase = (summary) =>
  /^[A-Z]/.test(summary ?? "") &&
  summary
    .split(" ")
    .slice(1)
    .every((word) => word === word.toLowerCase() || word === word.toUpperCase());

export const ofOperations = [
  hard(
    "Every operation has an id",
    (d) => each(operations(d), ({ operation }) => Boolean(operation.operationId), place),
    (d) => delete any(d).operationId,
  ),
  hard(
    "No two operations have the same id",
    (d) => {
      const ids = operations(d).map(({ operation }) => operation.operationId?.toLowerCase());
      return ids.filter((id, i) => ids.indexOf(id) !== i);
    },
    (d) => (any(d).operationId = "CreateDraft"),
  ),
  hard(
    "An id is in PascalCase",
    (d) =>
      each(
        operations(d),
        ({ operation }) => /^([A-Z][a-z0-9]+)+$/.test(operation.operationId),
        place,
      ),
    (d) => (any(d).operationId = "get_handoff"),
  ),
  hard(
    "Every operation has a summary of at most 80 characters",
    (d) =>
      each(
        operations(d),
        ({ operation }) => operation.summary?.length > 0 && operation.summary.length <= 80,
        place,
      ),
    (d) => (any(d).summary = `Get ${"very ".repeat(20)}much`),
  ),
  hard(
    String.raw`A summary has none of the characters / \ < > * % & ?`,
    (d) =>
      each(operations(d), ({ operation }) => !/[/\\<>*%&?]/.test(operation.summary ?? ""), place),
    (d) => (any(d).summary = "Get a handoff/draft"),
  ),
  hard(
    "A summary ends with a letter or a digit",
    (d) =>
      each(operations(d), ({ operation }) => /[a-z0-9]$/i.test(operation.summary ?? ""), place),
    (d) => (any(d).summary = "Get a handoff."),
  ),
  advisory(
    "A summary is in sentence case",
    (d) => each(operations(d), ({ operation }) => isSentenceCase(operation.summary), place),
    (d) => (any(d).summary = "Get A Handoff"),
  ),
  advisory(
    "No two summaries are the same",
    (d) => {
      const summaries = operations(d).map(({ operation }) => operation.summary);
      return summaries.filter((summary, i) => summaries.indexOf(summary) !== i);
    },
    (d) => (any(d).summary = asynchronous(d).summary),
  ),
  hard(
    "A description is a sentence",
    (d) => each(operations(d), ({ operation }) => isSentence(operation.description), place),
    (d) => (any(d).description = "gets it"),
  ),
  hard(
    "A description says something else than the summary",
    (d) =>
      each(
        operations(d),
        ({ operation: o }) =>
          o.description?.replace(/\.$/, "").toLowerCase() !== o.summary?.toLowerCase(),
        place,
      ),
    (d) => (any(d).description = `${any(d).summary}.`),
  ),
  hard(
    "No operation has tags",
    (d) => each(operations(d), ({ operation }) => !operation.tags?.length, place),
    (d) => (any(d).tags = ["Handoffs"]),
  ),
  hard(
    "A visibility is one of those that there are",
    (d) =>
      each(
        operations(d),
        ({ operation }) =>
          ["none", "advanced", "internal", "important", undefined].includes(
            operation["x-ms-visibility"],
          ),
        place,
      ),
    (d) => (any(d)["x-ms-visibility"] = "hidden"),
  ),
  hard(
    "A path has no query, no slash at its end and no two in a row",
    (d) => each(Object.keys(d.paths), (path) => /^(\/[^/?#]+)+$/.test(path), String),
    (d) => (d.paths["/api/v1/flow/things/"] = {}),
  ),
  hard(
    "The places of a path are its parameters, each once",
    (d) =>
      each(
        operations(d),
        ({ path, operation }) =>
          [...path.matchAll(/\{(\w+)\}/g)]
            .map((match) => match[1])
            .sort()
            .join() ===
          (operation.parameters ?? [])
            .filter((p) => p.in === "path")
            .map((p) => p.name)
            .sort()
            .join(),
        place,
      ),
    (d) => (any(d).parameters = []),
  ),
  hard(
    "There is an answer of success",
    (d) =>
      each(
        operations(d),
        ({ operation }) => Object.keys(operation.responses ?? {}).some(succeeds),
        place,
      ),
    (d) => delete any(d).responses["200"],
  ),
  hard(
    "One answer has a schema, or none has anything to give",
    (d) =>
      each(
        operations(d),
        ({ operation, method }) =>
          withSchema(operation).length === 1 ||
          (method === "delete" && withSchema(operation).length === 0),
        place,
      ),
    (d) => (any(d).responses["201"] = { ...any(d).responses["200"] }),
  ),
  hard(
    "That answer is 200 or 201",
    (d) =>
      each(
        operations(d),
        ({ operation }) => withSchema(operation).every((status) => ["200", "201"].includes(status)),
        place,
      ),
    (d) => {
      asynchronous(d).responses["202"].schema = asynchronous(d).responses["200"].schema;
      delete asynchronous(d).responses["200"].schema;
    },
  ),
  hard(
    "What is answered later with 202 is described on 200",
    (d) =>
      each(
        operations(d),
        ({ operation: o }) => !o.responses?.["202"] || Boolean(o.responses["200"]?.schema),
        place,
      ),
    (d) => delete asynchronous(d).responses["200"],
  ),
  hard(
    "The default answer has no schema",
    (d) => each(answers(d), ({ status, answer }) => status !== "default" || !answer.schema, place),
    (d) =>
      (any(d).responses.default = { description: "Anything else.", schema: { type: "string" } }),
  ),
  hard(
    "An answer of failure has no schema",
    (d) =>
      each(answers(d), ({ status, answer }) => !/^[345]/.test(status) || !answer.schema, place),
    (d) => (any(d).responses["404"].schema = { type: "string" }),
  ),
  hard(
    "Every answer says what it is in a sentence",
    (d) =>
      each(
        answers(d),
        ({ answer }) => isSentence(answer.description),
        ({ operation, status }) => `${operation.operationId} ${status}`,
      ),
    (d) => (any(d).responses["200"].description = "OK"),
  ),
  hard(
    "A question that changes nothing has no body, and none has two",
    (d) =>
      each(
        operations(d),
        ({ operation, method }) =>
          (operation.parameters ?? []).filter((p) => p.in === "body").length <=
          (["get", "delete"].includes(method) ? 0 : 1),
        place,
      ),
    (d) => any(d).parameters.push({ name: "body", in: "body", schema: { type: "object" } }),
  ),
];

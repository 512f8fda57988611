// Rules about parameters.
import { isSentence, operationOf, parameters } from "../definition.mjs";
import { advisory, each, hard } from "./rule.mjs";

export const formats = {
  string: [
    "byte",
    "binary",
    "date",
    "date-time",
    "date-no-tz",
    "email",
    "uri",
    "uuid",
    "password",
    "html",
    undefined,
  ],
  integer: ["int32", "int64", undefined],
  number: ["float", "double", undefined],
  boolean: [undefined],
  array: [undefined],
  object: [undefined],
};

const place = ({ operation, parameter }) => `${operation.operationId} ${parameter.name}`;
const apart = (d) => parameters(d).filter(({ parameter }) => parameter.in !== "body");
const bodies = (d) => parameters(d).filter(({ parameter }) => parameter.in === "body");
const first = (d) => operationOf(d, "GetHandoff").parameters[0];
const header = (d) => operationOf(d, "CreateDraft").parameters.find((p) => p.in === "header");

export const ofParameters = [
  hard(
    "A parameter beside the body has a summary for people",
    (d) => each(apart(d), ({ parameter }) => parameter["x-ms-summary"]?.length > 0, place),
    (d) => delete first(d)["x-ms-summary"],
  ),
  hard(
    "A parameter beside the body has a description that is a sentence",
    (d) => each(apart(d), ({ parameter }) => isSentence(parameter.description), place),
    (d) => (first(d).description = "id"),
  ),
  hard(
    "A parameter's description says something else than its summary",
    (d) =>
      each(
        apart(d),
        ({ parameter: p }) => p.description?.replace(/\.$/, "") !== p["x-ms-summary"],
        place,
      ),
    (d) => (first(d)["x-ms-summary"] = first(d).description.replace(/\.$/, "")),
  ),
  advisory(
    "A parameter's summary is in sentence case and short",
    (d) =>
      each(
        apart(d),
        ({ parameter: p }) => /^[A-Z][^.]{0,40}$/.test(p["x-ms-summary"] ?? ""),
        place,
      ),
    (d) => (first(d)["x-ms-summary"] = "handoff_id"),
  ),
  hard(
    "A parameter in the path is encoded once",
    (d) =>
      each(
        apart(d),
        ({ parameter: p }) => p.in !== "path" || p["x-ms-url-encoding"] === "single",
        place,
      ),
    (d) => delete first(d)["x-ms-url-encoding"],
  ),
  hard(
    "A parameter in the path is required",
    (d) => each(apart(d), ({ parameter: p }) => p.in !== "path" || p.required === true, place),
    (d) => delete first(d).required,
  ),
  hard(
    "A parameter that nobody sees and that is required has a value",
    (d) =>
      each(
        parameters(d),
        ({ parameter: p }) =>
          p["x-ms-visibility"] !== "internal" || !p.required || p.default !== undefined,
        place,
      ),
    (d) => Object.assign(header(d), { required: true, "x-ms-visibility": "internal" }),
  ),
  hard(
    "No operation has two parameters of one name",
    (d) =>
      each(
        parameters(d),
        ({ operation, parameter }) =>
          operation.parameters.filter((p) => p.name === parameter.name).length === 1,
        place,
      ),
    (d) => operationOf(d, "GetHandoff").parameters.push({ ...first(d), in: "query" }),
  ),
  hard(
    "A parameter has a type, and a format that belongs to it",
    (d) => each(apart(d), ({ parameter: p }) => formats[p.type]?.includes(p.format), place),
    (d) => (first(d).format = "guid"),
  ),
  hard(
    "A parameter does not allow null",
    (d) =>
      each(parameters(d), ({ parameter: p }) => !("nullable" in p) && !("x-nullable" in p), place),
    (d) => (first(d)["x-nullable"] = true),
  ),
  hard(
    "No parameter is a header that the platform sets itself",
    (d) =>
      each(
        apart(d),
        ({ parameter: p }) =>
          p.in !== "header" ||
          !/^(authorization|content-type|accept|host|user-agent)$/i.test(p.name),
        place,
      ),
    (d) => (header(d).name = "Authorization"),
  ),
  hard(
    "A body is described and has a schema",
    (d) =>
      each(bodies(d), ({ parameter: p }) => isSentence(p.description) && Boolean(p.schema), place),
    (d) => delete operationOf(d, "CreateDraft").parameters.at(-1).description,
  ),
  advisory(
    "A value to choose from has a default where it may be left out",
    (d) =>
      each(
        apart(d),
        ({ parameter: p }) => !p.enum || p.required || p.enum.includes(p.default),
        place,
      ),
    (d) => delete operationOf(d, "ListHandoffs").parameters[0].default,
  ),
];

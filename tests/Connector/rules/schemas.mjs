// Rules about schemas.
import {
  isSentence,
  operationOf,
  operations,
  properties,
  resolve,
  schemas,
} from "../definition.mjs";
import { formats } from "./parameters.mjs";
import { advisory, each, hard } from "./rule.mjs";

const place = ({ place: where }) => where;
const handoff = (d) => d.definitions.FlowHandoff.properties;
const isReference = (schema) => "$ref" in schema;

/** Every use of a definition, wherever it stands. */
const references = (node) =>
  node && typeof node === "object"
    ? [
        ...(typeof node.$ref === "string" ? [node.$ref] : []),
        ...Object.values(node).flatMap(references),
      ]
    : [];

export const ofSchemas = [
  hard(
    "No schema has alternatives",
    (d) => each(schemas(d), ({ schema }) => !schema.oneOf && !schema.anyOf && !schema.not, place),
    (d) => (handoff(d).link = { oneOf: [{ type: "string" }] }),
  ),
  hard(
    "No schema allows null",
    (d) =>
      each(
        schemas(d),
        ({ schema }) =>
          !("nullable" in schema) && !("x-nullable" in schema) && !Array.isArray(schema.type),
        place,
      ),
    (d) => (handoff(d).link["x-nullable"] = true),
  ),
  hard(
    "A reference stands alone",
    (d) =>
      each(
        schemas(d),
        ({ schema }) => !isReference(schema) || Object.keys(schema).length === 1,
        place,
      ),
    (d) => (handoff(d).reviewers.items.description = "A person of the organisation."),
  ),
  hard(
    "A reference leads somewhere",
    (d) => each(references(d), (reference) => Boolean(resolve(d, { $ref: reference })), String),
    (d) => (handoff(d).reviewers.items.$ref = "#/definitions/Nobody"),
  ),
  hard(
    "No schema is empty",
    (d) => each(schemas(d), ({ schema }) => isReference(schema) || Boolean(schema.type), place),
    (d) => (handoff(d).link = {}),
  ),
  hard(
    "A list says what is in it",
    (d) =>
      each(schemas(d), ({ schema }) => schema.type !== "array" || Boolean(schema.items), place),
    (d) => delete handoff(d).reviewers.items,
  ),
  hard(
    "An object says what is in it, or that it is told later",
    (d) =>
      each(
        schemas(d),
        ({ schema, place: where }) =>
          schema.type !== "object" ||
          schema.properties ||
          schema["x-ms-dynamic-schema"] ||
          where.endsWith(".schema"),
        place,
      ),
    (d) => (handoff(d).link = { type: "object" }),
  ),
  hard(
    "A type is one of Swagger 2.0, with a format that the platform knows",
    (d) =>
      each(
        schemas(d),
        ({ schema }) => isReference(schema) || formats[schema.type]?.includes(schema.format),
        place,
      ),
    (d) => (handoff(d).link.format = "url"),
  ),
  hard(
    "Bytes are a body or an answer of their own",
    (d) => each(schemas(d), ({ schema, root }) => schema.format !== "binary" || root, place),
    (d) => (handoff(d).link.format = "binary"),
  ),
  hard(
    "Bytes within JSON are in base64, and nowhere else",
    (d) => each(schemas(d), ({ schema, root }) => schema.format !== "byte" || !root, place),
    (d) => (operationOf(d, "GetApprovedDocument").responses["200"].schema.format = "byte"),
  ),
  hard(
    "An answer in bytes is no JSON",
    (d) =>
      each(
        operations(d),
        ({ operation: o }) =>
          o.responses?.["200"]?.schema?.format !== "binary" ||
          (o.produces && !o.produces.includes("application/json")),
        ({ operation }) => operation.operationId,
      ),
    (d) => delete operationOf(d, "GetApprovedDocument").produces,
  ),
  hard(
    "Every property has a summary for people",
    (d) =>
      each(
        properties(d),
        ({ property }) => isReference(property) || property["x-ms-summary"]?.length > 0,
        place,
      ),
    (d) => delete handoff(d).link["x-ms-summary"],
  ),
  hard(
    "Every property has a description that is a sentence",
    (d) =>
      each(
        properties(d),
        ({ property }) => isReference(property) || isSentence(property.description),
        place,
      ),
    (d) => (handoff(d).state.description = "state"),
  ),
  hard(
    "A property's description says something else than its summary",
    (d) =>
      each(
        properties(d),
        ({ property: p }) => p.description?.replace(/\.$/, "") !== p["x-ms-summary"],
        place,
      ),
    (d) => (handoff(d).link.description = `${handoff(d).link["x-ms-summary"]}.`),
  ),
  advisory(
    "A summary is in sentence case, and no two of an object are the same",
    (d) =>
      each(
        properties(d),
        ({ owner, property: p }) =>
          isReference(p) ||
          (/^[A-Z][^.]{0,60}$/.test(p["x-ms-summary"] ?? "") &&
            Object.values(owner.properties).filter(
              (other) => other["x-ms-summary"] === p["x-ms-summary"],
            ).length === 1),
        place,
      ),
    (d) => (handoff(d).link["x-ms-summary"] = handoff(d).state["x-ms-summary"]),
  ),
  hard(
    "Values to choose from stand where they are chosen, each once",
    (d) => [
      ...each(
        schemas(d),
        ({ schema }) => !schema.enum || new Set(schema.enum).size === schema.enum.length,
        place,
      ),
      ...each(
        Object.entries(d.definitions),
        ([, schema]) => !schema.enum,
        ([name]) => name,
      ),
    ],
    (d) => (d.definitions.State = { type: "string", enum: ["A"] }),
  ),
  hard(
    "What is required is there",
    (d) =>
      each(
        schemas(d),
        ({ schema }) => (schema.required ?? []).every((name) => schema.properties?.[name]),
        place,
      ),
    (d) => d.definitions.FlowHandoff.required.push("colour"),
  ),
  hard(
    "A property that nobody sees and that is required has a value",
    (d) =>
      each(
        properties(d),
        ({ owner, name, property: p }) =>
          p["x-ms-visibility"] !== "internal" ||
          !owner.required?.includes(name) ||
          p.default !== undefined ||
          "x-ms-notification-url" in p,
        place,
      ),
    (d) => (d.definitions.Cancellation.properties.reason["x-ms-visibility"] = "internal"),
  ),
  hard(
    "No object is closed: an answer may say more one day",
    (d) => each(schemas(d), ({ schema }) => schema.additionalProperties !== false, place),
    (d) => (d.definitions.FlowHandoff.additionalProperties = false),
  ),
  hard(
    "A definition's name has letters and digits only, and something uses it",
    (d) => {
      const used = new Set(references(d));
      return each(
        Object.keys(d.definitions),
        (name) => /^[A-Za-z][A-Za-z0-9]*$/.test(name) && used.has(`#/definitions/${name}`),
        String,
      );
    },
    (d) => (d.definitions.Unused = { type: "string" }),
  ),
];

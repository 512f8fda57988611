// Every rule that Microsoft's certification and the platform's import have for a connector's definition.
import { ofDynamics } from "./dynamic.mjs";
import { ofOperations } from "./operations.mjs";
import { ofParameters } from "./parameters.mjs";
import { ofSchemas } from "./schemas.mjs";
import { ofTriggers } from "./triggers.mjs";
import { whole } from "./whole.mjs";

/** @type {import("./rule.mjs").Rule[]} */
export const rules = [
  ...whole,
  ...ofOperations,
  ...ofParameters,
  ...ofSchemas,
  ...ofDynamics,
  ...ofTriggers,
];

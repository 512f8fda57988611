// Says what in a new version of a definition breaks flows that were made with an older one. The platform refuses such an update.
import { operations, resolve } from "./definition.mjs";

const byId = (definition) =>
  new Map(operations(definition).map((found) => [found.operation.operationId, found]));

/** @returns {string[]} what breaks, each at its place; nothing where every flow goes on */
export function breaks(before, after) {
  const now = byId(after);
  return [...byId(before)].flatMap(([id, old]) => {
    const found = now.get(id);
    return found ? ofOperation(before, after, id, old, found) : [`${id}: the operation is gone`];
  });
}

function ofOperation(before, after, id, old, found) {
  const body = (definition, { operation }) =>
    (operation.parameters ?? []).find((p) => p.in === "body")?.schema;
  const answer = (definition, { operation }) =>
    operation.responses["200"]?.schema ?? operation.responses["201"]?.schema;
  return [
    ...(old.path === found.path && old.method === found.method
      ? []
      : [`${id}: it is called elsewhere`]),
    ...(old.operation["x-ms-trigger"] === found.operation["x-ms-trigger"]
      ? []
      : [`${id}: it is a trigger no longer, or now`]),
    ...ofParameters(id, old.operation.parameters ?? [], found.operation.parameters ?? []),
    ...ofInput(before, after, `${id} body`, body(before, old), body(after, found)),
    ...ofOutput(before, after, `${id} answer`, answer(before, old), answer(after, found)),
    ...ofOutput(
      before,
      after,
      `${id} notification`,
      old.item["x-ms-notification-content"]?.schema,
      found.item["x-ms-notification-content"]?.schema,
    ),
  ];
}

function ofParameters(id, old, now) {
  const same = (parameter) => now.find((other) => other.name === parameter.name);
  return [
    ...old.flatMap((parameter) => {
      const found = same(parameter);
      const place = `${id} ${parameter.name}`;
      if (!found) return [`${place}: the parameter is gone`];
      return [
        ...(found.in === parameter.in ? [] : [`${place}: the parameter has moved`]),
        ...ofType(place, parameter, found),
        ...(found.required && !parameter.required ? [`${place}: it is required now`] : []),
        ...fewerChoices(place, parameter, found),
      ];
    }),
    ...now
      .filter(
        (parameter) =>
          parameter.required &&
          parameter.default === undefined &&
          !old.some((other) => other.name === parameter.name),
      )
      .map((parameter) => `${id} ${parameter.name}: a new parameter is required`),
  ];
}

const ofType = (place, old, now) =>
  old.type === now.type && old.format === now.format
    ? []
    : [
        `${place}: the type has changed from ${old.type} ${old.format ?? ""} to ${now.type} ${now.format ?? ""}`,
      ];

const fewerChoices = (place, old, now) =>
  now.enum && (!old.enum || old.enum.some((value) => !now.enum.includes(value)))
    ? [`${place}: a choice is gone`]
    : [];

/** What a flow sends: nothing that it sends may be refused, and nothing more may be needed. */
function ofInput(before, after, place, oldSchema, nowSchema) {
  const [old, now] = [resolve(before, oldSchema), resolve(after, nowSchema)];
  if (!old && !now) return [];
  if (!old) return now.required?.length ? [`${place}: a body is required`] : [];
  if (!now) return [`${place}: it is gone`];
  return [
    ...ofType(place, old, now),
    ...fewerChoices(place, old, now),
    ...(now.required ?? [])
      .filter(
        (name) =>
          !(old.required ?? []).includes(name) && now.properties?.[name]?.default === undefined,
      )
      .map((name) => `${place}.${name}: it is required now`),
    ...Object.entries(old.properties ?? {}).flatMap(([name, property]) =>
      ofInput(before, after, `${place}.${name}`, property, now.properties?.[name]),
    ),
    ...(old.items ? ofInput(before, after, `${place}[]`, old.items, now.items) : []),
  ];
}

/** What a flow reads: all that it could read is there still, and is the same kind of thing. */
function ofOutput(before, after, place, oldSchema, nowSchema) {
  const [old, now] = [resolve(before, oldSchema), resolve(after, nowSchema)];
  if (!old) return [];
  if (!now) return [`${place}: it is gone`];
  return [
    ...ofType(place, old, now),
    ...Object.entries(old.properties ?? {}).flatMap(([name, property]) =>
      ofOutput(before, after, `${place}.${name}`, property, now.properties?.[name]),
    ),
    ...(old.items ? ofOutput(before, after, `${place}[]`, old.items, now.items) : []),
  ];
}

// Rules about webhooks: an operation that subscribes, what it is told, and the operation that unsubscribes.
import { operations, resolve } from "../definition.mjs";
import { each, hard } from "./rule.mjs";

const triggers = (d) => operations(d).filter(({ operation }) => operation["x-ms-trigger"]);
const place = ({ operation }) => operation.operationId;

const bodyOf = (d, operation) =>
  resolve(d, (operation.parameters ?? []).find((p) => p.in === "body")?.schema);

/** The properties of a body that take the address for notifications. */
const addresses = (d, operation) =>
  Object.entries(bodyOf(d, operation)?.properties ?? {}).filter(
    ([, property]) => "x-ms-notification-url" in property,
  );

/** The operation that ends the subscription: below the trigger's path, or beside it. */
const endOf = (d, path) =>
  operations(d).find(
    (other) =>
      other.method === "delete" &&
      [path, path.slice(0, path.lastIndexOf("/"))].some(
        (above) =>
          other.path.startsWith(`${above}/`) && /^\/\{\w+\}$/.test(other.path.slice(above.length)),
      ),
  );

const trigger = (d) => triggers(d)[0];

/** Where subscriptions are ended. */
const end = "/api/v1/flow/triggers/{subscriptionId}";

export const ofTriggers = [
  hard(
    "A trigger is told of one thing at a time",
    (d) => each(triggers(d), ({ operation }) => operation["x-ms-trigger"] === "single", place),
    (d) => (trigger(d).operation["x-ms-trigger"] = "batch"),
  ),
  hard(
    "A trigger is a POST",
    (d) => each(triggers(d), ({ method }) => method === "post", place),
    (d) => {
      const { item, operation } = trigger(d);
      delete item.post;
      item.put = operation;
    },
  ),
  hard(
    "What is notified stands on the path of the trigger, with a schema",
    (d) =>
      each(
        triggers(d),
        ({ item }) => Boolean(resolve(d, item["x-ms-notification-content"]?.schema)?.properties),
        place,
      ),
    (d) => delete trigger(d).item["x-ms-notification-content"],
  ),
  hard(
    "What is notified does not stand on the operation",
    (d) =>
      each(operations(d), ({ operation }) => !("x-ms-notification-content" in operation), place),
    (d) => {
      const { item, operation } = trigger(d);
      operation["x-ms-notification-content"] = item["x-ms-notification-content"];
    },
  ),
  hard(
    "Nothing is notified on a path without a trigger",
    (d) =>
      each(
        Object.entries(d.paths).filter(([, item]) => item["x-ms-notification-content"]),
        ([path]) => triggers(d).some((found) => found.path === path),
        ([path]) => path,
      ),
    (d) => delete trigger(d).operation["x-ms-trigger"],
  ),
  hard(
    "One property of the body takes the address for notifications",
    (d) => each(triggers(d), ({ operation }) => addresses(d, operation).length === 1, place),
    (d) => delete bodyOf(d, trigger(d).operation).properties.callbackUrl["x-ms-notification-url"],
  ),
  hard(
    "That property is text, required, and seen by nobody",
    (d) =>
      each(
        triggers(d),
        ({ operation }) =>
          addresses(d, operation).every(
            ([name, p]) =>
              p.type === "string" &&
              p["x-ms-visibility"] === "internal" &&
              bodyOf(d, operation).required?.includes(name),
          ),
        place,
      ),
    (d) => (bodyOf(d, trigger(d).operation).required = []),
  ),
  hard(
    "No operation without a trigger takes such an address",
    (d) =>
      each(
        operations(d),
        ({ operation }) => operation["x-ms-trigger"] || addresses(d, operation).length === 0,
        place,
      ),
    (d) => delete trigger(d).operation["x-ms-trigger"],
  ),
  hard(
    "A subscription is answered with 201 and where it is ended",
    (d) =>
      each(
        triggers(d),
        ({ operation }) => Boolean(operation.responses["201"]?.headers?.Location),
        place,
      ),
    (d) => delete trigger(d).operation.responses["201"].headers,
  ),
  hard(
    "A subscription can be ended by an operation below its path",
    (d) => each(triggers(d), ({ path }) => Boolean(endOf(d, path)), place),
    (d) => delete d.paths[end],
  ),
  hard(
    "That operation takes nothing but what its path has",
    (d) =>
      each(
        triggers(d),
        ({ path }) => (endOf(d, path)?.operation.parameters ?? []).every((p) => p.in === "path"),
        place,
      ),
    (d) => d.paths[end].delete.parameters.push({ in: "header", name: "X-Key", type: "string" }),
  ),
];

import { names } from "../../src/send/names";
import { iconSizes, requiredIconSizes, requirements } from "../description";
import { facts } from "../purposes";
import { cultures, languages } from "../words";
import {
  checkAddress,
  checkGuid,
  checkIcon,
  checkLength,
  checkUnique,
  type Finding,
  type LintContext,
} from "./finding";
import { misplaced } from "./order";
import { all, attribute, named, readXml, scopeOf, type XmlNode } from "./xmlNode";

type Rule = (root: XmlNode, context: LintContext) => Finding[];

const elementOrder: Rule = (root) =>
  all(root).flatMap(({ namespace, name, type, children, path }) => {
    const detail = misplaced(
      namespace,
      name,
      type,
      children.map((child) => child.name),
    );
    return detail === undefined ? [] : [{ rule: "element-order", where: path, detail }];
  });

/** The list of resources that a reference is good for, by the element that refers (MS-OWEMXML, section 5.6). */
const listFor: Readonly<Record<string, string>> = {
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
  Image: "Images",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  Runtime: "Urls",
  Override: "Urls",
};

const resources: Rule = (root) =>
  named(root, "VersionOverrides").flatMap((overrides) => {
    const scope = scopeOf(overrides);
    const lists = scope.filter(({ name }) => Object.values(listFor).includes(name));
    const defined = lists.flatMap((list) =>
      list.children.map((one) => ({ key: `${list.name}/${attribute(one, "id")}`, path: one.path })),
    );
    const referring = scope.filter((one) => one.attributes["resid"] !== undefined);
    const keyOf = (one: XmlNode) => `${listFor[one.name] ?? "?"}/${attribute(one, "resid")}`;
    const used = new Set(referring.map(keyOf));
    const keys = new Set(defined.map(({ key }) => key));
    return [
      ...referring
        .filter((one) => !keys.has(keyOf(one)))
        .map((one) => ({
          rule: "resid-dangling",
          where: one.path,
          detail: `There is no ${keyOf(one)}.`,
        })),
      ...defined
        .filter(({ key }) => !used.has(key))
        .map(({ key, path }) => ({
          rule: "resource-unused",
          where: path,
          detail: `Nothing refers to ${key}.`,
        })),
      // The longest ReferenceId.
      ...defined.flatMap(({ key, path }) => checkLength(key.split("/")[1] ?? "", 32, path)),
    ];
  });

const ids: Rule = (root) =>
  named(root, "VersionOverrides").flatMap((overrides) => {
    const withId = scopeOf(overrides).filter(
      // The id of a tab of Office is not ours.
      ({ name, attributes }) => attributes["id"] !== undefined && name !== "OfficeTab",
    );
    return checkUnique(withId.map((one) => [attribute(one, "id"), one.path] as const));
  });

const guids: Rule = (root) => named(root, "Id").flatMap(({ text, path }) => checkGuid(text, path));

const version: Rule = (root) =>
  named(root, "Version")
    .filter(({ text }) => !/^[1-9]\d{0,4}(\.\d{1,5}){3}$/.test(text))
    .map(({ text, path }) => ({
      rule: "version",
      where: path,
      detail: `${text} has not four parts, or is below 1.0.`,
    }));

const isLink = ({ name }: XmlNode) =>
  ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Url", "Image"].includes(
    name,
  );

const addresses: Rule = (root, context) => [
  ...all(root)
    .filter((one) => isLink(one) && one.attributes["DefaultValue"] !== undefined)
    .flatMap((one) => checkAddress(attribute(one, "DefaultValue"), one.path, context)),
  ...named(root, "AppDomain").flatMap(({ text, path }) => checkAddress(text, path, context)),
];

/** The sizes of the two icons of an add-in in lists (learn.microsoft.com, IconUrl and HighResolutionIconUrl). */
const listSizes: Readonly<Record<string, readonly [number, number]>> = {
  MailApp: [64, 128],
  TaskPaneApp: [32, 64],
};

const icons: Rule = (root, context) => {
  const [usual, dense] = listSizes[root.type ?? ""] ?? [0, 0];
  const own = root.children.flatMap((one) => {
    const size = { IconUrl: usual, HighResolutionIconUrl: dense }[one.name];
    if (size === undefined) return [];
    return checkIcon(attribute(one, "DefaultValue"), size, one.path, context);
  });
  const ofButtons = named(root, "VersionOverrides").flatMap((overrides) => {
    const images = scopeOf(overrides).filter(({ name }) => name === "Image");
    return images
      .filter(({ attributes }) => attributes["resid"] !== undefined)
      .flatMap((one) => {
        const resource = images.find(
          ({ attributes }) => attributes["id"] === one.attributes["resid"],
        );
        if (resource === undefined) return [];
        const size = Number(attribute(one, "size"));
        return checkIcon(attribute(resource, "DefaultValue"), size, one.path, context);
      });
  });
  return [...own, ...ofButtons];
};

const iconSet: Rule = (root) =>
  named(root, "Icon").flatMap(({ children, path }) => {
    const sizes = children.map((one) => Number(attribute(one, "size")));
    const missing = requiredIconSizes.filter((size) => !sizes.includes(size));
    const unknown = sizes.filter((size) => !iconSizes.some((known) => known === size));
    return [...missing, ...unknown].map((size) => ({
      rule: "icon-set",
      where: path,
      detail: `The size ${size} is missing, or is none that Office knows.`,
    }));
  });

/** The longest text, by the list or element that it is in (MS-OWEMXML, ShortString and LongString). */
const mostOf = (path: string) => (/DisplayName|ProviderName|ShortStrings/.test(path) ? 125 : 250);

const isText = ({ name, path, attributes }: XmlNode) =>
  attributes["DefaultValue"] !== undefined &&
  (name === "DisplayName" || name === "Description" || path.includes("Strings/String"));

const texts: Rule = (root) =>
  all(root)
    .filter(isText)
    .flatMap((one) => [
      ...checkLength(attribute(one, "DefaultValue"), mostOf(one.path), one.path),
      ...one.children.flatMap((child) =>
        checkLength(attribute(child, "Value"), mostOf(one.path), child.path),
      ),
    ]);

const translations: Rule = (root) =>
  all(root)
    .filter(isText)
    .flatMap((one) => {
      const there = one.children.map((child) => attribute(child, "Locale"));
      const wanted = languages.slice(1).map((language) => cultures[language]);
      return wanted
        .filter((culture) => !there.includes(culture))
        .map((culture) => ({
          rule: "untranslated",
          where: one.path,
          detail: `There are no words for ${culture}.`,
        }));
    });

/** The least version of the requirement set Mailbox that some overrides ask for. */
const asksFor = (overrides: XmlNode): string | undefined =>
  scopeOf(overrides).find(
    ({ name, attributes }) => name === "Set" && attributes["Name"] === "Mailbox",
  )?.attributes["MinVersion"];

const sendEvent: Rule = (root, { purpose }) =>
  named(root, "VersionOverrides").flatMap((overrides) => {
    const scope = scopeOf(overrides);
    const event = scope.find(({ attributes }) => attributes["Type"] === "OnMessageSend");
    if (event === undefined) return [];
    const say = (rule: string, detail: string) => ({ rule, where: event.path, detail });
    const mode = attribute(event, "SendMode");
    const handler = attribute(event, "FunctionName");
    const opens = scope.find(
      ({ name, attributes }) => name === "Control" && attributes["id"] === names.openPane,
    );
    const action = opens?.children.find(({ name }) => name === "Action")?.type;
    return [
      mode !== facts[purpose].sendMode
        ? say("send-mode", `${mode} is not for ${purpose}.`)
        : undefined,
      purpose === "store" && mode === "Block"
        ? say("store-block", "The store refuses it.")
        : undefined,
      handler !== names.action
        ? say("send-function", `${handler} is not what the script registers.`)
        : undefined,
      asksFor(overrides) !== requirements.send.minVersion
        ? say("send-requirement", `OnMessageSend needs Mailbox ${requirements.send.minVersion}.`)
        : undefined,
      action !== "ShowTaskpane"
        ? say("send-command", `No button ${names.openPane} opens the pane from the send dialog.`)
        : undefined,
    ].filter((one) => one !== undefined);
  });

const runtime: Rule = (root) =>
  named(root, "VersionOverrides").flatMap((overrides) => {
    const scope = scopeOf(overrides);
    const launch = scope.find(({ type }) => type === "LaunchEvent");
    if (launch === undefined) return [];
    const page = launch.children.find(({ name }) => name === "SourceLocation")?.attributes["resid"];
    const runtimes = scope.filter(({ name }) => name === "Runtime");
    const script = runtimes[0]?.children.find(
      ({ attributes }) => attributes["type"] === "javascript",
    );
    const say = (detail: string) => ({ rule: "runtime", where: launch.path, detail });
    return [
      // learn.microsoft.com, Runtimes element: one runtime can be defined.
      runtimes.length === 1 ? undefined : say(`There are ${runtimes.length} runtimes, not one.`),
      runtimes[0]?.attributes["resid"] === page
        ? undefined
        : say("The page of the event is not that of the runtime."),
      script === undefined ? say("Classic Outlook has no script to run.") : undefined,
    ].filter((one) => one !== undefined);
  });

const rules: readonly Rule[] = [
  elementOrder,
  resources,
  ids,
  guids,
  version,
  addresses,
  icons,
  iconSet,
  texts,
  translations,
  sendEvent,
  runtime,
];

/** What is wrong with the text of an XML manifest. There is no schema to validate it with offline; this is what stands in for it. */
export async function lintXml(text: string, context: LintContext): Promise<readonly Finding[]> {
  const root = await readXml(text);
  return "rule" in root ? [root] : rules.flatMap((rule) => rule(root, context));
}

import { names } from "../../src/send/names";
import { packageIcons, requiredIconSizes, requirements } from "../description";
import { facts } from "../purposes";
import { textsOf, type UnifiedManifest } from "../unified";
import type { Language } from "../words";
import {
  checkAddress,
  checkGuid,
  checkIcon,
  checkUnique,
  type Finding,
  type LintContext,
} from "./finding";

type Extension = NonNullable<UnifiedManifest["extensions"]>[number];
type Translations = ReadonlyMap<Language, Readonly<Record<string, string>>>;

/** What a rule looks at: the parts of the manifest that it would have to dig for. */
interface Parts {
  readonly manifest: UnifiedManifest;
  readonly extension: Extension;
  readonly runtimes: NonNullable<Extension["runtimes"]>;
  readonly actions: readonly string[];
  readonly controls: readonly Control[];
  readonly events: readonly Event[];
}

type Ribbon = NonNullable<Extension["ribbons"]>[number];
type Group = NonNullable<NonNullable<Ribbon["tabs"]>[number]["groups"]>[number];
type Control = NonNullable<Group["controls"]>[number];
type RunEvents = NonNullable<Extension["autoRunEvents"]>[number];
type Event = RunEvents["events"][number];

const groupsOf = ({ ribbons }: Extension): readonly Group[] =>
  (ribbons ?? []).flatMap(({ tabs }) => tabs.flatMap(({ groups }) => groups ?? []));

function partsOf(manifest: UnifiedManifest): Parts {
  const extension = manifest.extensions?.[0] ?? {};
  const runtimes = extension.runtimes ?? [];
  return {
    manifest,
    extension,
    runtimes,
    actions: runtimes.flatMap(({ actions }) => (actions ?? []).map(({ id }) => id)),
    controls: groupsOf(extension).flatMap(({ controls }) => controls ?? []),
    events: (extension.autoRunEvents ?? []).flatMap(({ events }) => events),
  };
}

type Rule = (parts: Parts, context: LintContext) => Finding[];

const actions: Rule = ({ actions: defined, controls, events }) => {
  const used = [
    ...controls.map(({ actionId, id }) => ({ actionId, where: `controls[${id}]` })),
    ...events.map(({ actionId, type }) => ({ actionId, where: `events[${type}]` })),
  ];
  return [
    ...used
      .filter(({ actionId }) => actionId === undefined || !defined.includes(actionId))
      .map(({ actionId, where }) => ({
        rule: "action-dangling",
        where,
        detail: `No runtime has the action ${actionId ?? "(none)"}.`,
      })),
    ...defined
      .filter((id) => !used.some(({ actionId }) => actionId === id))
      .map((id) => ({
        rule: "action-unused",
        where: `actions[${id}]`,
        detail: "Nothing starts it.",
      })),
  ];
};

const ids: Rule = ({ runtimes, actions: defined, controls, extension }) => [
  ...checkUnique(runtimes.map(({ id }) => [id, `runtimes[${id}]`] as const)),
  ...checkUnique(defined.map((id) => [id, `actions[${id}]`] as const)),
  ...checkUnique([
    ...groupsOf(extension).map(({ id }) => [id ?? "", `groups[${id ?? ""}]`] as const),
    ...controls.map(({ id }) => [id, `controls[${id}]`] as const),
  ]),
];

const guids: Rule = ({ manifest, extension }, { purpose }) => {
  const hidden = (extension.alternates ?? []).flatMap(({ hide }) => [
    hide?.customOfficeAddin?.officeAddinId,
    hide?.storeOfficeAddin?.officeAddinId,
  ]);
  const { mail, word } = facts[purpose].ids;
  return [
    ...checkGuid(manifest.id, "id"),
    ...checkGuid(manifest.webApplicationInfo?.id ?? manifest.id, "webApplicationInfo.id"),
    ...hidden
      .filter((id) => id !== undefined)
      .filter((id) => id !== mail && id !== word)
      .map((id) => ({
        rule: "alternates",
        where: "alternates",
        detail: `${id} is not the id of an XML manifest for ${purpose}.`,
      })),
  ];
};

const addresses: Rule = ({ manifest }, context) => [
  ...textsOf(manifest)
    .filter(([path]) => /(^|[.\]])(url|page|script|\w+Url)$/.test(path))
    .flatMap(([path, value]) => checkAddress(value, path, context)),
  ...(manifest.validDomains ?? []).flatMap((domain, at) =>
    checkAddress(`https://${domain}`, `validDomains[${at}]`, context),
  ),
];

const icons: Rule = ({ manifest, controls, extension }, context) => {
  const inPackage = (["color", "outline"] as const).flatMap((icon) => {
    const file = manifest.icons[icon];
    const { source } = Object.values(packageIcons).find((one) => one.file === file) ?? {};
    return checkIcon(source ?? file, packageIcons[icon].size, `icons.${icon}`, context);
  });
  const lists = [...controls, ...groupsOf(extension)].map((one) => ({
    where: `icons of ${one.id ?? ""}`,
    icons: one.icons ?? [],
  }));
  return [
    ...inPackage,
    ...lists.flatMap(({ where, icons: list }) => [
      ...list.flatMap(({ size, url }) => checkIcon(url, size, where, context)),
      ...requiredIconSizes
        .filter((size) => !list.some((one) => one.size === size))
        .map((size) => ({ rule: "icon-set", where, detail: `The size ${size} is missing.` })),
    ]),
  ];
};

const needs = (requirement: RunEvents["requirements"]) =>
  requirement?.capabilities?.find(({ name }) => name === "Mailbox")?.minVersion;

const sendEvent: Rule = ({ extension, events, controls, runtimes }, { purpose }) => {
  const event = events.find(({ type }) => type === "messageSending");
  const say = (rule: string, detail: string) => ({ rule, where: "autoRunEvents", detail });
  if (event === undefined) return [say("send-event", "Nothing runs when a mail is sent.")];
  const mode: string = event.options?.sendMode ?? "(none)";
  const runtime = runtimes.find(({ actions: own }) => own?.some(({ id }) => id === event.actionId));
  const asked = [...(extension.autoRunEvents ?? []), runtime].map((one) =>
    needs(one?.requirements),
  );
  return [
    mode.toLowerCase() !== facts[purpose].sendMode.toLowerCase()
      ? say("send-mode", `${mode} is not for ${purpose}.`)
      : undefined,
    purpose === "store" && mode === "block"
      ? say("store-block", "The store refuses it.")
      : undefined,
    event.actionId !== names.action
      ? say("send-function", `${event.actionId} is not what the script registers.`)
      : undefined,
    asked.some((version) => version !== requirements.send.minVersion)
      ? say("send-requirement", `messageSending needs Mailbox ${requirements.send.minVersion}.`)
      : undefined,
    runtime?.code.script === undefined
      ? say("runtime", "Classic Outlook has no script to run.")
      : undefined,
    controls.some(({ id }) => id === names.openPane)
      ? undefined
      : say("send-command", `No button ${names.openPane} is there for the send dialog.`),
  ].filter((one) => one !== undefined);
};

/** The texts that people read, by the end of their paths. */
const isWords = (path: string) =>
  /^(name|description)\.|\.(label|title|description)$/.test(path) &&
  !/\.groups\[\d+\]\.label$/.test(path);

const untranslated = (manifest: UnifiedManifest, translations: Translations): Finding[] => {
  const paths = textsOf(manifest)
    .map(([path]) => path)
    .filter(isWords);
  // The name is the product's, and the same in each language.
  const wanted = paths.filter((path) => !path.startsWith("name."));
  const known = new Set(textsOf(manifest).map(([path]) => path));
  return [...translations].flatMap(([language, texts]) => [
    ...wanted
      .filter((path) => texts[path] === undefined)
      .map((path) => ({
        rule: "untranslated",
        where: path,
        detail: `There are no words in ${language}.`,
      })),
    ...Object.keys(texts)
      .filter((path) => !known.has(path))
      .map((path) => ({
        rule: "translation-dangling",
        where: path,
        detail: `The manifest has no such text for ${language}.`,
      })),
  ]);
};

const rules: readonly Rule[] = [actions, ids, guids, addresses, icons, sendEvent];

/** What is wrong with a unified manifest and its translations, beyond what its JSON schema says. */
export function lintUnified(
  manifest: UnifiedManifest,
  translations: Translations,
  context: LintContext,
): readonly Finding[] {
  const parts = partsOf(manifest);
  return [
    ...rules.flatMap((rule) => rule(parts, context)),
    ...untranslated(manifest, translations),
  ];
}

import type { TeamsManifestV1D22 } from "@microsoft/app-manifest";
import {
  accentColor,
  addresses,
  mailButtons,
  packageIcons,
  permissions,
  requiredIconSizes,
  requirements,
  sendEvent,
  wordButton,
  type Button,
} from "./description";
import type { Parameters } from "./parameters";
import { facts } from "./purposes";
import { groupLabel, languages, publisher, wordsOf, type Language } from "./words";

export type UnifiedManifest = TeamsManifestV1D22.TeamsManifestV1D22;
type Extension = NonNullable<UnifiedManifest["extensions"]>[number];

/** The oldest version of the schema that has `nestedAppAuthInfo`: what an administrator's centre is likeliest to know. */
const manifestVersion = "1.22";

/** The delegated scope with which the pane calls the server (`Policies.Scope` there). */
const scope = "access_as_user";

const scopes = { mail: ["mail"], word: ["document"] } as const;

const scopeOf = (button: Button) => (button.context === "default" ? "word" : "mail");

const capability = (
  scope: keyof typeof scopes,
  of: (typeof requirements)["pane" | "send" | "word"],
) => ({
  scopes: [...scopes[scope]],
  capabilities: [{ name: of.name, minVersion: of.minVersion }],
});

const paneRequirements = {
  mail: capability("mail", requirements.pane),
  word: capability("word", requirements.word),
};

const actionOf = { mail: "showPane", word: "showPaneInWord" } as const;

type Scope = keyof typeof scopes;

/** The pane, once for each application, as they ask for different requirement sets. */
const pane = (parameters: Parameters, scope: Scope) => ({
  id: scope === "mail" ? "paneRuntime" : "wordPaneRuntime",
  requirements: paneRequirements[scope],
  type: "general" as const,
  code: { page: addresses(parameters).pane },
  lifetime: "short" as const,
  actions: [{ id: actionOf[scope], type: "openPage" as const, view: "pane" }],
});

/** The handler: the page in browsers and new Outlook, the script alone in classic Outlook on Windows. */
const send = (parameters: Parameters) => ({
  id: "sendRuntime",
  requirements: capability("mail", requirements.send),
  type: "general" as const,
  code: { page: addresses(parameters).sendPage, script: addresses(parameters).sendScript },
  lifetime: "short" as const,
  actions: [{ id: sendEvent(parameters).functionName, type: "executeFunction" as const }],
});

function ribbon(parameters: Parameters, language: Language, button: Button) {
  const { label, tip } = button.words(wordsOf(language, parameters.purpose));
  const icons = requiredIconSizes.map((size) => ({ size, url: addresses(parameters).icon(size) }));
  const scope = scopeOf(button);
  const control = {
    id: button.id,
    type: "button" as const,
    label,
    icons,
    supertip: { title: label, description: tip },
    actionId: actionOf[scope],
  };
  const group = { id: button.group, label: groupLabel, icons, controls: [control] };
  const builtInTabId = scope === "mail" ? "TabDefault" : "TabHome";
  return {
    requirements: paneRequirements[scope],
    contexts: [button.context],
    tabs: [{ builtInTabId, groups: [group] }],
  };
}

/**
 * What this manifest takes the place of: the XML ones of the same purpose, where both are installed. An add-in of the store is named by its
 * asset id as well; before it is listed there is none, and nothing is hidden.
 *
 * There are no `alternateIcons`: with them, Microsoft makes XML manifests of its own for clients without the unified one, beside ours.
 */
function alternates({ purpose, assets }: Parameters): NonNullable<Extension["alternates"]> {
  const { mail, word } = facts[purpose].ids;
  if (purpose !== "store")
    return [mail, word].map((officeAddinId) => ({
      hide: { customOfficeAddin: { officeAddinId } },
    }));
  if (assets === undefined) return [];
  return [
    { hide: { storeOfficeAddin: { officeAddinId: mail, assetId: assets.mail } } },
    { hide: { storeOfficeAddin: { officeAddinId: word, assetId: assets.word } } },
  ];
}

function extension(parameters: Parameters, language: Language): Extension {
  const { functionName, mode } = sendEvent(parameters);
  const sendMode = mode === "Block" ? "block" : "softBlock";
  const hidden = alternates(parameters);
  return {
    requirements: { scopes: [...scopes.mail, ...scopes.word] },
    runtimes: [pane(parameters, "mail"), pane(parameters, "word"), send(parameters)],
    ribbons: [...mailButtons, wordButton].map((button) => ribbon(parameters, language, button)),
    autoRunEvents: [
      {
        requirements: capability("mail", requirements.send),
        events: [{ type: "messageSending", actionId: functionName, options: { sendMode } }],
      },
    ],
    ...(hidden.length === 0 ? {} : { alternates: hidden }),
  };
}

function webApplicationInfo(parameters: Parameters): UnifiedManifest["webApplicationInfo"] {
  const { application } = parameters;
  if (application === undefined) return undefined;
  // The broker's redirect is an origin, without a path (learn.microsoft.com, "Add a trusted broker through SPA redirect").
  const redirectUri = `brk-multihub://${addresses(parameters).host}`;
  const scopes = [`${application.resource}/${scope}`];
  return { ...application, nestedAppAuthInfo: [{ redirectUri, scopes }] };
}

/** The manifest with the words of one language. */
export function unifiedIn(parameters: Parameters, language: Language): UnifiedManifest {
  const at = addresses(parameters);
  const words = wordsOf(language, parameters.purpose);
  const webApplication = webApplicationInfo(parameters);
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version: parameters.version,
    id: facts[parameters.purpose].ids.unified,
    localizationInfo: {
      defaultLanguageTag: languages[0],
      additionalLanguages: languages
        .slice(1)
        .map((languageTag) => ({ languageTag, file: languageFile(languageTag) })),
    },
    developer: {
      name: publisher,
      websiteUrl: at.support,
      privacyUrl: at.privacy,
      termsOfUseUrl: at.terms,
    },
    name: { short: words.name, full: words.name },
    description: { short: words.summary, full: words.description },
    icons: { color: packageIcons.color.file, outline: packageIcons.outline.file },
    accentColor,
    validDomains: [at.host],
    ...(webApplication === undefined ? {} : { webApplicationInfo: webApplication }),
    authorization: {
      permissions: {
        resourceSpecific: [
          permissions.mail.unified,
          permissions.word.unified,
          permissions.shared.unified,
        ].map((name) => ({ name, type: "Delegated" as const })),
      },
    },
    extensions: [extension(parameters, language)],
  };
}

/** The manifest, in the first language. */
export const unified = (parameters: Parameters): UnifiedManifest =>
  unifiedIn(parameters, languages[0]);

/** The file of a further language in the package. */
export const languageFile = (language: Language): string => `${language}.json`;

/** Every text of a JSON value with its path, as the localization files name it: `extensions[0].ribbons[1].tabs[0].groups[0].label`. */
export function textsOf(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value))
    return value.flatMap((one: unknown, at) => textsOf(one, `${path}[${at}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    textsOf(one, path === "" ? key : `${path}.${key}`),
  );
}

/** The localization schema wants these whether they differ or not. */
const alwaysThere = ["name.short", "description.short", "description.full"];

/** The localization file of a language: its texts where they differ from the first language's. */
export function translation(
  parameters: Parameters,
  language: Language,
): Readonly<Record<string, string>> {
  const first = new Map(textsOf(unified(parameters)));
  return Object.fromEntries(
    textsOf(unifiedIn(parameters, language)).filter(
      ([path, text]) => text !== first.get(path) || alwaysThere.includes(path),
    ),
  );
}

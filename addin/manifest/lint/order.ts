import { namespaces } from "../officeApp";

/**
 * Which children an element of an XML manifest has, and in which order: what the schemas say of the elements that ours use. A child without a
 * sign stands exactly once; `?` may be missing, `+` and `*` may be repeated. An element that stands in no table has no children.
 *
 * Source: [MS-OWEMXML] Office Web Extensibility Manifest Format, section 5, the section of each schema given with its table;
 * `SupportsSharedFolders` as in learn.microsoft.com, "SupportsSharedFolders element".
 */

type Models = Readonly<Record<string, string>>;

const head =
  "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl? HighResolutionIconUrl? SupportUrl? AppDomains? Hosts?";

/** Section 5.2. */
const office: Models = {
  "OfficeApp[MailApp]": `${head} Requirements FormSettings Permissions? Rule DisableEntityHighlighting? VersionOverrides?`,
  "OfficeApp[TaskPaneApp]": `${head} Requirements? DefaultSettings Permissions Dictionary? VersionOverrides?`,
  DisplayName: "Override*",
  Description: "Override*",
  AppDomains: "AppDomain+",
  Hosts: "Host+",
  Requirements: "Sets Methods?",
  Sets: "Set+",
  FormSettings: "Form+",
  Form: "DesktopSettings TabletSettings? PhoneSettings?",
  DesktopSettings: "SourceLocation RequestedHeight?",
  DefaultSettings: "SourceLocation",
  "Rule[RuleCollection]": "Rule+",
};

const button: Models = {
  Hosts: "Host+",
  Requirements: "Sets",
  OfficeTab: "Group+",
  Control: "Label Supertip Icon Action",
  Supertip: "Title Description",
  Icon: "Image+",
  Resources: "Images? Urls? ShortStrings? LongStrings?",
};

const webApplication: Models = {
  WebApplicationInfo: "Id Resource Scopes",
  Scopes: "Scope+",
};

const mailSurfaces: Models = {
  "ExtensionPoint[MessageReadCommandSurface]": "OfficeTab* CustomTab*",
  "ExtensionPoint[MessageComposeCommandSurface]": "OfficeTab* CustomTab*",
  Group: "Label Control+",
};

/** Section 5.4. */
const mail10: Models = {
  ...button,
  ...mailSurfaces,
  VersionOverrides: "Description? Requirements? Hosts? Resources? VersionOverrides?",
  Host: "DesktopFormFactor?",
  DesktopFormFactor: "FunctionFile? ExtensionPoint+",
  Action: "SourceLocation",
};

/** Section 5.5. */
const mail11: Models = {
  ...button,
  ...mailSurfaces,
  ...webApplication,
  VersionOverrides:
    "Description? Requirements? Hosts? Resources? WebApplicationInfo? EquivalentAddins? ConnectedServiceControls? ExtendedPermissions?",
  Host: "Runtimes? DesktopFormFactor? MobileFormFactor?",
  Runtimes: "Runtime+",
  Runtime: "Override?",
  DesktopFormFactor: "SupportsSharedFolders? FunctionFile? ExtensionPoint+",
  "ExtensionPoint[LaunchEvent]": "LaunchEvents SourceLocation",
  LaunchEvents: "LaunchEvent+",
  Action: "SourceLocation SupportsPinning?",
};

/** Section 5.7. */
const taskPane10: Models = {
  ...button,
  ...webApplication,
  VersionOverrides:
    "Description? Requirements? Hosts? Resources? WebApplicationInfo? EquivalentAddins?",
  Host: "Runtimes? AllFormFactors? DesktopFormFactor?",
  DesktopFormFactor: "GetStarted? FunctionFile? ExtensionPoint+",
  "ExtensionPoint[PrimaryCommandSurface]": "OfficeTab* CustomTab*",
  Group: "Label Icon Control+",
  Action: "TaskpaneId? SourceLocation Title?",
};

/** Section 5.6. */
const basic: Models = {
  Images: "Image*",
  Urls: "Url*",
  ShortStrings: "String*",
  LongStrings: "String*",
  Image: "Override*",
  Url: "Override*",
  String: "Override*",
  Sets: "Set+",
};

const tables: Readonly<Record<string, Models>> = {
  [namespaces.office]: office,
  [namespaces.mail10]: mail10,
  [namespaces.mail11]: mail11,
  [namespaces.taskPane10]: taskPane10,
  [namespaces.basic]: basic,
};

interface Particle {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

function particleOf(text: string): Particle {
  const name = text.replace(/[?+*]$/, "");
  return {
    name,
    least: /[?*]$/.test(text) ? 0 : 1,
    most: /[+*]$/.test(text) ? Infinity : 1,
  };
}

/** What keeps these children from standing in an element, in words; undefined where nothing does. */
export function misplaced(
  namespace: string,
  name: string,
  type: string | undefined,
  children: readonly string[],
): string | undefined {
  const models = tables[namespace];
  if (models === undefined) return `No schema is known for the namespace ${namespace}.`;
  const model = models[`${name}[${type ?? ""}]`] ?? models[name] ?? "";
  let at = 0;
  for (const { name: next, least, most } of model.split(" ").map(particleOf)) {
    const from = at;
    while (children[at] === next && at - from < most) at += 1;
    if (at - from < least && next !== "")
      return `${next} is missing, or does not stand in its place.`;
  }
  const left = children[at];
  return left === undefined ? undefined : `${left} cannot stand here; the order is: ${model}.`;
}

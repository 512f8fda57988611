import { addresses, iconPath, iconSizes, type Button } from "./description";
import type { Parameters } from "./parameters";
import { cultures, groupLabel, inEach, languages, publisher, type Language } from "./words";
import { element, type XmlElement } from "./xml";

/** What the two XML manifests have in common: the head of the document, buttons, and the resources that buttons refer to. */

export const namespaces = {
  office: "http://schemas.microsoft.com/office/appforoffice/1.1",
  basic: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
  instance: "http://www.w3.org/2001/XMLSchema-instance",
  mail10: "http://schemas.microsoft.com/office/mailappversionoverrides",
  mail11: "http://schemas.microsoft.com/office/mailappversionoverrides/1.1",
  taskPane10: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
} as const;

/**
 * The version with four parts: 1, then those of package.json. What validates XML manifests for Microsoft refuses a version below 1.0, and
 * this way the order of versions stays what it is.
 */
export const xmlVersion = (version: string): string => `1.${version}`;

/** A text with its translations, as the attributes and children that every format of text in a manifest has. */
function translated(
  name: string,
  id: string | undefined,
  texts: Readonly<Record<Language, string>>,
) {
  const [first, ...others] = languages;
  return element(
    name,
    { ...(id === undefined ? {} : { id }), DefaultValue: texts[first] },
    others.map((language) =>
      element(id === undefined ? "Override" : "bt:Override", {
        Locale: cultures[language],
        Value: texts[language],
      }),
    ),
  );
}

/** The elements that stand first in every manifest, in the order of `OfficeApp` (MS-OWEMXML, section 5.2). */
export function head(
  parameters: Parameters,
  id: string,
  [icon, denseIcon]: readonly [number, number],
): XmlElement[] {
  const at = addresses(parameters);
  return [
    element("Id", {}, id),
    element("Version", {}, xmlVersion(parameters.version)),
    element("ProviderName", {}, publisher),
    element("DefaultLocale", {}, cultures[languages[0]]),
    translated(
      "DisplayName",
      undefined,
      inEach(parameters.purpose, (words) => words.name),
    ),
    translated(
      "Description",
      undefined,
      inEach(parameters.purpose, (words) => words.description),
    ),
    element("IconUrl", { DefaultValue: at.icon(icon) }),
    element("HighResolutionIconUrl", { DefaultValue: at.icon(denseIcon) }),
    element("SupportUrl", { DefaultValue: at.support }),
    element("AppDomains", {}, [element("AppDomain", {}, at.origin)]),
  ];
}

/** A list of requirement sets, in the basic manifest or in the overrides, which have a namespace of their own. */
export const sets = (
  prefix: "" | "bt:",
  { name, minVersion }: { readonly name: string; readonly minVersion: string },
) =>
  element("Requirements", {}, [
    element(`${prefix}Sets`, {}, [element(`${prefix}Set`, { Name: name, MinVersion: minVersion })]),
  ]);

const iconId = (size: number) => `Icon.${size}`;

const icons = () =>
  element(
    "Icon",
    {},
    iconSizes.map((size) => element("bt:Image", { size: String(size), resid: iconId(size) })),
  );

/** A button that opens the pane, in a group of its own on a tab of Office. */
export function tab(tabId: string, button: Button, groupHasIcon: boolean): XmlElement {
  return element("OfficeTab", { id: tabId }, [
    element("Group", { id: button.group }, [
      element("Label", { resid: "Group.Label" }),
      groupHasIcon ? icons() : undefined,
      element("Control", { "xsi:type": "Button", id: button.id }, [
        element("Label", { resid: `${button.id}.Label` }),
        element("Supertip", {}, [
          element("Title", { resid: `${button.id}.Label` }),
          element("Description", { resid: `${button.id}.Tip` }),
        ]),
        icons(),
        element("Action", { "xsi:type": "ShowTaskpane" }, [
          element("SourceLocation", { resid: "Pane.Url" }),
        ]),
      ]),
    ]),
  ]);
}

/** The resources of these buttons, and the addresses named beside that of the pane. */
export function resources(
  parameters: Parameters,
  buttons: readonly Button[],
  urls: Readonly<Record<string, string>> = {},
): XmlElement {
  const { purpose, base } = parameters;
  const said = (button: Button, part: "label" | "tip") =>
    inEach(purpose, (words) => button.words(words)[part]);
  const same = (text: string) => inEach(purpose, () => text);
  const all = { "Pane.Url": addresses(parameters).pane, ...urls };
  return element("Resources", {}, [
    element(
      "bt:Images",
      {},
      iconSizes.map((size) =>
        element("bt:Image", { id: iconId(size), DefaultValue: `${base}/${iconPath(size)}` }),
      ),
    ),
    element(
      "bt:Urls",
      {},
      Object.entries(all).map(([id, url]) => element("bt:Url", { id, DefaultValue: url })),
    ),
    element("bt:ShortStrings", {}, [
      translated("bt:String", "Group.Label", same(groupLabel)),
      ...buttons.map((one) => translated("bt:String", `${one.id}.Label`, said(one, "label"))),
    ]),
    element(
      "bt:LongStrings",
      {},
      buttons.map((one) => translated("bt:String", `${one.id}.Tip`, said(one, "tip"))),
    ),
  ]);
}

/** The registration that the pane signs in with; always the last child (learn.microsoft.com, WebApplicationInfo). */
export const webApplicationInfo = ({ application }: Parameters): XmlElement | undefined =>
  application &&
  element("WebApplicationInfo", {}, [
    element("Id", {}, application.id),
    element("Resource", {}, application.resource),
    element("Scopes", {}, [element("Scope", {}, "openid"), element("Scope", {}, "profile")]),
  ]);

/** The root, with the namespaces that its content uses. */
export const officeApp = (type: "MailApp" | "TaskPaneApp", children: readonly XmlElement[]) =>
  element(
    "OfficeApp",
    {
      xmlns: namespaces.office,
      "xmlns:xsi": namespaces.instance,
      "xmlns:bt": namespaces.basic,
      "xsi:type": type,
    },
    children,
  );

import { addresses, listIcons, permissions, requirements, wordButton } from "./description";
import { head, namespaces, officeApp, resources, sets, tab, webApplicationInfo } from "./officeApp";
import type { Parameters } from "./parameters";
import { facts } from "./purposes";
import { element, writeXml, type XmlElement } from "./xml";

const overrides = (parameters: Parameters): XmlElement =>
  element(
    "VersionOverrides",
    { xmlns: namespaces.taskPane10, "xsi:type": "VersionOverridesV1_0" },
    [
      element("Hosts", {}, [
        element("Host", { "xsi:type": "Document" }, [
          element("DesktopFormFactor", {}, [
            element("ExtensionPoint", { "xsi:type": "PrimaryCommandSurface" }, [
              tab("TabHome", wordButton, true),
            ]),
          ]),
        ]),
      ]),
      resources(parameters, [wordButton]),
      webApplicationInfo(parameters),
    ],
  );

/** The manifest for Word, as the text of its file. */
export const taskPaneApp = (parameters: Parameters): string =>
  writeXml(
    officeApp("TaskPaneApp", [
      ...head(parameters, facts[parameters.purpose].ids.word, listIcons.word),
      element("Hosts", {}, [element("Host", { Name: "Document" })]),
      sets("", requirements.word),
      element("DefaultSettings", {}, [
        element("SourceLocation", { DefaultValue: addresses(parameters).pane }),
      ]),
      element("Permissions", {}, permissions.word.xml),
      overrides(parameters),
    ]),
  );

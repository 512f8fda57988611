import {
  addresses,
  listIcons,
  mailButtons,
  permissions,
  requirements,
  sendEvent,
  type Button,
} from "./description";
import { head, namespaces, officeApp, resources, sets, tab, webApplicationInfo } from "./officeApp";
import type { Parameters } from "./parameters";
import { facts } from "./purposes";
import { element, writeXml, type XmlElement } from "./xml";

const surfaces: Readonly<Record<Button["context"], string>> = {
  mailCompose: "MessageComposeCommandSurface",
  mailRead: "MessageReadCommandSurface",
  default: "PrimaryCommandSurface",
};

const buttons = (): XmlElement[] =>
  mailButtons.map((button) =>
    element("ExtensionPoint", { "xsi:type": surfaces[button.context] }, [
      tab("TabDefault", button, false),
    ]),
  );

/** The handler: a page with Office.js in browsers and new Outlook, the script alone in classic Outlook on Windows. */
const runtimes = () =>
  element("Runtimes", {}, [
    element("Runtime", { resid: "Send.Url" }, [
      element("Override", { type: "javascript", resid: "SendScript.Url" }),
    ]),
  ]);

function launchEvent(parameters: Parameters): XmlElement {
  const { functionName, mode } = sendEvent(parameters);
  return element("ExtensionPoint", { "xsi:type": "LaunchEvent" }, [
    element("LaunchEvents", {}, [
      element("LaunchEvent", { Type: "OnMessageSend", FunctionName: functionName, SendMode: mode }),
    ]),
    // It has to be the one of the runtime (learn.microsoft.com, Runtime element).
    element("SourceLocation", { resid: "Send.Url" }),
  ]);
}

const mailHost = (children: readonly XmlElement[]) =>
  element("Hosts", {}, [element("Host", { "xsi:type": "MailHost" }, children)]);

/** For clients that have the event: the buttons once more, the event, delegates and shared mailboxes. It takes over from all that is around it. */
function withEvent(parameters: Parameters): XmlElement {
  const at = addresses(parameters);
  const attributes = { xmlns: namespaces.mail11, "xsi:type": "VersionOverridesV1_1" };
  return element("VersionOverrides", attributes, [
    sets("bt:", requirements.send),
    mailHost([
      runtimes(),
      element("DesktopFormFactor", {}, [
        // Shared folders since Mailbox 1.8, shared mailboxes since 1.13 (learn.microsoft.com, SupportsSharedFolders element).
        element("SupportsSharedFolders", {}, "true"),
        ...buttons(),
        launchEvent(parameters),
      ]),
    ]),
    resources(parameters, mailButtons, {
      "Send.Url": at.sendPage,
      "SendScript.Url": at.sendScript,
    }),
    webApplicationInfo(parameters),
  ]);
}

const withoutEvent = (parameters: Parameters) =>
  element("VersionOverrides", { xmlns: namespaces.mail10, "xsi:type": "VersionOverridesV1_0" }, [
    mailHost([element("DesktopFormFactor", {}, buttons())]),
    resources(parameters, mailButtons),
    withEvent(parameters),
  ]);

const itemIs = (form: "Read" | "Edit") =>
  element("Rule", { "xsi:type": "ItemIs", ItemType: "Message", FormType: form });

/** The pane where there are no buttons for add-ins; the height is that of the strip above a mail, in pixels from 32 to 450. */
function forms(pane: string): XmlElement {
  const source = element("SourceLocation", { DefaultValue: pane });
  return element("FormSettings", {}, [
    element("Form", { "xsi:type": "ItemRead" }, [
      element("DesktopSettings", {}, [source, element("RequestedHeight", {}, "450")]),
    ]),
    element("Form", { "xsi:type": "ItemEdit" }, [element("DesktopSettings", {}, [source])]),
  ]);
}

/** The manifest for Outlook, as the text of its file. */
export const mailApp = (parameters: Parameters): string =>
  writeXml(
    officeApp("MailApp", [
      ...head(parameters, facts[parameters.purpose].ids.mail, listIcons.mail),
      element("Hosts", {}, [element("Host", { Name: "Mailbox" })]),
      sets("", requirements.pane),
      forms(addresses(parameters).pane),
      element("Permissions", {}, permissions.mail.xml),
      element("Rule", { "xsi:type": "RuleCollection", Mode: "Or" }, [
        itemIs("Read"),
        itemIs("Edit"),
      ]),
      element("DisableEntityHighlighting", {}, "true"),
      withoutEvent(parameters),
    ]),
  );

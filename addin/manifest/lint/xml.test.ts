// @vitest-environment node
import { describe, expect, it } from "vitest";
import { mailApp } from "../mailApp";
import type { Purpose } from "../purposes";
import { taskPaneApp } from "../taskPaneApp";
import { context, parameters } from "../testing";
import { lintXml } from "./xml";

/** The rules that find something in a manifest after one change. */
async function found(text: string, from: string | RegExp, to: string, purpose: Purpose = "admin") {
  const planted = text.replace(from, to);
  expect(planted, "nothing was planted").not.toBe(text);
  return [...new Set((await lintXml(planted, context(purpose))).map(({ rule }) => rule))];
}

const mail = mailApp(parameters("admin"));
const word = taskPaneApp(parameters("admin"));

describe("the lint of the XML manifests finds", () => {
  it.each<[fault: string, rule: string, from: string | RegExp, to: string]>([
    ["a tag that is not closed", "not-well-formed", "</Hosts>", ""],
    [
      "elements in another order",
      "element-order",
      /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/,
      "$2$1",
    ],
    ["a missing element", "element-order", /<ProviderName>.*<\/ProviderName>/, ""],
    ["an element twice", "element-order", /(<ProviderName>.*<\/ProviderName>)/, "$1$1"],
    [
      "an element that the schema does not have",
      "element-order",
      "<Supertip>",
      "<Supertip><Toolbar />",
    ],
    ["a child where there is to be none", "element-order", "<Permissions>", "<Permissions><Id />"],
    [
      "shared folders after the buttons",
      "element-order",
      /(<SupportsSharedFolders>true<\/SupportsSharedFolders>)([^]*?)(<\/DesktopFormFactor>)/,
      "$2$1$3",
    ],
    [
      "the registration before the resources",
      "element-order",
      /(<Resources>[^]*?<\/Resources>)(\s*)(<WebApplicationInfo>[^]*?<\/WebApplicationInfo>)/,
      "$3$1",
    ],
    [
      "another namespace",
      "element-order",
      "mailappversionoverrides/1.1",
      "mailappversionoverrides/1.2",
    ],
    [
      "a resource id that leads nowhere",
      "resid-dangling",
      '<SourceLocation resid="Pane.Url"',
      '<SourceLocation resid="Pane"',
    ],
    [
      "a label that is an address",
      "resid-dangling",
      '<Label resid="Group.Label"',
      '<Label resid="Pane.Url"',
    ],
    [
      "a resource that nothing uses",
      "resource-unused",
      "<bt:Urls>",
      '<bt:Urls><bt:Url id="X" DefaultValue="https://handoff.example.com" />',
    ],
    ["a resource id of 33 characters", "length", /Icon\.16/g, `Icon.${"1".repeat(28)}`],
    ["an id twice", "id-twice", 'id="openPaneToRead"', 'id="openPane"'],
    ["an id that is no GUID", "guid", /<Id>111e/, "<Id>111g"],
    ["a version with three parts", "version", /<Version>.*<\/Version>/, "<Version>1.0.0</Version>"],
    ["a version below 1.0", "version", /<Version>.*<\/Version>/, "<Version>0.1.0.0</Version>"],
    [
      "an address without TLS",
      "address-https",
      'DefaultValue="https://handoff.example.com/office/send.html"',
      'DefaultValue="http://handoff.example.com/office/send.html"',
    ],
    [
      "an address of another host",
      "address-host",
      "https://handoff.example.com/office/send.js",
      "https://elsewhere.example/send.js",
    ],
    [
      "another host as the add-in's domain",
      "address-host",
      "<AppDomain>https://handoff.example.com<",
      "<AppDomain>https://elsewhere.example<",
    ],
    ["an icon that is not there", "icon-missing", "icons/icon-24.png", "icons/icon-25.png"],
    ["an icon of another size", "icon-size", "icons/icon-24.png", "icons/icon-40.png"],
    ["a list icon of another size", "icon-size", "icons/icon-64.png", "icons/icon-32.png"],
    [
      "a button without the icon of 80 pixels",
      "icon-set",
      /<bt:Image size="80" resid="Icon.80" \/>/,
      "",
    ],
    ["a size that Office does not know", "icon-set", 'size="20"', 'size="21"'],
    [
      "a name of 126 characters",
      "length",
      'DisplayName DefaultValue="HandoffOffice"',
      `DisplayName DefaultValue="${"n".repeat(126)}"`,
    ],
    [
      "a label of 126 characters",
      "length",
      'DefaultValue="Draft an answer"',
      `DefaultValue="${"l".repeat(126)}"`,
    ],
    [
      "a tip of 251 characters",
      "length",
      'DefaultValue="Draft an answer to this mail from your data."',
      `DefaultValue="${"t".repeat(251)}"`,
    ],
    [
      "a German tip of 251 characters",
      "length",
      'Value="Eine Antwort auf diese Mail aus Ihren Daten entwerfen."',
      `Value="${"t".repeat(251)}"`,
    ],
    ["an empty text", "length", 'DefaultValue="Draft an answer"', 'DefaultValue=""'],
    [
      "a label without German",
      "untranslated",
      /<bt:Override Locale="de-DE" Value="Antwort entwerfen" \/>/,
      "",
    ],
    [
      "a description without German",
      "untranslated",
      /<Override Locale="de-DE" Value="Geben[^>]*>/,
      "",
    ],
    ["a send mode of another purpose", "send-mode", 'SendMode="Block"', 'SendMode="PromptUser"'],
    ["no send mode", "send-mode", ' SendMode="Block"', ""],
    [
      "a function that the script does not register",
      "send-function",
      'FunctionName="onMessageSend"',
      'FunctionName="onSend"',
    ],
    [
      "the event for clients that do not have it",
      "send-requirement",
      'MinVersion="1.12"',
      'MinVersion="1.11"',
    ],
    [
      "a send dialog whose button opens nothing",
      "send-command",
      /id="openPane"/g,
      'id="openThePane"',
    ],
    [
      "a send dialog whose button runs a function",
      "send-command",
      /xsi:type="ShowTaskpane"/g,
      'xsi:type="ExecuteFunction"',
    ],
    [
      "an event on another page than its runtime's",
      "runtime",
      '<Runtime resid="Send.Url"',
      '<Runtime resid="Pane.Url"',
    ],
    [
      "a runtime without a script for classic Outlook",
      "runtime",
      /<Override type="javascript"[^>]*>/,
      "",
    ],
    ["two runtimes", "runtime", "</Runtimes>", '<Runtime resid="Send.Url" /></Runtimes>'],
  ])("%s", async (_, rule, from, to) => {
    expect(await found(mail, from, to)).toContain(rule);
  });

  it("Block in a manifest for the store", async () => {
    const store = mailApp(parameters("store"));
    expect(await found(store, 'SendMode="SoftBlock"', 'SendMode="Block"', "store")).toEqual([
      "send-mode",
      "store-block",
    ]);
  });

  it("the same faults in the one for Word", async () => {
    expect(await found(word, 'resid="openPaneInWord.Tip"', 'resid="tip"')).toEqual([
      "resid-dangling",
      "resource-unused",
    ]);
    expect(await found(word, /<Icon>[^]*?<\/Icon>/, "")).toEqual(["element-order"]);
    expect(await found(word, "icons/icon-32.png", "icons/icon-64.png")).toEqual(["icon-size"]);
  });

  it("one fault as one finding, with its place and what is wrong", async () => {
    const planted = mail.replace("icons/icon-128.png", "icons/icon-64.png");
    expect(await lintXml(planted, context("admin"))).toEqual([
      {
        rule: "icon-size",
        where: "/OfficeApp/HighResolutionIconUrl",
        detail: "icons/icon-64.png has 64 pixels, not 128.",
      },
    ]);
  });
});

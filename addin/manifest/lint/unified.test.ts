// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Purpose } from "../purposes";
import { context, parameters } from "../testing";
import { translation, unified, type UnifiedManifest } from "../unified";
import { lintUnified } from "./unified";

/** The rules that find something in a manifest after its JSON was changed in one place. */
function found(from: string | RegExp, to: string, purpose: Purpose = "admin") {
  const text = JSON.stringify(unified(parameters(purpose)));
  const planted = text.replace(from, to);
  expect(planted, "nothing was planted").not.toBe(text);
  const manifest = JSON.parse(planted) as UnifiedManifest;
  const translations = new Map([["de", translation(parameters(purpose), "de")] as const]);
  return lintUnified(manifest, translations, context(purpose)).map(({ rule }) => rule);
}

describe("the lint of the unified manifest finds", () => {
  it.each<[fault: string, rule: string, from: string | RegExp, to: string]>([
    [
      "a button whose action no runtime has",
      "action-dangling",
      '"actionId":"showPane"',
      '"actionId":"showPain"',
    ],
    ["a button without an action", "action-dangling", ',"actionId":"showPane"', ""],
    [
      "an event whose action no runtime has",
      "action-dangling",
      '"actionId":"onMessageSend"',
      '"actionId":"onSend"',
    ],
    [
      "an action that nothing starts",
      "action-unused",
      '"actionId":"showPaneInWord"',
      '"actionId":"showPane"',
    ],
    ["two runtimes of one id", "id-twice", '"id":"wordPaneRuntime"', '"id":"paneRuntime"'],
    ["two actions of one id", "id-twice", '"id":"showPaneInWord"', '"id":"showPane"'],
    ["two buttons of one id", "id-twice", '"id":"openPaneToRead"', '"id":"openPane"'],
    ["a group with the id of a button", "id-twice", '"id":"readGroup"', '"id":"openPane"'],
    ["an application id that is no GUID", "guid", '"id":"11111111-', '"id":"1111111-'],
    ["an XML manifest of another purpose hidden", "alternates", "111e7adb-ffbf", "aaf05924-8494"],
    ["an address without TLS", "address-https", '"page":"https:', '"page":"http:'],
    [
      "an address of another host",
      "address-host",
      '"script":"https://handoff.example.com',
      '"script":"https://elsewhere.example',
    ],
    [
      "another host as a valid domain",
      "address-host",
      '"validDomains":["handoff.example.com"]',
      '"validDomains":["elsewhere.example"]',
    ],
    ["an icon that is not there", "icon-missing", "icons/icon-80.png", "icons/icon-81.png"],
    ["an icon of another size", "icon-size", "icons/icon-80.png", "icons/icon-64.png"],
    [
      "an icon that the package does not hold",
      "icon-missing",
      '"color":"color.png"',
      '"color":"colour.png"',
    ],
    [
      "the outline in the place of the colours",
      "icon-size",
      '"outline":"outline.png"',
      '"outline":"color.png"',
    ],
    ["a button without the icon of 16 pixels", "icon-set", /\{"size":16,[^}]*\},/, ""],
    [
      "no event at all",
      "send-event",
      '"type":"messageSending"',
      '"type":"newMessageComposeCreated"',
    ],
    [
      "a send mode of another purpose",
      "send-mode",
      '"sendMode":"block"',
      '"sendMode":"promptUser"',
    ],
    [
      "the event for clients that do not have it",
      "send-requirement",
      '"minVersion":"1.12"',
      '"minVersion":"1.8"',
    ],
    [
      "a send dialog whose button opens nothing",
      "send-command",
      '"id":"openPane"',
      '"id":"openThePane"',
    ],
    ["a runtime without a script for classic Outlook", "runtime", /,"script":"[^"]*"/, ""],
    ["a function that the script does not register", "send-function", /onMessageSend/g, "onSend"],
    ["a text without German", "untranslated", '"supertip":{', '"supertip":{"label":"New",'],
    [
      "German for a text that is not there",
      "translation-dangling",
      /"contexts":\["mailRead"\],"tabs":\[.*?\]\}\]\}\]/,
      '"contexts":["mailRead"],"tabs":[]',
    ],
  ])("%s", (_, rule, from, to) => {
    expect(found(from, to)).toContain(rule);
  });

  it("block in a manifest for the store", () => {
    expect(found('"sendMode":"softBlock"', '"sendMode":"block"', "store")).toEqual([
      "send-mode",
      "store-block",
    ]);
  });
});

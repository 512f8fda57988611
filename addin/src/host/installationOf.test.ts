import { describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { names } from "../send/names";
import { simulateOutlook } from "../testing/office/outlook";
import { profiles, type Profile } from "../testing/office/profiles";
import { openWord } from "../testing/office/word/testing";
import { paragraph, run } from "../testing/wordParts";
import { BrowserHost } from "./BrowserHost";
import type { OfficeHost } from "./OfficeHost";
import { OutlookHost } from "./OutlookHost";
import { WordHost } from "./WordHost";

const inOutlook = (profile: Profile, keys?: unknown) => {
  const settings = new Map(keys === undefined ? [] : [[names.keys, keys]]);
  return new OutlookHost(simulateOutlook({ profile, settings }).office).installation();
};

const inWord = async (profile: Profile) =>
  new WordHost(
    (await openWord({ body: paragraph(run("Done.")) }, { profile })).office,
  ).installation();

describe("C103 what the add-in says of itself", () => {
  it("is the application, its platform and version, and the pane's own version", () => {
    expect(inOutlook(profiles.outlookClassic)).toEqual({
      host: "Outlook",
      platform: "PC",
      hostVersion: profiles.outlookClassic.version,
      addInVersion: version,
      requirementSets: [
        { name: "Mailbox", version: "1.15" },
        { name: "NestedAppAuth", version: "1.1" },
      ],
      hasKeys: false,
    });
  });

  it("names the highest version of each set, and no set that is not there", async () => {
    expect(inOutlook(profiles.outlook2019)?.requirementSets).toEqual([
      { name: "Mailbox", version: "1.6" },
    ]);
    expect((await inWord(profiles.word2019))?.requirementSets).toEqual([
      { name: "WordApi", version: "1.3" },
    ]);
    expect((await inWord(profiles.wordMac))?.requirementSets).toEqual([
      { name: "WordApi", version: "1.9" },
      { name: "NestedAppAuth", version: "1.1" },
    ]);
  });

  it("ends where an application says yes to every version", () => {
    const { office } = simulateOutlook();
    const requirements = { isSetSupported: () => true };
    const context = { ...office.context, diagnostics: office.context.diagnostics, requirements };
    const host = new OutlookHost({
      ...office,
      context: { ...context, mailbox: office.context.mailbox, roamingSettings: { get: () => [] } },
    } as unknown as typeof Office);
    expect(host.installation()?.requirementSets[0]).toEqual({ name: "Mailbox", version: "1.50" });
  });

  it("has the platform by the server's name, and says nothing where Office has none", () => {
    const on = (platform: string) =>
      inOutlook({ ...profiles.outlookWeb, platform: platform as Profile["platform"] })?.platform;
    expect(["PC", "Mac", "OfficeOnline", "iOS", "Android", "Universal", "Toaster"].map(on)).toEqual(
      ["PC", "Mac", "OfficeOnline", "IOS", "Android", "Universal", undefined],
    );
  });

  it("has keys where the mailbox has some, and neither yes nor no in Word", async () => {
    expect(inOutlook(profiles.outlookWeb, ["a2V5"])?.hasKeys).toBe(true);
    expect(inOutlook(profiles.outlookWeb, [])?.hasKeys).toBe(false);
    expect(inOutlook(profiles.outlookWeb, "a2V5")?.hasKeys).toBe(false);
    expect((await inWord(profiles.wordWindows))?.hasKeys).toBeNull();
  });

  it("is nothing in a browser: the workbench is no add-in", () => {
    const host: OfficeHost = new BrowserHost();
    expect(host.installation).toBeUndefined();
  });
});

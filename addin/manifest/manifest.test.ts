// @vitest-environment node
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppManifestUtils } from "@microsoft/app-manifest";
import JSZip from "jszip";
import { OfficeAddinManifest } from "office-addin-manifest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { officeJs } from "./description";
import { lintUnified } from "./lint/unified";
import { lintXml } from "./lint/xml";
import { mailApp } from "./mailApp";
import { xmlVersion } from "./officeApp";
import { packageOf, versionOf } from "./package";
import { facts, purposes } from "./purposes";
import { taskPaneApp } from "./taskPaneApp";
import { addin, context, parameters, publicFolder } from "./testing";
import { textsOf, translation, unified } from "./unified";
import { element, writeXml } from "./xml";

const translations = (purpose: (typeof purposes)[number]) =>
  new Map([["de", translation(parameters(purpose), "de")] as const]);

/** The schema of the localization files, as `@microsoft/app-manifest` carries it. */
interface LocalizationSchema {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly maxLength?: number }>>;
  readonly patternProperties: Readonly<Record<string, { readonly maxLength?: number }>>;
}

const localizationSchema = JSON.parse(
  readFileSync(
    join(
      addin,
      "node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.22/MicrosoftTeams.Localization.schema.json",
    ),
    "utf8",
  ),
) as LocalizationSchema;

/** The longest text at a path, by the schema; undefined where it knows no such path. Its patterns are no Unicode ones, so no validator takes them. */
function mostAt(path: string): number | undefined {
  const { properties, patternProperties } = localizationSchema;
  const pattern = Object.keys(patternProperties).find((one) => new RegExp(one).test(path));
  return (properties[path] ?? patternProperties[pattern ?? ""])?.maxLength;
}

describe("the manifests", () => {
  beforeAll(() => {
    vi.stubGlobal("fetch", () => {
      throw new Error("The network was asked.");
    });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it.each(purposes)(
    "for %s: the unified one is valid by its JSON schema, with no network",
    async (purpose) => {
      expect(await AppManifestUtils.validateAgainstSchema(unified(parameters(purpose)))).toEqual(
        [],
      );
    },
  );

  it.each(purposes)(
    "for %s: the German words are where the localization schema takes them",
    (purpose) => {
      const texts = translation(parameters(purpose), "de");
      expect(Object.keys(texts)).toEqual(expect.arrayContaining([...localizationSchema.required]));
      expect(Object.keys(texts).length).toBeGreaterThan(10);
      for (const [path, text] of Object.entries(texts)) {
        expect(mostAt(path), path).toBeDefined();
        expect(text.length, path).toBeLessThanOrEqual(mostAt(path) ?? 0);
      }
    },
  );

  it.each(purposes)("for %s: the lint finds nothing", async (purpose) => {
    const made = parameters(purpose);
    expect(await lintXml(mailApp(made), context(purpose))).toEqual([]);
    expect(await lintXml(taskPaneApp(made), context(purpose))).toEqual([]);
    expect(lintUnified(unified(made), translations(purpose), context(purpose))).toEqual([]);
  });

  it("block a send that cannot be checked where an administrator deploys them, and never from the store", () => {
    const modeOf = (purpose: (typeof purposes)[number]) =>
      /SendMode="(\w+)"/.exec(mailApp(parameters(purpose)))?.[1];
    expect(purposes.map(modeOf)).toEqual(["SoftBlock", "Block", "SoftBlock"]);
    expect(JSON.stringify(unified(parameters("admin")))).toContain('"sendMode":"block"');
    expect(JSON.stringify(unified(parameters("store")))).not.toContain('"block"');
  });

  it("have an id of their own each, so that one stands beside another", () => {
    const ids = Object.values(facts).flatMap(({ ids: own }) => Object.values(own));
    expect(new Set(ids).size).toBe(9);
  });

  it("for development lead to this machine, whatever the base is", () => {
    const addresses = textsOf(unified(parameters("development", { application: undefined })))
      .map(([, text]) => text)
      .filter((text) => /taskpane|send\./.test(text));
    expect(new Set(addresses.map((one) => new URL(one).origin))).toEqual(
      new Set(["https://localhost:5173"]),
    );
    expect(mailApp(parameters("development", { application: undefined }))).not.toContain(
      "WebApplicationInfo",
    );
  });

  it("name the registration that the server accepts tokens of, last in the XML ones", () => {
    const made = parameters("admin", { resource: "api://handoff.example.com/app" });
    const end =
      /<Resource>api:\/\/handoff\.example\.com\/app<\/Resource>[^]*<\/WebApplicationInfo>\s*<\/VersionOverrides>/;
    expect(mailApp(made)).toMatch(end);
    expect(taskPaneApp(made)).toMatch(end);
    expect(unified(made).webApplicationInfo?.nestedAppAuthInfo).toEqual([
      {
        redirectUri: "brk-multihub://handoff.example.com",
        scopes: ["api://handoff.example.com/app/access_as_user"],
      },
    ]);
  });

  it("of the store hide the XML ones by their asset ids, and nothing before those exist", () => {
    expect(unified(parameters("store")).extensions?.[0]?.alternates).toBeUndefined();
    const listed = parameters("store", { mailAsset: "WA200000001", wordAsset: "WA200000002" });
    expect(unified(listed).extensions?.[0]?.alternates).toEqual([
      {
        hide: { storeOfficeAddin: { officeAddinId: facts.store.ids.mail, assetId: "WA200000001" } },
      },
      {
        hide: { storeOfficeAddin: { officeAddinId: facts.store.ids.word, assetId: "WA200000002" } },
      },
    ]);
  });

  it("carry the version of package.json, with four parts and in the same order in XML", () => {
    const about: unknown = JSON.parse(readFileSync(join(addin, "package.json"), "utf8"));
    expect(versionOf(about)).toMatch(/^\d+\.\d+\.\d+$/);
    expect(["0.1.0", "0.9.3", "1.0.0"].map(xmlVersion)).toEqual(["1.0.1.0", "1.0.9.3", "1.1.0.0"]);
    expect(() => versionOf({ version: "1.0" })).toThrow("three numbers");
  });

  it("are read alike by the library that Office's own tools read them with", async () => {
    const folder = await mkdtemp(join(tmpdir(), "manifest-"));
    const read = async (file: string, text: string) => {
      await writeFile(join(folder, file), text);
      return OfficeAddinManifest.readManifestFile(join(folder, file));
    };
    const { mail, word } = facts.admin.ids;
    expect(await read("outlook.xml", mailApp(parameters("admin")))).toMatchObject({
      id: mail,
      version: "1.0.1.0",
      hosts: ["Mailbox"],
      officeAppType: "MailApp",
      permissions: "ReadWriteItem",
    });
    expect(await read("word.xml", taskPaneApp(parameters("admin")))).toMatchObject({
      id: word,
      hosts: ["Document"],
      permissions: "ReadWriteDocument",
      defaultSettings: { sourceLocation: "https://handoff.example.com/office/taskpane.html" },
    });
    await rm(folder, { recursive: true });
  });

  it("keep markup in a text from becoming markup", () => {
    expect(writeXml(element("a", { b: '"<&>' }, "<c/>"))).toContain(
      '<a b="&quot;&lt;&amp;&gt;">&lt;c/&gt;</a>',
    );
  });
});

describe("the package of the unified manifest", () => {
  it("holds the manifest, and every file that it names", async () => {
    const zip = await JSZip.loadAsync(await packageOf(parameters("admin"), publicFolder));
    const { icons, localizationInfo } = unified(parameters("admin"));
    expect(Object.keys(zip.files).sort()).toEqual(
      [
        "manifest.json",
        icons.color,
        icons.outline,
        ...(localizationInfo?.additionalLanguages ?? []).map(({ file }) => file),
      ].sort(),
    );
    const text = await zip.file("manifest.json")?.async("string");
    expect(JSON.parse(text ?? "")).toEqual(unified(parameters("admin")));
  });

  it("is the same bytes each time", async () => {
    const [once, again] = await Promise.all([
      packageOf(parameters("admin"), publicFolder),
      packageOf(parameters("admin"), publicFolder),
    ]);
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });
});

describe("C66 the page of the send event", () => {
  it("loads Office.js from where the store demands it, and then the handler", () => {
    const page = readFileSync(join(publicFolder, "send.html"), "utf8");
    const scripts = [...page.matchAll(/<script src="([^"]+)"><\/script>/g)].map(([, src]) => src);
    expect(scripts).toEqual([officeJs, "send.js"]);
  });
});

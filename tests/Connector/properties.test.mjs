import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fileAt, readDefinition, readJson } from "./definition.mjs";
import { brand, draw, size } from "./icon.mjs";
import { each, hard, one } from "./rules/rule.mjs";

const read = () => readJson("connector", "apiProperties.json");
const oauth = (p) => p.properties?.connectionParameters?.token?.oAuthSettings ?? {};
const custom = (p, name) => oauth(p).customParameters?.[name]?.value;

const rules = [
  hard(
    "The brand colour is a colour in six digits",
    (p) => one(/^#[0-9a-f]{6}$/i.test(p.properties.iconBrandColor), p.properties.iconBrandColor),
    (p) => (p.properties.iconBrandColor = "blue"),
  ),
  hard(
    "The brand colour is neither the template's blue nor white",
    (p) =>
      one(
        !["#007ee5", "#ffffff"].includes(p.properties.iconBrandColor.toLowerCase()),
        p.properties.iconBrandColor,
      ),
    (p) => (p.properties.iconBrandColor = "#007EE5"),
  ),
  hard(
    "A publisher and an owner of what is behind it are named",
    (p) => each(["publisher", "stackOwner"], (name) => p.properties[name]?.length > 0, String),
    (p) => delete p.properties.stackOwner,
  ),
  hard(
    "Sign-in is that of Microsoft Entra ID",
    (p) =>
      one(
        oauth(p).identityProvider === "aad" &&
          p.properties.connectionParameters.token.type === "oauthSetting",
        "token",
      ),
    (p) => (oauth(p).identityProvider = "oauth2"),
  ),
  hard(
    "Each connector has a redirect address of its own",
    (p) =>
      one(
        oauth(p).redirectMode === "GlobalPerConnector" &&
          oauth(p).redirectUrl?.startsWith("https://global.consent.azure-apim.net/redirect/"),
        "redirect",
      ),
    (p) => (oauth(p).redirectMode = "Global"),
  ),
  hard(
    "The server's registration is named as the resource, in both places alike",
    (p) =>
      one(
        Boolean(custom(p, "resourceUri")) &&
          custom(p, "resourceUri") === oauth(p).properties?.AzureActiveDirectoryResourceId,
        "resourceUri",
      ),
    (p) => (oauth(p).customParameters.resourceUri.value = ""),
  ),
  hard(
    "The platform signs people in on their behalf",
    (p) =>
      one(
        oauth(p).properties?.IsOnbehalfofLoginSupported === true &&
          custom(p, "enableOnbehalfOfLogin") === "true",
        "on behalf of",
      ),
    (p) => (oauth(p).properties.IsOnbehalfofLoginSupported = false),
  ),
  hard(
    "Sign-in is over https",
    (p) => one(custom(p, "loginUri")?.startsWith("https://"), "loginUri"),
    (p) => (oauth(p).customParameters.loginUri.value = "http://login.example.com"),
  ),
  hard(
    "No secret is in it",
    (p) => one(!/secret|password/i.test(JSON.stringify(p)), "a secret"),
    (p) => (oauth(p).clientSecret = "x"),
  ),
  hard(
    "What it can do is said as what the definition has",
    (p) =>
      one(
        p.properties.capabilities.includes("triggers") ===
          Object.values(readDefinition().paths).some((item) => item["x-ms-notification-content"]),
        "capabilities",
      ),
    (p) => (p.properties.capabilities = ["actions"]),
  ),
];

describe("C75 apiProperties.json keeps every rule of the platform", () => {
  it.each(rules)("$name", ({ faults }) => expect(faults(read())).toEqual([]));

  it.each(rules)("what breaks it is found: $name", ({ faults, breaking }) => {
    const changed = read();
    breaking(changed);
    expect(faults(changed)).not.toEqual([]);
  });
});

/** The parts of a PNG that is true colour without transparency and without filters. */
function readPng(bytes) {
  const chunks = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    chunks.push({
      type: bytes.toString("latin1", at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  const header = chunks[0].data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)),
  );
  const pixels = Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      rows.subarray(y * (width * 3 + 1) + 1, (y + 1) * (width * 3 + 1)),
    ),
  );
  return {
    signature: bytes.toString("latin1", 1, 4),
    width,
    height,
    depth: header[8],
    colourType: header[9],
    types: chunks.map(({ type }) => type),
    pixels,
  };
}

describe("C75 icon.png", () => {
  const bytes = readFileSync(fileAt("connector", "icon.png"));
  const icon = readPng(bytes);

  it("is a PNG under 1 MB, a square of 100 to 230 pixels", () => {
    expect([icon.signature, bytes.length < 1024 * 1024, icon.width === icon.height]).toEqual([
      "PNG",
      true,
      true,
    ]);
    expect(icon.width >= 100 && icon.width <= 230).toBe(true);
  });

  it("has no transparency", () => {
    expect(icon.colourType).toBe(2);
    expect(icon.types).not.toContain("tRNS");
  });

  it("stands on the brand colour of apiProperties.json", () => {
    const colour = `#${brand.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    expect(read().properties.iconBrandColor).toBe(colour);
    const corner = (x, y) => [...icon.pixels.subarray((y * size + x) * 3, (y * size + x) * 3 + 3)];
    for (const [x, y] of [
      [0, 0],
      [size - 1, 0],
      [0, size - 1],
      [size - 1, size - 1],
    ])
      expect(corner(x, y)).toEqual(brand);
  });

  it("is what icon.mjs draws", () => expect(icon.pixels.equals(draw())).toBe(true));
});

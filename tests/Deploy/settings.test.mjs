// What the files of a deployment set is what the product reads, and the README tells of all of it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const at = (name) => readFileSync(join(root, "src", "HandoffOffice.Api", "deploy", name), "utf8");

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".cs") && !/(^|\/)(bin|obj)\//.test(file))
  .map((file) => readFileSync(join(root, "src", file), "utf8"))
  .join("\n");

// The framework's own: https://learn.microsoft.com/aspnet/core/fundamentals/host/web-host and the OpenTelemetry specification.
const frameworks = [
  "AllowedHosts",
  "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
  "ASPNETCORE_HTTP_PORTS",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
];

/** The variables of the README's table; a list's numbers and what follows them left out. */
const told = [...at("README.md").matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) =>
  [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
);

const isRead = (name) => {
  const parts = name.split("__").filter((part) => !/^\d+$/.test(part));
  const [section] = parts;
  return (
    frameworks.includes(name) ||
    ((sources.includes(`"${section}"`) ||
      sources.includes(`"${section}:`) ||
      section === "ConnectionStrings") &&
      parts.slice(1).every((part) => new RegExp(`\\b${part} \\{ get;|[:"]${part}"`).test(sources)))
  );
};

test("C79 every variable of the table is read by the product", () => {
  assert.ok(told.length > 20);
  assert.deepEqual(
    told.filter((name) => !isRead(name) && !name.startsWith("AzureAd__ClientCredentials")),
    [],
  );
});

test("C79 a variable that nobody reads is found", () =>
  assert.equal(isRead("Webhooks__Colour"), false));

test("C79 every variable that a file sets is in the table", () => {
  const set = [
    ...at("compose.yaml").matchAll(/^ {6}(\w+(?:__\w+)+|ASPNETCORE_\w+|AllowedHosts):/gm),
    ...at("main.bicep").matchAll(/name: '(\w+__\w+|ASPNETCORE_\w+)'/g),
  ].map(([, name]) => name);
  assert.ok(set.length > 10);
  assert.deepEqual(
    set.filter((name) => !told.includes(name)),
    [],
  );
});

const compiler = () => {
  const packages = execFileSync("dotnet", ["nuget", "locals", "global-packages", "--list"], {
    encoding: "utf8",
  })
    .split(": ")[1]
    .trim();
  const folder = join(packages, "azure.bicep.commandline.linux-x64");
  return join(folder, readdirSync(folder)[0], "tools", "bicep");
};

test(
  "C79 the Bicep file is one, without a warning",
  {
    skip:
      process.platform !== "linux" || process.arch !== "x64"
        ? "The compiler is for Linux on x64."
        : false,
  },
  () => {
    const bicep = compiler();
    execFileSync("chmod", ["+x", bicep]);
    const said = execFileSync(
      "sh",
      [
        "-c",
        '"$0" build "$1" --stdout 2>&1 >/dev/null',
        bicep,
        join(root, "src", "HandoffOffice.Api", "deploy", "main.bicep"),
      ],
      { encoding: "utf8" },
    );
    assert.equal(said, "");
  },
);

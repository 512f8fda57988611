// The container image is made by the .NET SDK alone: no engine, and here no network either. What is in the archive is read from it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startRegistry } from "./registry.mjs";

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
let folder, config, files;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handoffoffice-image-"));
  const registry = await startRegistry();
  const archive = join(folder, "image.tar");
  try {
    await run(
      "dotnet",
      [
        "publish",
        join(root, "src", "HandoffOffice.Api"),
        "-t:PublishContainer",
        // What the tests have built is published; a release is built anew.
        "-c",
        "Debug",
        `-p:ContainerBaseImage=${registry.address}/base:10.0`,
        `-p:ContainerArchiveOutputPath=${archive}`,
        "-v:quiet",
      ],
      {
        maxBuffer: 1 << 26,
        env: { ...process.env, DOTNET_CONTAINER_INSECURE_REGISTRIES: registry.address },
      },
    );
  } finally {
    registry.end();
  }

  await run("tar", ["-xf", archive, "-C", folder]);
  const [manifest] = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  config = JSON.parse(await readFile(join(folder, manifest.Config), "utf8"));
  const names = await Promise.all(
    manifest.Layers.map((layer) =>
      run("tar", ["-tf", join(folder, layer)], { maxBuffer: 1 << 26 }),
    ),
  );
  files = names.flatMap(({ stdout }) => stdout.split("\n"));
});

after(() => rm(folder, { recursive: true, force: true }));

test("C79 the image starts the product on port 8080, and not as root", () => {
  assert.deepEqual(config.config.Entrypoint, ["dotnet", "/app/HandoffOffice.Api.dll"]);
  assert.equal(config.config.User, "1654");
  assert.ok(config.config.Env.includes("ASPNETCORE_HTTP_PORTS=8080"));
  assert.ok("8080/tcp" in config.config.ExposedPorts);
});

test("C79 the image has the product and the pane in it, and neither a database nor a key", () => {
  const has = (pattern) => files.some((file) => pattern.test(file));
  assert.ok(has(/app\/HandoffOffice\.Api\.dll$/));
  assert.ok(has(/app\/wwwroot\/.+\.html$/));
  assert.ok(has(/app\/wwwroot\/assets\/.+\.js$/));
  assert.ok(has(/app\/appsettings\.json$/));
  assert.ok(!has(/App_Data|\.pfx$|\.db$|\/keys\//));
});

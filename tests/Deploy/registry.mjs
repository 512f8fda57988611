// A registry of container images on a loopback port (OCI distribution specification) with one image in it: an empty one, to build others on.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

const digestOf = (bytes) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** Two blocks of zeros: the end of a tar archive, with nothing before it. */
const emptyTar = Buffer.alloc(1024);

const manifestType = "application/vnd.docker.distribution.manifest.v2+json";

function image() {
  const layer = gzipSync(emptyTar);
  const config = Buffer.from(
    JSON.stringify({
      architecture: "amd64",
      os: "linux",
      config: {
        Env: ["PATH=/usr/bin", "ASPNETCORE_HTTP_PORTS=8080", "APP_UID=1654"],
        WorkingDir: "/",
      },
      rootfs: { type: "layers", diff_ids: [digestOf(emptyTar)] },
      history: [{ created_by: "nothing" }],
    }),
  );
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: manifestType,
      config: {
        mediaType: "application/vnd.docker.container.image.v1+json",
        size: config.length,
        digest: digestOf(config),
      },
      layers: [
        {
          mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip",
          size: layer.length,
          digest: digestOf(layer),
        },
      ],
    }),
  );
  return { manifest, blobs: new Map([config, layer].map((bytes) => [digestOf(bytes), bytes])) };
}

/** Starts it; gives its address and how to end it. */
export async function startRegistry() {
  const { manifest, blobs } = image();
  const server = createServer((request, response) => {
    const bytes = /\/manifests\//.test(request.url)
      ? manifest
      : blobs.get(request.url.split("/blobs/")[1]);
    if (request.url === "/v2/") response.writeHead(200).end("{}");
    else if (!bytes) response.writeHead(404).end();
    else {
      response.writeHead(200, {
        "Content-Type": bytes === manifest ? manifestType : "application/octet-stream",
        "Content-Length": bytes.length,
        "Docker-Content-Digest": digestOf(bytes),
      });
      response.end(request.method === "HEAD" ? undefined : bytes);
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `localhost:${server.address().port}`, end: () => server.close() };
}

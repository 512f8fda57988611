import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";
import { developmentPort } from "./manifest/parameters";

/** Where office-addin-dev-certs keeps the certificate for localhost and its key. */
const certificates = join(homedir(), ".office-addin-dev-certs");

/**
 * Makes the development server one of add-ins (`vite --mode office`): https with a certificate that Office trusts, and the port that stands in
 * the manifests or none.
 */
export function officeServer(): Plugin {
  const [cert, key] = ["localhost.crt", "localhost.key"].map((file) => join(certificates, file));
  if (cert === undefined || key === undefined || !existsSync(cert) || !existsSync(key))
    throw new Error(`There is no certificate in ${certificates}: npm run certificates makes one.`);
  const https = { cert: readFileSync(cert), key: readFileSync(key) };
  return {
    name: "office-server",
    config: () => ({ server: { port: developmentPort, strictPort: true, https } }),
  };
}

const sendConfig = fileURLToPath(new URL("vite.send.config.ts", import.meta.url));

async function buildSendScript(): Promise<string> {
  const made = await build({ configFile: sendConfig, logLevel: "error", build: { write: false } });
  const outputs = [made].flat().filter((one): one is Rolldown.RolldownOutput => "output" in one);
  const [chunk] = outputs.flatMap(({ output }) => output);
  if (chunk?.type !== "chunk") throw new Error("The send handler was not built.");
  return chunk.code;
}

/** Serves `/send.js` as the build makes it, anew for each request: the server of the development has no built files. */
export const sendScript = (): Plugin => ({
  name: "send-script",
  configureServer({ middlewares }) {
    middlewares.use("/send.js", (_, response, next) => {
      buildSendScript().then((code) => {
        response.setHeader("Content-Type", "text/javascript");
        response.end(code);
      }, next);
    });
  },
});

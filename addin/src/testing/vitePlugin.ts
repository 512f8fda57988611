import type { IncomingMessage } from "node:http";
import type { Plugin } from "vite";
import { FakeApi } from "./fakeApi";

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return bytes.length > 0 ? new Uint8Array(bytes) : undefined;
}

/** Serves the fake under /api in `npm run dev:fake`, so that the screens can be worked on without the server. */
export function fakeApi(): Plugin {
  return {
    name: "handoffoffice-fake-api",
    apply: "serve",
    configureServer: (server) => {
      const fake = new FakeApi();
      fake.sentenceDelay = 250;
      server.middlewares.use((incoming, outgoing, next) => {
        if (!incoming.url?.startsWith("/api/")) {
          next();
          return;
        }
        const url = new URL(incoming.url, "http://localhost");
        const answer = async () => {
          const headers = new Headers();
          for (const [name, value] of Object.entries(incoming.headers))
            if (typeof value === "string") headers.set(name, value);
          const body = await bodyOf(incoming);
          if (url.searchParams.has("failDraft")) fake.failNextDraft = true;
          const response = await fake.fetch(
            new Request(url, { method: incoming.method ?? "GET", headers, body }),
          );
          outgoing.writeHead(response.status, Object.fromEntries(response.headers));
          const reader = response.body?.getReader();
          outgoing.on("close", () => void reader?.cancel());
          for (let step = await reader?.read(); step?.value; step = await reader?.read())
            outgoing.write(step.value);
          outgoing.end();
        };
        answer().catch(next);
      });
    },
  };
}

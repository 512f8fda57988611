import "./english";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import { FakeApi } from "./fakeApi";
import type { FakeMailbox } from "./fakeSending";

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return bytes.length > 0 ? new Uint8Array(bytes) : undefined;
}

/** The policy that the product's server sends; the fake sends it too, so that a breach shows while developing. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

function answerWith(fake: FakeApi): Connect.NextHandleFunction {
  return (incoming, outgoing, next) => {
    if (!incoming.url?.startsWith("/api/")) {
      next();
      return;
    }
    answer(fake, incoming, outgoing).catch(next);
  };
}

async function answer(
  fake: FakeApi,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === "string") headers.set(name, value);
  const method = incoming.method ?? "GET";
  const body = await bodyOf(incoming);
  if (incoming.headers.referer?.includes("failDraft")) fake.failNextDraft = true;
  // What starts at ?overdue waits since yesterday.
  fake.reviewHours = incoming.headers.referer?.includes("overdue") ? -20 : 24;
  // What is drafted at ?reduced has a reduced review.
  fake.reduced = incoming.headers.referer?.includes("reduced") ?? false;
  // Drafts written at ?practice have a practice error in their second change.
  if (url.pathname.endsWith("/draft") && incoming.headers.referer?.includes("practice"))
    fake.practiceIn = "c2";
  // What starts at ?high has high stakes and two reviewers.
  fake.highStakes = incoming.headers.referer?.includes("high") ?? false;
  // At ?sends mails are sent from a mailbox; at ?sends=busy, silent or refuses it does not take them.
  const sends = /[?&]sends(?:=(busy|silent|refuses))?/.exec(incoming.headers.referer ?? "");
  fake.mailbox = sends ? ((sends[1] as FakeMailbox | undefined) ?? "sends") : undefined;
  // The pages at ?everyKind show a document with every kind of tracked change.
  fake.everyKind = incoming.headers.referer?.includes("everyKind") ?? false;
  // What is drafted at ?long has 400 changes, and comes at once.
  const long = incoming.headers.referer?.includes("long") ?? false;
  fake.draftLength = long ? 400 : undefined;
  fake.sentenceDelay = long ? 0 : 250;
  const response = await fake.fetch(new Request(url, { method, headers, body }));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  const reader = response.body?.getReader();
  outgoing.on("close", () => void reader?.cancel());
  for (let step = await reader?.read(); step?.value; step = await reader?.read())
    outgoing.write(step.value);
  outgoing.end();
}

/** Serves the fake under /api in the mode "fake", so that the screens can be worked on without the server. */
export function fakeApi(): Plugin {
  const fake = new FakeApi();
  fake.sentenceDelay = 250;
  return {
    name: "handoffoffice-fake-api",
    apply: "serve",
    configureServer: ({ middlewares }) => {
      middlewares.use(answerWith(fake));
    },
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((_, outgoing, next) => {
        outgoing.setHeader("Content-Security-Policy", policy);
        next();
      });
      middlewares.use(answerWith(fake));
    },
  };
}

import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { DraftDone, DraftFailed, DraftStarted, Sentence } from "./types";

/** What the draft stream tells, in the order in which it comes. */
export type DraftEvent =
  | { readonly kind: "started"; readonly data: DraftStarted }
  | { readonly kind: "sentence"; readonly data: Sentence }
  | { readonly kind: "checking" }
  | { readonly kind: "done"; readonly data: DraftDone }
  | { readonly kind: "failed"; readonly data: DraftFailed };

/** The stream broke the protocol: an event whose data is no JSON. */
export class StreamError extends Error {}

function toDraftEvent(message: EventSourceMessage): DraftEvent | undefined {
  const data = (): unknown => {
    try {
      return JSON.parse(message.data);
    } catch (cause) {
      throw new StreamError(`The event "${message.event ?? "message"}" holds no JSON.`, { cause });
    }
  };
  // The payload's type is the server's promise in the OpenAPI document; here the wire meets the types.
  switch (message.event) {
    case "started":
      return { kind: "started", data: data() as DraftStarted };
    case "sentence":
      return { kind: "sentence", data: data() as Sentence };
    case "checking":
      return { kind: "checking" };
    case "done":
      return { kind: "done", data: data() as DraftDone };
    case "failed":
      return { kind: "failed", data: data() as DraftFailed };
    default:
      // A newer server may tell more; what this pane does not know it need not show.
      return undefined;
  }
}

/**
 * Reads server-sent events (WHATWG HTML, section 9.2) off a fetch body. EventSource itself can neither POST nor carry
 * a bearer token. Ends when the stream ends; the caller decides whether an end without `done` is a failure.
 */
export async function* readDraftEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<DraftEvent, void> {
  const waiting: DraftEvent[] = [];
  const parser = createParser({
    onEvent: (message) => {
      const event = toDraftEvent(message);
      if (event) waiting.push(event);
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value) parser.feed(decoder.decode(value, { stream: true }));
      yield* waiting.splice(0);
      if (done) return;
    }
  } finally {
    // Leaving early (the reader stopped) must also stop the server.
    await reader.cancel().catch(() => undefined);
  }
}

import { describe, expect, it } from "vitest";
import { readDraftEvents, StreamError, type DraftEvent } from "./sse";

const encoder = new TextEncoder();

function streamOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<DraftEvent[]> {
  const events: DraftEvent[] = [];
  for await (const event of readDraftEvents(stream)) events.push(event);
  return events;
}

describe("C62 the draft stream", () => {
  it("gives the events in the order in which they come", async () => {
    const events = await collect(
      streamOf(
        'event: started\ndata: {"origin":{"kind":"Rules"}}\n\nevent: sentence\ndata: {"id":"s1"}\n\n',
        "event: checking\ndata: {}\n\n",
      ),
    );
    expect(events.map((event) => event.kind)).toEqual(["started", "sentence", "checking"]);
  });

  it("joins an event that arrives in pieces, also in the middle of a character", async () => {
    const bytes = encoder.encode('event: sentence\ndata: {"text":"für Köln"}\n\n');
    const cut = bytes.indexOf(0xc3) + 1;
    const [event] = await collect(streamOf(bytes.slice(0, cut), bytes.slice(cut)));
    expect(event).toEqual({ kind: "sentence", data: { text: "für Köln" } });
  });

  it("skips comments and events that it does not know", async () => {
    const events = await collect(
      streamOf(": keep-alive\n\nevent: news\ndata: 1\n\nevent: checking\ndata: {}\n\n"),
    );
    expect(events).toEqual([{ kind: "checking" }]);
  });

  it("says which event holds no JSON", async () => {
    await expect(collect(streamOf("event: sentence\ndata: oops\n\n"))).rejects.toThrow(StreamError);
  });

  it("hangs up when the reader stops early", async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode("event: checking\ndata: {}\n\n")),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const event of readDraftEvents(stream)) {
      expect(event.kind).toBe("checking");
      break;
    }
    expect(cancelled).toBe(true);
  });
});

import type { HandoffView, Person } from "../api/types";
import { everyKindOfChange } from "./everyKindOfChange";
import { planSentences } from "./fakeDraft";
import { note, viewOf, type StoredHandoff } from "./fakeHandoffs";
import { rulesOrigin } from "./fakePeople";
import { newChange } from "./fakeRedline";
import { articleSentences, waitsForOwn } from "./fakeTogether";

interface Drafting {
  /** Milliseconds between two streamed sentences. */
  readonly sentenceDelay: number;
  /** It fails on the way, as an overloaded model would. */
  readonly fails: boolean;
  /** It changes a text that stands, in a document with every kind of tracked change. */
  readonly everyKind: boolean;
  /** A sampling plan reduces its review. */
  readonly reduced: boolean;
  /** How many sentences it has, each of its own repeated; as many as the record gives where this is undefined. */
  readonly length: number | undefined;
}

const reducedExtent: HandoffView["extent"] = {
  isReduced: true,
  ground: "SamplingPlan",
  sentence:
    "The review is reduced: 64 clean in a row; error rate below 4.8 % with 95 % confidence; one in 10 is reviewed in full.",
  at: "2026-11-28T09:00:00Z",
};

/** Streams a draft as the server does: sentence by sentence, then checked. */
export function streamDraft(handoff: StoredHandoff, caller: Person, ways: Drafting): Response {
  const encoder = new TextEncoder();
  const { fails } = ways;
  const before = handoff.state;
  let stopped = false;
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const send = (event: string, data: unknown) => {
        if (!stopped)
          controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      };
      handoff.state = "Drafting";
      send("started", { origin: rulesOrigin });
      const sentences = lengthened(
        handoff.workflow.pattern === "Parallel"
          ? articleSentences(handoff.record)
          : planSentences(handoff.workflow, handoff.record),
        ways.length,
      );
      for (const sentence of sentences) {
        await new Promise((resolve) => setTimeout(resolve, ways.sentenceDelay));
        if (stopped) {
          handoff.state = before;
          return;
        }
        if (fails && sentence.id === "c3") {
          handoff.state = "Failed";
          handoff.failure = {
            code: "model-busy",
            title: "The model is busy",
            detail: "It did not answer in time.",
            retryable: true,
          };
          send("failed", {
            problem: {
              type: "about:blank",
              title: "The model is busy",
              status: 503,
              detail: "It did not answer in time. Your record is safe.",
              code: "model-busy",
            },
          });
          controller.close();
          return;
        }
        send("sentence", sentence);
      }
      send("checking", {});
      finishDraft(handoff, caller, sentences, ways);
      send("done", { handoff: viewOf(handoff, caller) });
      if (!stopped) controller.close();
    },
    cancel: () => {
      stopped = true;
    },
  });
  return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
}

/** The sentences over and over in the order of their paragraphs, until there are so many. */
function lengthened(
  sentences: ReturnType<typeof planSentences>,
  length: number | undefined,
): ReturnType<typeof planSentences> {
  if (length === undefined || sentences.length === 0) return sentences;
  return Array.from({ length: Math.ceil(length / sentences.length) }, () => sentences)
    .flat()
    .slice(0, length)
    .sort((a, b) => a.paragraph - b.paragraph)
    .map((sentence, at) => ({ ...sentence, id: `c${String(at + 1)}` }));
}

function finishDraft(
  handoff: StoredHandoff,
  caller: Person,
  sentences: ReturnType<typeof planSentences>,
  { everyKind, reduced }: Drafting,
) {
  handoff.revision++;
  handoff.failure = undefined;
  handoff.sentences = sentences;
  handoff.changes = sentences.map(({ section, paragraph, text, citations, candidate }, index) =>
    newChange({ id: `c${String(index + 1)}`, section, paragraph, text, citations, candidate }),
  );
  if (everyKind) Object.assign(handoff, everyKindOfChange(handoff.changes));
  if (reduced) handoff.extent = reducedExtent;
  handoff.state = waitsForOwn(handoff) ? "Checking" : "InReview";
  handoff.version++;
  note(
    handoff,
    caller,
    "Drafted",
    `Draft ${String(handoff.revision)}, ${String(sentences.length)} sentences`,
  );
}

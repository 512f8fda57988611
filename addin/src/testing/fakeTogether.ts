import type { HandoffView, Person, Sentence, Workflow } from "../api/types";
import { note, type StoredHandoff } from "./fakeHandoffs";
import { newChange } from "./fakeRedline";
import { refuse } from "./refusal";
import { statusReport } from "./workflows";

/** A text that its author and the AI write at once. */
export const article: Workflow = {
  ...statusReport,
  key: "article",
  name: "Article",
  promise: "You write the opening and your view; the AI writes what happened and what comes next.",
  pattern: "Parallel",
  stakes: "Low",
  baselineMinutes: 150,
  input: {
    groups: [],
    fields: [
      { name: "project", label: "Title", kind: "Text", required: true, maxLength: 120 },
      { name: "happened", label: "What happened", kind: "LongText", required: true },
    ],
  },
  output: {
    ...statusReport.output,
    sections: [
      { key: "opening", owner: "Person", purpose: "Say what you saw.", fields: [] },
      {
        key: "facts",
        heading: "What happened",
        owner: "Ai",
        purpose: "Tell what happened, with every figure.",
        fields: ["/happened"],
      },
      {
        key: "view",
        heading: "What it means",
        owner: "Person",
        purpose: "Say what you think of it.",
        fields: [],
      },
    ],
    subject: "{project}",
  },
  examples: [
    {
      name: "Depot in Kiel",
      about: "A building site.",
      record: { project: "A depot grows in Kiel", happened: "The roof was closed. Racks came." },
    },
  ],
};

/** What the AI writes of it. */
export const articleSentences = (record: HandoffView["record"]): Sentence[] =>
  String((record as { happened?: unknown }).happened)
    .split(/(?<=\.)\s/)
    .map((text, index) => ({
      id: `c${String(index + 1)}`,
      section: "facts",
      paragraph: 0,
      text,
      citations: ["/happened"],
    }));

export const waitsForOwn = (handoff: StoredHandoff) =>
  handoff.workflow.pattern === "Parallel" && handoff.own?.handedInAt === undefined;

/** Keeps what the author writes, and merges where the AI's part is there. */
export async function writeOwn(handoff: StoredHandoff, caller: Person, request: Request) {
  const body = (await request.json()) as {
    sections: { key: string; text: string }[];
    handIn: boolean;
  };
  if (caller.id !== handoff.author.id)
    refuse(
      403,
      "not-your-handoff",
      "Somebody else has to do this",
      "Only its author writes these.",
    );
  const texts = Object.fromEntries(body.sections.map(({ key, text }) => [key, text]));
  if (body.handIn && Object.values(texts).some((text) => text.trim() === ""))
    refuse(422, "own-sections-empty", "This can't be taken", "A section has no text yet.");
  const now = new Date().toISOString();
  handoff.own = { texts, savedAt: now, handedInAt: body.handIn ? now : undefined };
  if (body.handIn) note(handoff, caller, "OwnSectionsDone", "Handed the own sections in");
  if (body.handIn && handoff.state === "Checking") handoff.state = "InReview";
}

const paragraphsOf = (text: string) => text.split("\n").filter((paragraph) => paragraph.trim());

/** The sections with their owners, and the text with both sides in it. */
export function togetherOf(handoff: StoredHandoff): Pick<HandoffView, "parallel" | "text"> {
  const { workflow, own } = handoff;
  if (workflow.pattern !== "Parallel") return {};
  let paragraph = -1;
  let sentence = 0;
  const text = workflow.output.sections.flatMap(({ key, owner }) =>
    owner === "Person"
      ? paragraphsOf(own?.texts[key] ?? "").flatMap((words) => {
          paragraph++;
          return words.split(/(?<=[.!?])\s/).map((said) => {
            const id = `p${String(++sentence)}`;
            const change = handoff.changes.find((each) => each.id === id);
            return {
              id,
              changeId: change ? id : null,
              section: key,
              paragraph,
              text: change?.editedText ?? said,
            };
          });
        })
      : handoff.changes
          .filter((change) => change.section === key)
          .map((change, index) => {
            if (index === 0) paragraph++;
            return {
              id: change.id,
              changeId: change.id,
              section: key,
              paragraph,
              text: change.text,
            };
          }),
  );
  return {
    parallel: {
      sections: workflow.output.sections.map(({ key, heading, purpose, owner }) => ({
        key,
        heading: heading ?? null,
        purpose,
        owner: owner ?? "Ai",
        text: owner === "Person" ? (own?.texts[key] ?? "") : null,
      })),
      handedInAt: own?.handedInAt ?? null,
      savedAt: own?.savedAt ?? null,
      isWaiting: handoff.state === "Checking" && waitsForOwn(handoff),
      isInDocument: false,
      style: own ? ["8.4 words a sentence", "reading ease 81"] : null,
    },
    ...(handoff.state === "InReview" ? { text } : {}),
  };
}

/** A sentence of the author's that a reviewer puts in other words becomes a change like any other. */
export function openOwn(handoff: StoredHandoff, id: string) {
  if (!id.startsWith("p") || handoff.changes.some((change) => change.id === id)) return;
  const kept = togetherOf(handoff).text?.find((sentence) => sentence.id === id);
  if (kept)
    handoff.changes = [
      newChange({ ...kept, citations: [], kind: "Replaced", original: kept.text }),
      ...handoff.changes,
    ];
}

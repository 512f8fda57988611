import JSZip from "jszip";
import type {
  Change,
  HandoffView,
  OpenDocumentComparison,
  Person,
  ReadSections,
  SealedOpenDocument,
  SectionsView,
} from "../api/types";
import { changeXml } from "./docx";
import { act } from "./fakeReviewing";
import { viewOf, type StoredHandoff } from "./fakeHandoffs";
import { standingText } from "./fakeRedline";
import { letOutUnderKey } from "./fakeReleasing";
import { json, refuse } from "./refusal";
import { flatOpc, paragraph, run } from "./wordParts";

const kept = (texts: readonly (string | null | undefined)[]) =>
  texts.filter((text): text is string => text != null && text !== "").join(" ");

const acceptedOf = (change: Change) => standingText(change);

const rejectedOf = (change: Change) =>
  change.decision === "Undecided" ? (change.original ?? "") : standingText(change);

/** The sections of a document as they stand, or as they were before the draft. */
export function sectionsOf(handoff: StoredHandoff, caller: Person, original: boolean): Response {
  const view = viewOf(handoff, caller);
  return json({
    revision: Number(view.etag),
    sections: handoff.workflow.output.sections.map(({ key }) => {
      const changes = view.changes.filter(({ section }) => section === key);
      const paragraphs = [...new Set(changes.map((change) => change.paragraph))].map((at) =>
        changes.filter((change) => change.paragraph === at),
      );
      const texts = (of: (change: Change) => string | null | undefined) =>
        paragraphs.map((own) => kept(own.map(of))).filter((text) => text !== "");
      if (original) {
        const before = texts(({ original: text }) => text);
        return {
          tag: key,
          ooxml: flatOpc(before.map((text) => paragraph(run(text))).join("") || paragraph("")),
          accepted: before,
          rejected: before,
        };
      }
      return {
        tag: key,
        ooxml: flatOpc(paragraphs.map((own) => sectionParagraph(own, view)).join("")),
        accepted: texts(acceptedOf),
        rejected: texts(rejectedOf),
      };
    }),
  } satisfies SectionsView);
}

/** A paragraph without the anchors of comments, which the host puts in by itself. */
const sectionParagraph = (changes: readonly Change[], view: HandoffView) =>
  paragraph(changes.map((change) => changeXml(change, { ...view, findings: [] })).join(""));

const textOf = (xml: string) =>
  [...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join("");

/** What the body of a document says with its tracked insertions and deletions accepted, and rejected. */
async function readingsOf(file: ArrayBuffer) {
  const xml = (await (await JSZip.loadAsync(file)).file("word/document.xml")?.async("text")) ?? "";
  return {
    accepted: textOf(xml.replace(/<w:del [^>]*>.*?<\/w:del>/gs, "")),
    rejected: textOf(xml.replace(/<w:ins [^>]*>.*?<\/w:ins>/gs, "")),
  };
}

/** Takes over what was decided in a document: by its words alone, which in the fake's drafts are all different. */
export async function readSections(
  handoff: StoredHandoff,
  caller: Person,
  request: Request,
): Promise<Response> {
  const { accepted, rejected } = await readingsOf(await request.arrayBuffer());
  const decided: string[] = [];
  for (const change of viewOf(handoff, caller).changes) {
    const isIn = (text: string) => text.includes(standingText({ ...change, decision: "Accepted" }));
    const decision =
      isIn(accepted) === isIn(rejected) ? (isIn(accepted) ? "Accepted" : "Rejected") : "Undecided";
    if (decision === change.decision || change.decision === "Edited") continue;
    decided.push(change.id);
    const body = JSON.stringify({ decision });
    await act(
      handoff,
      caller,
      new Request(request.url, { method: "PUT", body }),
      "changes",
      change.id,
    );
  }
  handoff.version++;
  return json({ handoff: viewOf(handoff, caller), decided, unclear: [] } satisfies ReadSections);
}

async function saysWhatWasApproved(handoff: StoredHandoff, caller: Person, request: Request) {
  const { accepted, rejected } = await readingsOf(await request.clone().arrayBuffer());
  const approved = viewOf(handoff, caller).changes.map(standingText);
  return accepted === rejected && approved.every((text) => accepted.includes(text));
}

/** How a sealed document is now. */
export const compareOpen = async (
  handoff: StoredHandoff,
  caller: Person,
  request: Request,
): Promise<Response> =>
  json({
    difference: (await saysWhatWasApproved(handoff, caller, request))
      ? null
      : "It says something else.",
  } satisfies OpenDocumentComparison);

/** Lets a document leave where it is open, if it says what was approved; the same key gets the same again. */
export async function sealOpen(
  handoff: StoredHandoff,
  caller: Person,
  request: Request,
): Promise<Response> {
  if (!(await saysWhatWasApproved(handoff, caller, request)))
    refuse(409, "open-document-differs", "Another text is open", "It is not what was approved.");
  letOutUnderKey(handoff, caller, request);
  const xmlNamespace = "https://handoffoffice.dev/seal/1";
  return json({
    xml: `<seal xmlns="${xmlNamespace}">{"seal":{"payload":{"handoffId":"${handoff.id}"}}}</seal>`,
    xmlNamespace,
  } satisfies SealedOpenDocument);
}

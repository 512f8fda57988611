import type { Change, HandoffView, Workflow } from "../api/types";
import { standingText } from "./fakeRedline";
import { deletedRun, escapeXml, packDocx, paragraph, run } from "./wordParts";

const date = 'w:date="2024-07-19T09:00:00Z"';

function redline(change: Change): string {
  const by = `w:author="${escapeXml(change.author)}" ${date}`;
  const ids = [...change.revisionIds];
  return change.segments
    .map(({ kind, text }) => {
      if (kind === "Kept") return run(text);
      const id = `w:id="${ids.shift() ?? ""}"`;
      return kind === "Inserted"
        ? `<w:ins ${id} ${by}>${run(text)}</w:ins>`
        : `<w:del ${id} ${by}>${deletedRun(text)}</w:del>`;
    })
    .join("");
}

/** One change as the document shows it: tracked while it is open, its words once it is decided. */
export function changeXml(change: Change, view: HandoffView): string {
  if (change.decision !== "Undecided") {
    const text = standingText(change);
    return text === "" ? "" : run(`${text} `);
  }
  const ids = view.findings.flatMap((finding, at) =>
    change.findings.includes(finding.id) ? [`w:id="${String(at)}"`] : [],
  );
  const open = ids.map((id) => `<w:commentRangeStart ${id}/>`).join("");
  const close = ids
    .map((id) => `<w:commentRangeEnd ${id}/><w:r><w:commentReference ${id}/></w:r>`)
    .join("");
  return open + redline(change) + close + run(" ");
}

/** The paragraphs of a section of the contract, with their changes in them. */
export function sectionXml(view: HandoffView, section: string): string {
  const changes = view.changes.filter((change) => change.section === section);
  return [...new Set(changes.map((change) => change.paragraph))]
    .map((at) => {
      const own = changes.filter((change) => change.paragraph === at);
      return paragraph(own.map((change) => changeXml(change, view)).join(""));
    })
    .join("");
}

/** The findings as comments. */
export const findingComments = (view: HandoffView): string =>
  view.findings
    .map(
      (finding, id) =>
        `<w:comment w:id="${String(id)}" w:author="HandoffOffice checks" ${date}>${paragraph(run(finding.message))}</w:comment>`,
    )
    .join("");

/** A small Word document of the handoff as it stands: undecided changes as tracked changes, findings as comments. */
export async function buildDocx(view: HandoffView, workflow: Workflow): Promise<Uint8Array> {
  const styled = (style: string, text: string) =>
    paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
  const { format, sections } = workflow.output;
  const body = [
    format === "Email" ? "" : styled("Title", view.subject),
    ...sections.map(
      ({ key, heading }) => (heading ? styled("Heading1", heading) : "") + sectionXml(view, key),
    ),
  ].join("");
  return packDocx({ body, comments: findingComments(view) });
}

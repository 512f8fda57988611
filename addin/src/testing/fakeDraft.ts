import type { Change, DateEvidence, FactEvidence, Finding, Sentence, Workflow } from "../api/types";
import { formatDate } from "../format";
import { labelOf, pointerOf, valueAt } from "../form/pointers";
import { showValue } from "../form/model";
import { fieldAt } from "../form/pointers";
import { planCandidates } from "./fakeFiltering";
import { standingText } from "./fakeRedline";

const items = (record: unknown, name: string): readonly unknown[] => {
  const value = valueAt(record, pointerOf(name));
  return Array.isArray(value) ? value : [];
};

const str = (record: unknown, pointer: string): string => {
  const value = valueAt(record, pointer);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

const day = (iso: string) => formatDate(iso, "en-GB");

interface Plan {
  readonly section: string;
  readonly paragraph: number;
  readonly text: string;
  readonly citations: readonly string[];
}

function reportPlan(record: unknown): Plan[] {
  const plan: Plan[] = [];
  const add = (section: string, paragraph: number, text: string, ...citations: string[]) =>
    plan.push({ section, paragraph, text, citations });
  add(
    "progress",
    0,
    `Between ${day(str(record, "/periodStart"))} and ${day(str(record, "/periodEnd"))}, ${str(record, "/project")} moved forward as planned.`,
    "/project",
    "/periodStart",
    "/periodEnd",
  );
  items(record, "milestonesCompleted").forEach((item, index) =>
    add(
      "progress",
      0,
      `${str(item, "/name")} was completed on ${day(str(item, "/date"))} by the ${str(item, "/owner")}.`,
      `/milestonesCompleted/${String(index)}/name`,
      `/milestonesCompleted/${String(index)}/date`,
      `/milestonesCompleted/${String(index)}/owner`,
    ),
  );
  if (str(record, "/exceptionsRequested"))
    add(
      "blockers",
      1,
      `Of ${str(record, "/exceptionsRequested")} exceptions requested, ${str(record, "/exceptionsApproved")} were approved and ${str(record, "/exceptionsRejected")} was rejected.`,
      "/exceptionsRequested",
      "/exceptionsApproved",
      "/exceptionsRejected",
    );
  items(record, "blockers").forEach((item, index) =>
    add(
      "blockers",
      1,
      `${str(item, "/summary")}.`,
      `/blockers/${String(index)}/summary`,
      `/blockers/${String(index)}/since`,
    ),
  );
  items(record, "nextSteps").forEach((item, index) => {
    // The slip that the checks must catch: the second step comes out a day late.
    const wrong = index === 1 && str(item, "/date") === "2024-07-30";
    add(
      "next",
      2,
      `${str(item, "/name")} follows on ${day(wrong ? "2024-07-31" : str(item, "/date"))}.`,
      `/nextSteps/${String(index)}/name`,
      `/nextSteps/${String(index)}/date`,
    );
  });
  return plan;
}

function emailPlan(record: unknown): Plan[] {
  const name = str(record, "/recipient/name").split(" ")[0] ?? "";
  return [
    { section: "body", paragraph: 0, text: `Dear ${name},`, citations: ["/recipient"] },
    { section: "body", paragraph: 1, text: str(record, "/message"), citations: ["/message"] },
    { section: "body", paragraph: 2, text: "Kind regards", citations: [] },
  ];
}

export function planSentences(workflow: Workflow, record: unknown): Sentence[] {
  const plan = workflow.filter
    ? planCandidates(workflow, record)
    : workflow.output.format === "Email"
      ? emailPlan(record)
      : reportPlan(record);
  return plan.map((sentence, index) => ({
    ...sentence,
    citations: [...sentence.citations],
    id: `c${String(index + 1)}`,
  }));
}

export function checkDates(changes: readonly Change[], record: unknown): DateEvidence[] {
  return changes.flatMap((change) =>
    [...standingText(change).matchAll(/\d{1,2} \p{L}+ \d{4}/gu)].map((match): DateEvidence => {
      const pointers = change.citations.filter((pointer) => /date|period|since/i.test(pointer));
      const hit = pointers.find((pointer) => day(str(record, pointer)) === match[0]);
      const pointer = hit ?? pointers[0];
      const recordDate = pointer ? str(record, pointer) : undefined;
      return {
        quote: match[0],
        changeId: change.id,
        start: match.index,
        length: match[0].length,
        paragraph: change.paragraph,
        pointer,
        recordDate,
        verdict: hit ? "Match" : recordDate ? "Mismatch" : "NotInRecord",
      };
    }),
  );
}

export function checkFindings(
  changes: readonly Change[],
  dates: readonly DateEvidence[],
): Finding[] {
  const wrong = dates
    .filter((date) => date.verdict === "Mismatch")
    .map((date, index): Finding => ({
      id: `f${String(index + 1)}`,
      check: "Dates",
      severity: "Blocking",
      message: "The date differs from the record.",
      changeId: date.changeId,
      start: date.start,
      length: date.length,
      quote: date.quote,
      pointer: date.pointer,
      expected: date.recordDate ? day(date.recordDate) : null,
    }));
  const long = changes.find((change) => standingText(change).split(" ").length > 20);
  const style: Finding[] = long
    ? [
        {
          id: "f9",
          check: "WordCount",
          severity: "Note",
          message: "This sentence is long for a client to read.",
          changeId: long.id,
          start: 0,
          length: standingText(long).length,
          quote: standingText(long),
          expected: "20 words at most",
        },
      ]
    : [];
  return [...wrong, ...style];
}

export function coverFacts(
  workflow: Workflow,
  record: unknown,
  changes: readonly Change[],
): FactEvidence[] {
  const fields = workflow.input.fields;
  const leaves = fields.flatMap((field) =>
    field.kind === "List"
      ? items(record, field.name).flatMap((_, index) =>
          (field.fields ?? []).map((column) => pointerOf(field.name, index, column.name)),
        )
      : [pointerOf(field.name)],
  );
  return leaves
    .filter((pointer) => valueAt(record, pointer) !== undefined)
    .map((pointer) => ({
      pointer,
      label: labelOf(fields, pointer),
      value: showValue(fieldAt(fields, pointer), valueAt(record, pointer)),
      required: fieldAt(fields, pointer)?.required ?? false,
      mentions: changes
        .filter((change) => change.citations.includes(pointer) && standingText(change) !== "")
        .map((change) => ({
          changeId: change.id,
          start: 0,
          length: standingText(change).length,
          quote: standingText(change),
          paragraph: change.paragraph,
        })),
    }));
}

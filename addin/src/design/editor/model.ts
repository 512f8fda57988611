import type { Journey, StyleGuide, TemplateField, Workflow } from "../../api/types";
import { within } from "../../form/pointers";

/** A version with nothing in it yet: the gate and the lengths are what most workflows begin with. */
export const blankVersion: Workflow = {
  key: "",
  version: 1,
  name: "",
  promise: "",
  pattern: "Draft",
  stakes: "Low",
  surface: "Word",
  task: "Writing",
  baselineMinutes: 0,
  input: { groups: [], fields: [] },
  output: {
    format: "Document",
    language: "en",
    paragraphs: { min: 2, max: 4 },
    words: { min: 80, max: 200 },
    tone: [],
    person: "FirstPlural",
    sections: [],
    mustMention: [],
    forbiddenPhrases: [],
    subject: "",
  },
  gate: {
    checks: [
      { kind: "WordCount", severity: "Warning" },
      { kind: "ParagraphCount", severity: "Warning" },
      { kind: "Dates", severity: "Blocking" },
      { kind: "Numbers", severity: "Blocking" },
      { kind: "MustMention", severity: "Blocking" },
    ],
    checklist: [],
    reviewers: 1,
    loopBudget: 1,
    approvalHours: 48,
    reviewHours: 24,
  },
  responsibilities: {
    input: { title: "", holder: "Author" },
    draft: { title: "", holder: "Author" },
    release: { title: "", holder: "Reviewer" },
  },
  examples: [],
};

const blankField: TemplateField = { name: "", label: "", kind: "Text", required: false };
const blankSection = { key: "", purpose: "", fields: [] };
const blankItem = { id: "", text: "", nonNegotiable: false, evidence: "Text" };
const blankExample = { name: "", about: "", record: {} };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The given value in the shape of the blank one: what has another shape gives way, what is beyond it stays for the server to judge. */
function fit<T>(blank: T, value: unknown): T;
function fit(blank: unknown, value: unknown): unknown {
  if (isObject(blank)) {
    if (!isObject(value)) return blank;
    const known = Object.entries(blank).map(([key, own]) => [key, fit(own, value[key])] as const);
    return { ...value, ...Object.fromEntries(known) };
  }
  if (Array.isArray(blank)) return (Array.isArray(value) ? value : blank) as unknown[];
  return typeof value === typeof blank ? value : blank;
}

function fitAll<T>(blank: T, values: readonly unknown[]): T[] {
  return values.filter(isObject).map((value) => fit(blank, value));
}

const textsOf = (values: readonly unknown[]) =>
  values.filter((value): value is string => typeof value === "string");

function fitFields(values: readonly unknown[]): TemplateField[] {
  return fitAll(blankField, values).map((field) => ({
    ...field,
    choices: Array.isArray(field.choices) ? textsOf(field.choices) : undefined,
    fields: Array.isArray(field.fields) ? fitFields(field.fields) : undefined,
  }));
}

const blankStyle: StyleGuide = { contractions: "Allowed", banned: [], terms: [] };

function fitStyle(value: unknown): StyleGuide | undefined {
  if (!isObject(value)) return undefined;
  const style = fit(blankStyle, value);
  const { longestSentence, readingEase } = value;
  return {
    ...style,
    longestSentence: typeof longestSentence === "number" ? longestSentence : undefined,
    readingEase: isObject(readingEase) ? fit({ min: 0, max: 100 }, readingEase) : undefined,
    banned: fitAll({ word: "" }, style.banned),
    terms: fitAll<StyleGuide["terms"][number]>({ say: "", not: [] }, style.terms).map((term) => ({
      ...term,
      not: textsOf(term.not),
    })),
  };
}

/** What a designer writes, from JSON of any shape: nothing in it can break the editors. */
export function toVersion(value: unknown): Workflow {
  const version = fit(blankVersion, value);
  const { input, output, gate } = version;
  return {
    ...version,
    input: {
      ...input,
      groups: fitAll({ key: "", label: "" }, input.groups),
      fields: fitFields(input.fields),
    },
    output: {
      ...output,
      tone: textsOf(output.tone),
      forbiddenPhrases: textsOf(output.forbiddenPhrases),
      mustMention: textsOf(output.mustMention),
      style: fitStyle(output.style),
      sections: fitAll<(typeof output.sections)[number]>(blankSection, output.sections).map(
        (section) => ({ ...section, fields: textsOf(section.fields) }),
      ),
    },
    gate: {
      ...gate,
      checks: fitAll<(typeof gate.checks)[number]>(
        { kind: "WordCount", severity: "Warning" },
        gate.checks,
      ),
      checklist: fitAll(blankItem as (typeof gate.checklist)[number], gate.checklist),
    },
    examples: fitAll<Workflow["examples"][number]>(blankExample, version.examples).map(
      (example) => ({
        ...example,
        expected: isObject(example.expected)
          ? {
              facts: fitAll({ text: "" }, fit([], example.expected.facts)),
              mustNotSay: textsOf(fit([], example.expected.mustNotSay)),
            }
          : undefined,
      }),
    ),
  };
}

/** A workflow from the text of a file; nothing where it is no JSON or has none of a workflow's parts. */
export function readFile(text: string): Workflow | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const parts = ["input", "output", "gate"];
  return isObject(value) && parts.some((part) => isObject(value[part]))
    ? toVersion(value)
    : undefined;
}

/** What a designer goes on with: the version that is being written, else the newest one as the next, else nothing. */
export function nextVersion(journey: Journey, newest: Workflow | undefined): Workflow {
  const kept = journey.draft ? readFile(journey.draft) : undefined;
  const base = kept ??
    newest ?? {
      ...blankVersion,
      name: journey.name,
      baselineMinutes: Math.max(1, Math.round(journey.totals?.minutesARun ?? 1)),
      stakes: journey.suitability?.leastStakes ?? "Low",
    };
  return { ...base, key: journey.key, version: (journey.versions[0]?.version ?? 0) + 1 };
}

/** The version without a field, and without what spoke of it. */
export function withoutField(version: Workflow, index: number): Workflow {
  const field = version.input.fields[index];
  if (!field) return version;
  const gone = `/${field.name}`;
  const keep = (pointer: string) => !within(pointer, gone);
  const { output } = version;
  return {
    ...version,
    input: { ...version.input, fields: version.input.fields.toSpliced(index, 1) },
    output: {
      ...output,
      mustMention: output.mustMention.filter(keep),
      sections: output.sections.map((section) => ({
        ...section,
        fields: section.fields.filter(keep),
      })),
      ...(output.recipients === gone ? { recipients: null } : {}),
    },
  };
}

/** A field that can be named in the text: its pointer, and what people read. */
export interface Speakable {
  readonly pointer: string;
  readonly label: string;
}

export const speakable = ({ input }: Workflow): Speakable[] =>
  input.fields.map(({ name, label }) => ({ pointer: `/${name}`, label: label || name }));

/** An optional text as the format has it: empty is none. */
export const optional = (text: string): string | undefined => (text === "" ? undefined : text);

/** The version with work passing otherwise: sections have owners, and examples the author's text, only where both sides write. */
export function withPattern(version: Workflow, pattern: Workflow["pattern"]): Workflow {
  const shared = pattern === "Parallel";
  return {
    ...version,
    pattern,
    output: {
      ...version.output,
      sections: version.output.sections.map((section) => ({
        ...section,
        owner: shared ? (section.owner ?? "Ai") : undefined,
      })),
    },
    examples: version.examples.map((example) =>
      shared ? example : { ...example, own: undefined },
    ),
  };
}

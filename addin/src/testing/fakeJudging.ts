import type {
  Comparison,
  FieldProblem,
  Journey,
  Opportunity,
  ProcessMap,
  SuitabilityAnswers,
  Workflow,
  WorkflowPreview,
} from "../api/types";

const highKinds = new Set(["Proposal", "Invoice", "Legal", "HumanResources"]);

/** What a map adds up to. */
export function totalsOf(map: ProcessMap): NonNullable<Journey["totals"]> {
  const minutesARun = map.steps.reduce((sum, step) => sum + step.minutes, 0);
  const runsAMonth = map.timesAMonth * map.subjects;
  return {
    minutesARun,
    runsAMonth,
    minutesASubject: minutesARun * map.timesAMonth,
    minutesAMonth: minutesARun * runsAMonth,
  };
}

/** What is wrong with a map, by a few of the server's rules. */
export const mapProblems = (map: ProcessMap): FieldProblem[] =>
  map.steps.flatMap((step, index) => [
    ...(["what", "who", "input", "output"] as const)
      .filter((name) => step[name].trim() === "")
      .map((name) => ({
        pointer: `/map/steps/${String(index)}/${name}`,
        code: "empty",
        detail: "This text is empty.",
        expected: "a few words",
      })),
    ...(step.minutes < 0.5
      ? [
          {
            pointer: `/map/steps/${String(index)}/minutes`,
            code: "range",
            detail: `${String(step.minutes)} minutes are out of range.`,
            expected: "0.5 to 2,400 minutes of a person",
          },
        ]
      : []),
  ]);

/** A verdict that looks at what the tests change: how the work is done, and what a mistake costs. */
export function judge(answers: SuitabilityAnswers): NonNullable<Journey["suitability"]> {
  const steady = answers.runsAsMapped / Math.max(1, answers.runsLookedAt) >= 0.8;
  const high = highKinds.has(answers.kind) || answers.cost === "MoneyOrLaw";
  return {
    fitness: high ? "NotYet" : steady ? "Suited" : "SuitedWithCare",
    traits: [
      {
        trait: "Repeatable",
        rating: steady ? "Good" : "Doubtful",
        reason: `${String(answers.runsAsMapped)} of ${String(answers.runsLookedAt)} runs were done as in the map.`,
      },
      { trait: "Structured", rating: "Good", reason: "The input has fields." },
      { trait: "TimeConsuming", rating: "Good", reason: "It takes 8.7 hours a month." },
      {
        trait: "LowStakes",
        rating: high ? "Bad" : "Good",
        reason: high ? "A mistake costs money." : "A mistake can be mended before it leaves.",
      },
    ],
    leastStakes: high ? "High" : "Medium",
    stakesReason: high ? "It is a proposal." : "A client reads it.",
  };
}

/** The options side by side; the one that saves most is recommended. */
export function compare(map: ProcessMap, options: readonly Opportunity[]): Comparison {
  const { minutesARun, runsAMonth } = totalsOf(map);
  const views = options.map((option): Comparison["options"][number] => {
    const saved = option.changes.reduce((sum, { stepId, minutes }) => {
      const step = map.steps.find(({ id }) => id === stepId);
      return sum + (step?.minutes ?? 0) - minutes;
    }, 0);
    const savedARun = saved - option.added.reduce((sum, { minutes }) => sum + minutes, 0);
    return {
      optionId: option.id,
      name: option.name,
      minutesARun: minutesARun - savedARun,
      savedARun,
      minutesAMonth: (minutesARun - savedARun) * runsAMonth,
      savedAMonth: savedARun * runsAMonth,
      crossings: 2,
      smooth: "Good",
      smoothness: [{ rating: "Good", text: "It passes to the AI and back once." }],
      safe: "Good",
      risk: [{ rating: "Good", text: "One person approves before it leaves." }],
    };
  });
  const best = views.toSorted((a, b) => b.savedAMonth - a.savedAMonth)[0];
  return {
    options: views,
    recommended: best?.optionId ?? null,
    reason: best ? `“${best.name}” saves most.` : "There is no option.",
  };
}

const vague = /^(review|check) the (ai )?draft\.?$/i;

/** What is wrong with a version, by a few of the server's rules, and the brief that it makes. */
export function previewOf(version: Workflow): WorkflowPreview {
  const problems: FieldProblem[] = [];
  const say = (pointer: string, code: string, detail: string, expected: string) =>
    problems.push({ pointer, code, detail, expected });
  if (version.promise.trim() === "")
    say("/promise", "empty", "The promise is empty.", "one line that says what a person gets");
  if (version.input.fields.length === 0)
    say("/input/fields", "no-fields", "The template has no field.", "at least one field");
  version.input.fields.forEach((field, index) => {
    if (field.label.trim() === "")
      say(
        `/input/fields/${String(index)}/label`,
        "empty",
        "The label is empty.",
        "what people read",
      );
  });
  version.output.sections.forEach((section, index) => {
    if (/^summari[sz]e/i.test(section.purpose))
      say(
        `/output/sections/${String(index)}/purpose`,
        "vague",
        "“Summarize” does not say what the section is to tell.",
        "what exactly, such as: Name what was finished and what comes next",
      );
  });
  version.gate.checklist.forEach((item, index) => {
    if (vague.test(item.text))
      say(
        `/gate/checklist/${String(index)}/text`,
        "vague-task",
        "Nobody can tell when this is done.",
        "what to check against what",
      );
  });
  const sound = problems.length === 0;
  return {
    problems,
    advice:
      sound && version.examples.length < 3
        ? [
            {
              pointer: "/examples",
              code: "few-examples",
              detail: `${String(version.examples.length)} of 3 examples are there.`,
              suggestion: "Give three realistic records.",
            },
          ]
        : [],
    brief: sound
      ? `Write ${String(version.output.words.min)} to ${String(version.output.words.max)} words about: ${version.input.fields.map(({ label }) => label).join(", ")}.`
      : null,
  };
}

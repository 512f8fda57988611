import type {
  AdjustmentReport,
  JournalEntry,
  JournalNote,
  Journey,
  JourneySummary,
  Lack,
  Opportunity,
  Person,
  ProcessMap,
  SuitabilityAnswers,
  TestResult,
  Trust,
  Workflow,
  LibraryWorkflow,
} from "../api/types";
import { measuresOf } from "./fakeMeasures";
import { compare, judge, mapProblems, previewOf, totalsOf } from "./fakeJudging";
import { people, personOf, rulesOrigin } from "./fakePeople";
import { daysAgo, firstJourneys, journeyOf, versionOf } from "./journeys";
import { json, refuse } from "./refusal";
import { weeklyTopics } from "./topics";
import { clientEmail, statusReport, workflows } from "./workflows";

/** Designing on the fake server: journeys, the versions that they make, and the journal. */
export class FakeJourneys {
  readonly journeys = new Map(firstJourneys().map((journey) => [journey.key, journey]));
  readonly versions = new Map<string, Workflow[]>(
    [...workflows, weeklyTopics].map((workflow) => [workflow.key, [workflow]]),
  );
  readonly journal: (JournalEntry & { readonly workflow: string })[] = [
    {
      id: "n-1",
      workflow: "client-email",
      version: 1,
      kind: "Hard",
      step: "Input",
      handoffId: "h-1",
      note: "I never know which tone to pick.",
      by: personOf("p-alex"),
      at: daysAgo(2),
    },
    {
      id: "n-2",
      workflow: "client-email",
      version: 1,
      kind: "Faster",
      step: "Done",
      by: personOf("p-alex"),
      at: daysAgo(1),
    },
  ];
  private readonly tests = new Map<string, TestResult>();

  /** Answers what is about designing; undefined for everything else. */
  async answer(request: Request, caller: Person): Promise<Response | undefined> {
    const url = new URL(request.url);
    const [stage, key, part, item, last, end] = url.pathname
      .replace("/api/v1/", "")
      .split("/")
      .map(decodeURIComponent);
    if (stage === "workflows" && key === "preview")
      return json(previewOf((await request.json()) as Workflow));
    if (stage === "workflows" && key && part === "journal")
      return request.method === "GET"
        ? json(this.journalOf(key))
        : json(this.note(key, (await request.json()) as JournalNote, caller));
    if (stage === "workflows" && key && part === "trust") return json(trustOf(key));
    if (stage === "workflows" && key && part === "measures") return json(measuresOf(key));
    if (stage === "library")
      return json(key ? statusReport : [readyOf(statusReport), readyOf(clientEmail)]);
    if (stage === "workflows" && key && !part && url.searchParams.has("version"))
      return json(this.versionOf(key, Number(url.searchParams.get("version"))));
    if (stage !== "journeys") return undefined;
    this.need(caller, request.method === "GET" || end === "override" || part === "stakes-override");
    if (!key)
      return request.method === "GET"
        ? json([...this.journeys.values()].map(summaryOf))
        : json(this.begin((await request.json()) as { key: string; name: string }));
    const journey =
      this.journeys.get(key) ??
      refuse(404, "workflow-unknown", "This workflow does not exist", "It may have been retired.");
    if (part === "differences") return json(differences);
    if (part === "tests") return json(this.tests.get(item ?? ""));
    if (request.method === "GET") return json(this.viewOf(journey));
    if (last === "tests") return json(this.tryExamples(journey, Number(item), caller));
    const body: unknown = request.headers.get("Content-Type") ? await request.json() : {};
    const change = last
      ? [last, end].filter(Boolean).join("/")
      : [part, part === "pilot" ? item : undefined].filter(Boolean).join("/");
    const next = this.step(journey, change, Number(item), body, caller);
    return json(this.put({ ...journey, ...next }));
  }

  /** Somebody else takes a step meanwhile. */
  touch(key: string, change: Partial<Journey> = {}): void {
    const journey = this.journeys.get(key);
    if (journey) this.put({ ...journey, ...change });
  }

  private need(caller: Person, administratorsToo: boolean): void {
    const roles = people.find(({ id }) => id === caller.id)?.roles ?? [];
    const may =
      roles.includes("Designer") || (administratorsToo && roles.includes("Administrator"));
    if (!may) refuse(403, "forbidden", "This is for designers", "Ask a designer.");
  }

  private put(journey: Journey): Journey {
    const next = { ...journey, revision: journey.revision + 1 };
    this.journeys.set(next.key, next);
    return this.viewOf(next);
  }

  private viewOf(journey: Journey): Journey {
    const { map, answers, options } = journey;
    const lacks = lacksOf(journey);
    return {
      ...journey,
      ...(map ? { totals: totalsOf(map) } : {}),
      ...(answers ? { suitability: judge(answers) } : {}),
      ...(map && options.length > 0 ? { comparison: compare(map, options) } : {}),
      versions: journey.versions.map((version) =>
        version.stage === "Designed"
          ? { ...version, next: [{ stage: "Pilot", lacks }] }
          : version.stage === "Tested"
            ? {
                ...version,
                next: [
                  { stage: "Pilot", lacks: [] },
                  {
                    stage: "Live",
                    lacks: journey.pilot
                      ? []
                      : [{ code: "pilot", text: "Let one person pilot it first." }],
                  },
                  { stage: "Retired", lacks: [] },
                ],
              }
            : version,
      ),
    };
  }

  private begin({ key, name }: { key: string; name: string }): Journey {
    if (this.journeys.has(key))
      refuse(
        409,
        "workflow-exists",
        "There is one already",
        `Your organisation has a workflow '${key}'.`,
      );
    const journey = journeyOf(key, name);
    this.journeys.set(key, journey);
    return journey;
  }

  private versionOf(key: string, version: number): Workflow {
    return (
      this.versions.get(key)?.find((each) => each.version === version) ??
      refuse(404, "workflow-unknown", "This version does not exist", "It may have been retired.")
    );
  }

  private step(
    journey: Journey,
    change: string,
    version: number,
    body: unknown,
    caller: Person,
  ): Partial<Journey> {
    const sent = body as {
      revision?: number;
      map: ProcessMap;
      answers: SuitabilityAnswers;
      options: Opportunity[];
      optionId: string;
      reason: string;
      draft: string;
      workflow: Workflow;
      adjustment?: AdjustmentReport;
      personId: string;
      days: number;
    };
    if (sent.revision !== undefined && sent.revision !== journey.revision)
      refuse(409, "journey-moved", "Somebody else was faster", "Load it again.");
    const now = daysAgo(0);
    const newest = journey.versions[0];
    const staged = (stage: "Pilot" | "Live" | "Retired" | "Tested", number = version) =>
      journey.versions.map((each) =>
        each.version === number
          ? versionOf(number, stage, {
              by: caller,
              since: now,
              next: stage === "Retired" ? [] : [{ stage: "Retired", lacks: [] }],
            })
          : each,
      );
    switch (change) {
      case "map": {
        const problems = mapProblems(sent.map);
        if (problems.length > 0)
          refuse(422, "invalid-map", "The map needs a correction", "Nothing is lost.", problems);
        return { map: sent.map };
      }
      case "suitability":
        return { answers: sent.answers };
      case "options":
        return { options: sent.options };
      case "choice":
        return { choice: { optionId: sent.optionId, reason: sent.reason, by: caller, at: now } };
      case "stakes-override":
        return { stakesOverride: { by: caller, reason: sent.reason, at: now } };
      case "draft":
        return { draft: sent.draft === "" ? null : sent.draft };
      case "versions":
        return this.add(journey, sent.workflow, sent.adjustment, caller);
      case "pilot":
        return {
          inPilot: version,
          pilot: {
            person: personOf(sent.personId),
            days: sent.days,
            startedAt: now,
            plannedEnd: daysAgo(-sent.days),
          },
          versions: staged("Pilot"),
        };
      case "pilot/end":
        return {
          inPilot: null,
          ...(journey.pilot
            ? { pilot: { ...journey.pilot, endedAt: now, endedEarly: sent.reason } }
            : {}),
          versions: staged("Tested", newest?.version),
        };
      case "live":
      case "live/override":
        return { live: version, versions: staged("Live") };
      case "retirement":
        return { live: null, versions: staged("Retired") };
      default:
        return refuse(404, "not-found", "There is nothing here", "The address is unknown.");
    }
  }

  private add(
    journey: Journey,
    workflow: Workflow,
    adjustment: AdjustmentReport | undefined,
    by: Person,
  ): Partial<Journey> {
    if (journey.pilot && !adjustment)
      refuse(409, "adjustment-missing", "Say what it answers", "This workflow is in use.");
    const own = this.versions.get(journey.key) ?? [];
    this.versions.set(journey.key, [...own, workflow]);
    return {
      name: workflow.name,
      draft: null,
      versions: [
        versionOf(workflow.version, "Designed", { by, since: daysAgo(0) }),
        ...journey.versions,
      ],
      adjustments: adjustment
        ? [
            ...journey.adjustments,
            {
              from: workflow.version - 1,
              to: workflow.version,
              expectation: adjustment.expectation,
              by,
              at: daysAgo(0),
              results: adjustment.causes.map((cause) => ({
                cause,
                before: 1,
                runsBefore: 6,
                after: 0,
                runsAfter: 0,
                verdict: "TooFewToTell" as const,
                cleanRunsNeeded: 113,
              })),
            },
          ]
        : journey.adjustments,
    };
  }

  private tryExamples(journey: Journey, version: number, by: Person): TestResult {
    const { examples } = this.versionOf(journey.key, version);
    const failing = examples.filter(({ expected }) => expected?.facts.some(({ words }) => words));
    const run = {
      id: `t-${String(this.tests.size + 1)}`,
      version,
      origin: rulesOrigin.name,
      examples: examples.length,
      withFacts: examples.filter(({ expected }) => expected).length,
      passed: examples.length - failing.length,
      by,
      at: daysAgo(0),
    };
    const passes = failing.length === 0;
    const result: TestResult = {
      run,
      passes,
      bar: { examples: 3, sharePassed: 0.9 },
      examples: examples.map((example) => ({
        name: example.name,
        passed: !failing.includes(example),
        expected: example.expected?.facts.length ?? 0,
        missing: failing.includes(example) ? (example.expected?.facts ?? []) : [],
        said: [],
        blocking: [],
        text: ["The period went as planned.", "The next step is the release."],
      })),
    };
    this.tests.set(run.id, result);
    this.touch(journey.key, {
      versions: journey.versions.map((each) =>
        each.version === version
          ? {
              ...each,
              lastTest: run,
              ...(passes && each.stage === "Designed" ? { stage: "Tested" } : {}),
            }
          : each,
      ),
    });
    return result;
  }

  private journalOf(key: string): JournalEntry[] {
    return this.journal.filter((entry) => entry.workflow === key).toReversed();
  }

  private note(key: string, note: JournalNote, by: Person): JournalEntry {
    const entry = {
      ...note,
      id: `n-${String(this.journal.length + 1)}`,
      workflow: key,
      version: 1,
      by,
      at: daysAgo(0),
    };
    this.journal.push(entry);
    return entry;
  }
}

/** What the newest version lacks for a pilot. */
function lacksOf({ map, answers, choice, stakesOverride, versions, drafter }: Journey): Lack[] {
  const high = answers && judge(answers).leastStakes === "High" && !stakesOverride;
  return [
    ...(map ? [] : [{ code: "map", text: "Draw the map of how the work is done today." }]),
    ...(answers ? [] : [{ code: "suitability", text: "Answer whether the work is suited." }]),
    ...(choice ? [] : [{ code: "choice", text: "Record which option it is to be." }]),
    ...(high ? [{ code: "high-stakes-first", text: "A proposal is no first workflow." }] : []),
    ...(versions[0]?.lastTest
      ? []
      : [{ code: "examples", text: `Try the examples with ${drafter}.` }]),
  ];
}

const summaryOf = (journey: Journey): JourneySummary => ({
  key: journey.key,
  name: journey.name,
  designer: journey.designer,
  isSample: journey.isSample,
  newest: journey.versions[0]?.version ?? 0,
  ...(journey.versions[0] ? { stage: journey.versions[0].stage } : {}),
  live: journey.live ?? null,
  inPilot: journey.inPilot ?? null,
  ...(journey.pilot && journey.pilot.endedAt == null ? { pilotPerson: journey.pilot.person } : {}),
  driftDays: journey.isSample
    ? null
    : (journey.timeLine.findLast(({ driftDays }) => driftDays != null)?.driftDays ?? null),
});

const differences = [
  {
    pointer: "/input/fields/budget/required",
    kind: "Changed",
    sentence: "“Budget left” has to be filled in.",
    before: "false",
    after: "true",
  },
];

const readyOf = ({ key, name, promise, pattern, stakes, examples }: Workflow): LibraryWorkflow => ({
  key,
  name,
  promise,
  pattern,
  stakes,
  examples: examples.length,
});

const trustOf = (key: string): Trust => ({
  key,
  version: 1,
  stakes: key === clientEmail.key ? clientEmail.stakes : statusReport.stakes,
  askedErrorBound: 0.05,
  catchRate: {
    found: 7,
    missed: 1,
    lowerBound: null,
    fewestToClaim: 20,
    sentence: "7 of 8 practice errors were found: too few to claim a rate.",
  },
  levels: [
    {
      version: 1,
      origin: rulesOrigin.name,
      clean: 11,
      faulty: 1,
      notReviewed: 0,
      cleanInARow: 6,
      errorBound: null,
    },
  ],
  loops: { looped: 3, finished: 12 },
  flag: "BrokenLoop",
  escaped: [
    {
      handoffId: "h-1",
      version: 1,
      origin: rulesOrigin.name,
      reception: "CorrectionNeeded",
      at: daysAgo(4),
    },
  ],
});

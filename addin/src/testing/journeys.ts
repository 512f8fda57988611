import type {
  Journey,
  Opportunity,
  Person,
  ProcessMap,
  SuitabilityAnswers,
  VersionInLife,
} from "../api/types";
import { personOf, rulesOrigin } from "./fakePeople";

const day = 86_400_000;
export const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();

/** A version as the fake server shows it. */
export const versionOf = (
  version: number,
  stage: VersionInLife["stage"],
  rest: Partial<VersionInLife> = {},
): VersionInLife => ({
  version,
  stage,
  ground: "Method",
  since: daysAgo(3),
  by: personOf("p-dana"),
  next: [],
  needs: [],
  ...rest,
});

/** The worked example of the method in words of our own: 65 minutes a run, twice a month, for four clients. */
export const weeklyMap: ProcessMap = {
  steps: [
    {
      id: "collect",
      what: "Collect the project's figures",
      who: "Account manager",
      input: "Project tool",
      output: "Figures",
      minutes: 20,
    },
    {
      id: "write",
      what: "Write the update",
      who: "Account manager",
      input: "Figures",
      output: "Update",
      minutes: 40,
    },
    {
      id: "send",
      what: "Send the update",
      who: "Account manager",
      input: "Update",
      output: "Sent mail",
      minutes: 5,
    },
  ],
  timesAMonth: 2,
  subjects: 4,
  subject: "client",
};

export const suitedAnswers: SuitabilityAnswers = {
  kind: "StatusReport",
  runsLookedAt: 8,
  runsAsMapped: 7,
  source: "FormOrSystem",
  fieldsNeeded: 12,
  fieldsAlwaysGiven: 11,
  form: "Fixed",
  judgementOfTen: 1,
  cost: "Rework",
  sight: "AnyReviewer",
};

export const draftOption: Opportunity = {
  id: "draft-update",
  name: "AI writes the update from the figures",
  pattern: "Draft",
  task: "Writing",
  changes: [{ stepId: "write", minutes: 0, by: "AI" }],
  added: [],
  inputIsStructured: true,
  gates: 1,
  touches: "Client",
  evidence: "All",
};

export const findOption: Opportunity = {
  ...draftOption,
  id: "find-milestones",
  name: "AI finds the milestones in the tool",
  pattern: "Filter",
  task: "Extraction",
  changes: [{ stepId: "collect", minutes: 0, by: "AI" }],
};

/** A journey at its beginning. */
export const journeyOf = (key: string, name: string, rest: Partial<Journey> = {}): Journey => ({
  key,
  name,
  revision: 1,
  designer: personOf("p-dana"),
  begunAt: daysAgo(0),
  isSample: false,
  options: [],
  versions: [],
  adjustments: [],
  timeLine: [
    {
      phase: "Design",
      plannedStart: daysAgo(0),
      plannedEnd: daysAgo(-5),
      start: daysAgo(0),
      driftDays: 0,
    },
    { phase: "Pilot", plannedStart: daysAgo(-5), plannedEnd: daysAgo(-19) },
    { phase: "Adjust", plannedStart: daysAgo(-19), plannedEnd: daysAgo(-26) },
  ],
  drafter: rulesOrigin.name,
  ...rest,
});

const pilotOf = (person: Person, started: number, days: number): Journey["pilot"] => ({
  person,
  days,
  startedAt: daysAgo(started),
  plannedEnd: daysAgo(started - days),
});

/** What the fake server begins with: one in everyday use, one in pilot and late, one that is only mapped. */
export const firstJourneys = (): Journey[] => [
  journeyOf("client-status-report", "Client status report", {
    isSample: true,
    live: 1,
    versions: [versionOf(1, "Live", { ground: "Sample", next: [{ stage: "Retired", lacks: [] }] })],
  }),
  journeyOf("client-email", "Client email", {
    begunAt: daysAgo(16),
    inPilot: 1,
    map: weeklyMap,
    answers: suitedAnswers,
    choice: {
      optionId: draftOption.id,
      reason: "It saves most and stays smooth.",
      by: personOf("p-dana"),
      at: daysAgo(12),
    },
    options: [draftOption],
    pilot: pilotOf(personOf("p-alex"), 6, 14),
    versions: [
      versionOf(1, "Pilot", {
        next: [
          {
            stage: "Live",
            lacks: [{ code: "pilot", text: "Alex Meyer still pilots it. End the pilot first." }],
          },
          { stage: "Retired", lacks: [] },
        ],
      }),
    ],
    timeLine: [
      {
        phase: "Design",
        plannedStart: daysAgo(16),
        plannedEnd: daysAgo(11),
        start: daysAgo(16),
        end: daysAgo(6),
        driftDays: 5,
      },
      {
        phase: "Pilot",
        plannedStart: daysAgo(11),
        plannedEnd: daysAgo(-3),
        start: daysAgo(6),
        driftDays: 2,
      },
      { phase: "Adjust", plannedStart: daysAgo(-3), plannedEnd: daysAgo(-10) },
    ],
  }),
  journeyOf("weekly-topics", "Weekly topics", {
    live: 1,
    versions: [versionOf(1, "Live", { next: [{ stage: "Retired", lacks: [] }] })],
  }),
  journeyOf("weekly-update", "Weekly update", { map: weeklyMap, begunAt: daysAgo(1) }),
];

import type {
  BackTest,
  Candidate,
  Change,
  CurvePoint,
  Filter,
  KnownFailure,
  Pick,
  PickRequest,
  Playbook,
  TwoBarsView,
  Workflow,
} from "../api/types";
import { pointerOf, valueAt } from "../form/pointers";
import { isKept, missingOf } from "../store/triage";
import { personOf } from "./fakePeople";
import type { StoredHandoff } from "./fakeHandoffs";
import { readTable } from "./fakeTables";
import { json, refuse } from "./refusal";

const num = (record: unknown, pointer: string) => Number(valueAt(record, pointer) ?? 0);

/** The sentences of a draft of candidates, the best first, as the rules write them. */
export function planCandidates(workflow: Workflow, record: unknown) {
  const { filter } = workflow;
  const list = filter && valueAt(record, filter.items);
  if (!filter || !Array.isArray(list)) return [];
  return list.slice(0, filter.mostCandidates).map((_, index) => {
    const item = `${filter.items}/${String(index)}`;
    const visits = num(record, `${item}/visits`);
    const before = num(record, `${item}/visitsLastWeek`);
    const growth = before === 0 ? 0 : Math.round((100 * (visits - before)) / before);
    const name = String(valueAt(record, item + pointerOf(filter.name)));
    const candidate: Candidate = {
      item,
      score: Math.round(100 - (55 * index) / list.length) / 100,
      reason: `Visits are ${growth < 0 ? "down" : "up"} ${String(Math.abs(growth))} % on the week before; ${String(num(record, `${item}/searches`))} searches, among the most`,
      evidence: [
        { pointer: `${item}/visits`, value: String(visits) },
        { pointer: `${item}/visitsLastWeek`, value: String(before) },
      ],
    };
    return {
      section: "topics",
      paragraph: index,
      text: `${name}: ${candidate.reason}.`,
      citations: candidate.evidence.map(({ pointer }) => pointer),
      candidate,
    };
  });
}

const contractOf = ({ workflow, record }: StoredHandoff): Omit<Filter, "triage"> | undefined => {
  const { filter } = workflow;
  if (!filter) return undefined;
  const list = valueAt(record, filter.items);
  return {
    items: filter.items,
    total: Array.isArray(list) ? list.length : 0,
    threshold: filter.handover.threshold,
    mostCandidates: filter.mostCandidates,
    angles: filter.angles,
    depths: filter.depths,
    demands: filter.demands,
  };
};

/** What a handoff filters, and how fast it was decided. */
export function filterOf(handoff: StoredHandoff): Filter | undefined {
  const contract = contractOf(handoff);
  if (!contract) return undefined;
  const decided = handoff.changes.filter(({ decision }) => decision !== "Undecided").length;
  return {
    ...contract,
    triage: { decided, medianSeconds: decided < 2 ? null : 1.4, targetSeconds: 2 },
  };
}

/** What is said of a kept candidate, with what is missing. */
export const pickOf = (handoff: StoredHandoff, change: Change): Pick | undefined => {
  const contract = contractOf(handoff);
  if (!contract || !isKept(change)) return undefined;
  const { angle, depth, assignee, due } = change.pick ?? {};
  const said = {
    angle: angle ?? undefined,
    depth,
    assignee,
    due: due ?? undefined,
  };
  return { ...said, missing: missingOf(contract.demands, said) };
};

/** Says of a candidate what somebody wants to be said. */
export function pick(handoff: StoredHandoff, changeId: string, body: PickRequest): void {
  const change = handoff.changes.find(({ id }) => id === changeId);
  if (!change || !isKept(change))
    refuse(409, "candidate-not-kept", "It is not kept", "Keep the candidate first.");
  const { angle, depth, assignee, due } = body;
  handoff.changes = handoff.changes.map((each) =>
    each.id === changeId
      ? {
          ...each,
          pick: {
            angle: angle ?? null,
            depth,
            assignee: assignee == null ? undefined : personOf(assignee),
            due: due ?? null,
            missing: [],
          },
        }
      : each,
  );
}

/** What was kept, as the table that the server hands out. */
export const pickFile = (handoff: StoredHandoff): Response =>
  file(
    ["Candidate", ...handoff.changes.filter(isKept).map(({ text }) => text)].join("\r\n"),
    "Topics.csv",
  );

const point = (
  threshold: number,
  handedOver: number,
  hits: number,
  relevant: number,
): CurvePoint => {
  const [precision, recall] = [hits / handedOver, hits / relevant];
  return {
    threshold,
    handedOver,
    hits,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
  };
};

/** Falling precision, rising recall: 24 relevant of 60. */
const curve: CurvePoint[] = (
  [
    [0.05, 60, 24],
    [0.12, 52, 24],
    [0.2, 45, 23],
    [0.28, 38, 23],
    [0.36, 33, 22],
    [0.4, 30, 21],
    [0.48, 26, 20],
    [0.55, 22, 18],
    [0.63, 18, 16],
    [0.7, 14, 13],
    [0.8, 9, 9],
    [0.92, 4, 4],
  ] as const
).map(([threshold, handedOver, hits]) => point(threshold, handedOver, hits, 24));

export const backTestOf = (workflow: Workflow): BackTest => {
  const { filter } = workflow;
  if (!filter)
    return refuse(422, "not-a-filter", "There is nothing to back-test", "It filters nothing.");
  const at = curve.find(({ threshold }) => threshold >= filter.handover.threshold) ?? curve[0];
  if (!at) throw new Error("The curve is empty.");
  const short = (at.precision ?? 0) < filter.handover.precision;
  return {
    origin: { kind: "Rules", name: "Offline template drafter", notice: "Written by rules." },
    records: 1,
    items: 60,
    relevant: 24,
    curve,
    best: curve[6],
    averagePrecision: 0.86,
    atContract: at,
    bar: filter.handover,
    meets: !short,
    shortfalls: short
      ? [
          `Of ${String(at.handedOver)} handed over ${String(at.hits)} are relevant: a precision of ${(at.precision ?? 0).toFixed(2)}; the bar is ${String(filter.handover.precision)}.`,
        ]
      : [],
  };
};

export const twoBarsOf = ({ filter }: Workflow): TwoBarsView => ({
  runs: 9,
  bars: {
    handedOver: {
      right: 121,
      of: 160,
      bar: filter?.handover.precision ?? 0,
      share: 121 / 160,
      isMet: true,
    },
    final: { right: 31, of: 42, bar: filter?.final.accepted ?? 0, share: 31 / 42, isMet: false },
  },
});

const daysBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** What goes wrong in the status report and with topics; nothing is known of any other. */
export const failuresOf = (key: string): KnownFailure[] => {
  const seen = (runs: number, rest: Partial<KnownFailure> & { sentence: string }) => ({
    source: "Edited" as const,
    runs,
    outOf: 20,
    lastAt: daysBefore(3),
    ...rest,
  });
  if (key === "client-status-report")
    return [
      seen(6, {
        section: "blockers",
        sentence: "6 of the last 20 drafts: reviewers wrote other words here.",
      }),
      seen(4, {
        source: "Finding",
        check: "Dates",
        sentence: "4 of the last 20 drafts: the check Dates found something.",
      }),
      seen(1, {
        source: "Rejected",
        section: "next",
        sentence: "1 of the last 20 drafts: reviewers rejected something here.",
      }),
    ];
  return key === "weekly-topics"
    ? [
        seen(5, {
          source: "Rejected",
          section: "topics",
          sentence: "5 of the last 20 drafts: reviewers rejected something here.",
        }),
      ]
    : [];
};

export const playbookOf = ({ key, name, version, input }: Workflow): Playbook => ({
  title: name,
  version,
  sections: [
    {
      code: "purpose",
      title: "What it is for",
      text: [`${name}, by hand 65 minutes a run.`],
      quote: [],
      tables: [],
    },
    {
      code: "input",
      title: "What you enter",
      text: ["Have this at hand before you begin."],
      quote: [],
      tables: [
        {
          columns: ["Field", "Needed", "For example"],
          rows: input.fields.map((field) => [
            field.label,
            field.required ? "yes" : "no",
            field.example ?? "",
          ]),
        },
      ],
    },
    {
      code: "output",
      title: "What comes out",
      text: ["Drafted from the example “Third week”, not approved."],
      quote: ["The period went as planned.", "The next step is the release."],
      tables: [],
    },
    {
      code: "review",
      title: "What to look at",
      text: ["6 of the last 20 drafts: reviewers wrote other words under Blockers."],
      quote: [],
      tables: [],
    },
    {
      code: "edits",
      title: "Common edits",
      text: [],
      quote: [],
      tables: [
        {
          columns: ["The draft says", "Reviewers write", "Times"],
          rows: [["is delayed", "comes later", "4"]],
        },
      ],
    },
    {
      code: "shortcut",
      title: "The shortcut",
      text: [`Open http://localhost/#/start/${key} and load the example.`],
      quote: [],
      tables: [],
    },
  ],
});

/** Answers what is about lists, picks and what a workflow has learnt; undefined for everything else. */
export async function answerFiltering(
  request: Request,
  workflowOf: (key: string) => Workflow,
  tableLabel: string | null = null,
): Promise<Response | undefined> {
  const [stage, key = "", part, item, last] = new URL(request.url).pathname
    .replace("/api/v1/", "")
    .split("/")
    .map(decodeURIComponent);
  if (stage !== "workflows") return undefined;
  switch (part) {
    case "known-failures":
      return json(failuresOf(key));
    case "playbook":
      return item === "document"
        ? file("Word", `${key}-playbook-1.docx`)
        : json(playbookOf(workflowOf(key)));
    case "measures.csv":
      return file("week,version,started\r\n2026-11-02,1,3\r\n", `${key}-measures.csv`);
    case "records":
      return json({
        ...(await readTable(request, workflowOf(key))),
        sensitivityLabel: tableLabel,
      });
    case "versions":
      if (last === "backtest") return json(backTestOf(workflowOf(key)));
      return last === "bars" ? json(twoBarsOf(workflowOf(key))) : undefined;
    default:
      return undefined;
  }
}

const file = (body: string, name: string) =>
  new Response(body, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });

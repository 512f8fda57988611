import type {
  Change,
  ChangeDecision,
  FieldProblem,
  HandoffView,
  OutcomeReport,
  Person,
  Problem,
  TemplateField,
  Workflow,
  SeedResult,
} from "../api/types";
import { isIsoDate } from "../format";
import { pointerOf, valueAt } from "../form/pointers";
import { buildDocx } from "./docx";
import { everyKindOfChange } from "./everyKindOfChange";
import { planSentences } from "./fakeDraft";
import { dueAtOf, people, personOf, rulesOrigin, viewOf, type StoredHandoff } from "./fakeHandoffs";
import { newChange } from "./fakeRedline";
import { workflows } from "./workflows";

class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

function refuse(
  status: number,
  code: string,
  title: string,
  detail: string,
  errors?: FieldProblem[],
): never {
  throw new Refusal({
    type: `https://handoffoffice.dev/problems/${code}`,
    title,
    status,
    detail,
    code,
    errors,
  });
}

/** The checks that matter for the pane: required, numbers, dates, lengths, list sizes; nested by pointer. */
export function validateRecord(
  fields: readonly TemplateField[],
  record: unknown,
  base = "",
): FieldProblem[] {
  return fields.flatMap((field): FieldProblem[] => {
    const pointer = base + pointerOf(field.name);
    const value = valueAt(record, pointerOf(field.name));
    const problem = (code: string, detail: string, expected?: string): FieldProblem[] => [
      { pointer, code, detail, expected: expected ?? "" },
    ];
    if (value === undefined || value === null || value === "")
      return field.required ? problem("required", `${field.label} is missing.`) : [];
    if (field.kind === "Number" && typeof value !== "number")
      return problem("not-a-number", `${field.label} is not a number.`, "a number such as 5");
    if (field.kind === "Date" && !(typeof value === "string" && isIsoDate(value)))
      return problem("not-a-date", `${field.label} is not a date.`, "a date such as 2024-07-24");
    if (typeof value === "string" && field.minLength && value.length < field.minLength)
      return problem(
        "too-short",
        `${field.label} is too short.`,
        `at least ${String(field.minLength)} characters`,
      );
    if (!Array.isArray(value)) return [];
    if (field.minItems && value.length < field.minItems)
      return problem("too-few", `${field.label} needs at least ${String(field.minItems)}.`);
    return value.flatMap((item: unknown, index) =>
      validateRecord(field.fields ?? [], item, `${pointer}/${String(index)}`),
    );
  });
}

const json = (body: unknown, status = 200, type = "application/json") =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });

const reducedExtent: HandoffView["extent"] = {
  isReduced: true,
  ground: "SamplingPlan",
  sentence:
    "The review is reduced: 64 clean in a row; error rate below 4.8 % with 95 % confidence; one in 10 is reviewed in full.",
  at: "2026-11-28T09:00:00Z",
};

const fullAgain = {
  isReduced: false,
  ground: "ReviewerFound",
  sentence: "Reviewed in full: something in this text was changed or rejected.",
} as const;

const isAgainst = ({ decision }: Change) => decision === "Edited" || decision === "Rejected";

/** The server of the wire contract, in memory, for tests and for working on the screens without one. */
export class FakeApi {
  private readonly handoffs = new Map<string, StoredHandoff>();
  private next = 1;
  /** Milliseconds between two streamed sentences. */
  sentenceDelay = 0;
  /** The next draft fails, as an overloaded model would. */
  failNextDraft = false;
  /** The change that has a practice error in it, until somebody decides about it. */
  practiceIn: string | undefined;
  /** From the start of a handoff to the due time of its review; below 0 it is overdue at once. */
  reviewHours = 24;
  /** Drafts change a text that stands, in a document with every kind of tracked change. */
  everyKind = false;
  /** A sampling plan reduces the review of what is drafted. */
  reduced = false;

  readonly fetch = async (request: Request): Promise<Response> => {
    try {
      return await this.answer(request);
    } catch (error) {
      if (error instanceof Refusal)
        return json(error.problem, error.problem.status, "application/problem+json");
      throw error;
    }
  };

  private async answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const [stage, id, part, item] = url.pathname
      .replace("/api/v1/", "")
      .split("/")
      .map(decodeURIComponent);
    if (stage === "configuration")
      return json({
        product: "HandoffOffice",
        version: "0.1.0",
        identity: { kind: "Local" },
        drafter: rulesOrigin,
        sendsMail: false,
      });
    if (stage === "local" && id === "people") return json(people);
    if (stage === "local") return json(await this.token(request));
    const caller = this.caller(request);
    if (stage === "me")
      return json({
        ...caller,
        roles: people.find((person) => person.id === caller.id)?.roles ?? [],
        tenantId: "local",
      });
    if (stage === "people") {
      const role = url.searchParams.get("role");
      return json(
        people
          .filter((person) => person.roles.some((held) => held === role))
          .map((person) => personOf(person.id)),
      );
    }
    if (stage === "workflows") return this.workflow(request, id, part);
    if (stage === "handoffs") return this.handoff(request, caller, id, part, item);
    return refuse(404, "not-found", "There is nothing here", "The address is unknown.");
  }

  private async token(request: Request) {
    const { personId } = (await request.json()) as { personId: string };
    return {
      accessToken: personOf(personId).id,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    };
  }

  private caller(request: Request): Person {
    const token = request.headers.get("Authorization")?.replace("Bearer ", "");
    if (!token || !people.some((person) => person.id === token))
      return refuse(401, "signed-out", "You are signed out", "Sign in again.");
    return personOf(token);
  }

  private async workflow(
    request: Request,
    key: string | undefined,
    part: string | undefined,
  ): Promise<Response> {
    if (!key)
      return json(
        workflows.map(
          ({ key, version, name, promise, pattern, stakes, surface, baselineMinutes }) => ({
            key,
            version,
            name,
            promise,
            pattern,
            stakes,
            surface,
            baselineMinutes,
            lastMinutes: key === "client-status-report" ? 4 : null,
          }),
        ),
      );
    const workflow = this.workflowOf(key);
    if (part !== "validation") return json(workflow);
    const { record } = (await request.json()) as { record: unknown };
    const problems = validateRecord(workflow.input.fields, record);
    return json({ valid: problems.length === 0, problems });
  }

  private workflowOf(key: string): Workflow {
    return (
      workflows.find((workflow) => workflow.key === key) ??
      refuse(404, "workflow-unknown", "This workflow does not exist", "It may have been retired.")
    );
  }

  private async handoff(
    request: Request,
    caller: Person,
    id?: string,
    part?: string,
    item?: string,
  ): Promise<Response> {
    if (!id)
      return request.method === "POST"
        ? this.create(request, caller)
        : json({ items: this.list(request, caller) });
    const handoff =
      this.handoffs.get(id) ??
      refuse(
        404,
        "handoff-unknown",
        "This handoff does not exist",
        "It may belong to somebody else.",
      );
    if (!part) return json(viewOf(handoff, caller));
    if (part === "history") return json(handoff.history);
    if (part === "document" && request.method === "GET") {
      const view = viewOf(handoff, caller);
      const bytes = await (handoff.document?.(view) ?? buildDocx(view, handoff.workflow));
      return new Response(bytes.slice().buffer, {
        headers: {
          "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          ETag: `"${String(handoff.version)}"`,
        },
      });
    }
    if (part === "draft") return this.draft(handoff, caller);
    if (part === "release") return this.release(handoff, caller, request);
    if (part === "viewing") return json(await this.looked(handoff, caller, request));
    if (part !== "document") await this.act(handoff, caller, request, part, item);
    handoff.version++;
    const seedResult = part === "changes" ? this.takeOutPractice(handoff) : undefined;
    return json({ ...viewOf(handoff, caller), ...(seedResult ? { seedResult } : {}) });
  }

  /** The change that had the practice error is undecided again; who decided about it is told. */
  private takeOutPractice(handoff: StoredHandoff): SeedResult | undefined {
    const change = handoff.changes.find((candidate) => candidate.id === this.practiceIn);
    if (!change || change.decision === "Undecided") return undefined;
    this.practiceIn = undefined;
    handoff.changes = handoff.changes.map((candidate) =>
      candidate === change ? { ...change, decision: "Undecided" } : candidate,
    );
    return {
      found: change.decision === "Rejected",
      changeId: change.id,
      plantedText: "It is at risk.",
      trueText: change.text,
      plantedWords: "at risk",
      trueWords: "on track",
      label: "Status",
      recordSays: "on track",
    };
  }

  private list(request: Request, caller: Person) {
    const view = new URL(request.url).searchParams.get("view");
    const waits = (handoff: StoredHandoff) =>
      handoff.state === "InReview" && handoff.reviewers.some((person) => person.id === caller.id);
    return [...this.handoffs.values()]
      .filter((handoff) =>
        view === "Waiting"
          ? waits(handoff)
          : view === "Mine"
            ? handoff.author.id === caller.id
            : true,
      )
      .map((handoff) => {
        const shown = viewOf(handoff, caller);
        return {
          id: handoff.id,
          workflowName: handoff.workflow.name,
          workflowKey: handoff.workflow.key,
          subject: shown.subject,
          state: handoff.state,
          stakes: handoff.workflow.stakes,
          author: handoff.author,
          words: shown.draft?.words ?? null,
          reviewers: handoff.reviewers,
          dueAt: handoff.state === "InReview" ? dueAtOf(handoff) : null,
          overdue: handoff.state === "InReview" && Date.parse(dueAtOf(handoff)) <= Date.now(),
          escalatedAt: null,
          updatedAt: handoff.createdAt,
        };
      })
      .sort((a, b) => (view === "Waiting" ? (a.dueAt ?? "").localeCompare(b.dueAt ?? "") : 0));
  }

  private async create(request: Request, caller: Person): Promise<Response> {
    const body = (await request.json()) as {
      workflow: string;
      record: HandoffView["record"];
      reviewers: string[];
    };
    const workflow = this.workflowOf(body.workflow);
    const problems = validateRecord(workflow.input.fields, body.record);
    if (problems.length > 0)
      refuse(422, "record-invalid", "The form is not complete", "Nothing is lost.", problems);
    const handoff: StoredHandoff = {
      id: `h-${String(this.next++)}`,
      workflow,
      record: body.record,
      author: caller,
      reviewers: body.reviewers.map(personOf),
      createdAt: new Date().toISOString(),
      history: [],
      ticks: new Map(),
      viewings: new Map(),
      signatures: [],
      state: "Intake",
      version: 1,
      revision: 0,
      loops: 0,
      refusedLoops: 0,
      delegations: [],
      reviewHours: this.reviewHours,
      sentences: [],
      changes: [],
      findings: [],
      outcomes: [],
    };
    this.handoffs.set(handoff.id, handoff);
    this.note(handoff, caller, "Opened", "Handed the record over");
    return json(viewOf(handoff, caller), 201);
  }

  private note(handoff: StoredHandoff, actor: Person, kind: string, said: string) {
    handoff.history.push({
      sequence: handoff.history.length + 1,
      at: new Date().toISOString(),
      actor,
      kind,
      leafHash: said,
    });
  }

  private draft(handoff: StoredHandoff, caller: Person): Response {
    const encoder = new TextEncoder();
    const fails = this.failNextDraft;
    this.failNextDraft = false;
    const before = handoff.state;
    let stopped = false;
    const body = new ReadableStream<Uint8Array>({
      start: async (controller) => {
        const send = (event: string, data: unknown) => {
          if (!stopped)
            controller.enqueue(
              encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
            );
        };
        handoff.state = "Drafting";
        send("started", { origin: rulesOrigin });
        const sentences = planSentences(handoff.workflow, handoff.record);
        for (const sentence of sentences) {
          await new Promise((resolve) => setTimeout(resolve, this.sentenceDelay));
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
        this.finishDraft(handoff, caller, sentences);
        send("done", { handoff: viewOf(handoff, caller) });
        if (!stopped) controller.close();
      },
      cancel: () => {
        stopped = true;
      },
    });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  }

  private finishDraft(
    handoff: StoredHandoff,
    caller: Person,
    sentences: ReturnType<typeof planSentences>,
  ) {
    handoff.revision++;
    handoff.failure = undefined;
    handoff.sentences = sentences;
    handoff.changes = sentences.map(({ section, paragraph, text, citations }, index) =>
      newChange({ id: `c${String(index + 1)}`, section, paragraph, text, citations }),
    );
    if (this.everyKind) Object.assign(handoff, everyKindOfChange(handoff.changes));
    if (this.reduced) handoff.extent = reducedExtent;
    handoff.state = "InReview";
    handoff.version++;
    this.note(
      handoff,
      caller,
      "Drafted",
      `Draft ${String(handoff.revision)}, ${String(sentences.length)} sentences`,
    );
  }

  private need(handoff: StoredHandoff, caller: Person, action: string) {
    const state = viewOf(handoff, caller).actions.find((candidate) => candidate.action === action);
    if (!state?.allowed)
      refuse(409, "not-allowed-now", "That is not possible now", state?.reason ?? "");
  }

  private async act(
    handoff: StoredHandoff,
    caller: Person,
    request: Request,
    part: string,
    item?: string,
  ) {
    const body = (await request.json()) as {
      decision?: ChangeDecision;
      text?: string;
      confirmed?: boolean;
      accept?: boolean;
      reason?: string;
      textDigest?: string;
      to?: string;
    };
    switch (part) {
      case "changes":
        this.need(handoff, caller, "Decide");
        handoff.changes = handoff.changes.map((change) => {
          const meant = item ? change.id === item : change.decision === "Undecided";
          const all = body.accept ? "Accepted" : "Rejected";
          const decision = item ? (body.decision ?? "Undecided") : all;
          return meant
            ? {
                ...change,
                decision,
                editedText: decision === "Edited" ? body.text : null,
                decidedBy: decision === "Undecided" ? undefined : caller,
                decidedAt: new Date().toISOString(),
              }
            : change;
        });
        if (handoff.extent?.isReduced && handoff.changes.some(isAgainst))
          handoff.extent = { ...handoff.extent, ...fullAgain };
        return;
      case "checklist": {
        this.need(handoff, caller, "Attest");
        const others = (handoff.ticks.get(item ?? "") ?? []).filter(
          (tick) => tick.person.id !== caller.id,
        );
        handoff.ticks.set(
          item ?? "",
          body.confirmed ? [...others, { person: caller, at: new Date().toISOString() }] : others,
        );
        return;
      }
      case "delegation":
        this.need(handoff, caller, "PassOn");
        this.passOn(handoff, caller, body.to ?? "", body.reason ?? "");
        return;
      case "revision":
        if (viewOf(handoff, caller).actions.some((action) => action.code === "loop-budget-spent")) {
          handoff.refusedLoops++;
          refuse(409, "loop-budget-spent", "No revision is left", "Edit the text yourself.");
        }
        this.need(handoff, caller, "Revise");
        handoff.loops++;
        handoff.state = "Revising";
        this.note(handoff, caller, "RevisionAsked", body.reason ?? "");
        return;
      case "rejection":
        this.need(handoff, caller, "Reject");
        handoff.state = "Rejected";
        this.note(handoff, caller, "Rejected", body.reason ?? "");
        return;
      case "manual":
        this.need(handoff, caller, "RevertToManual");
        handoff.state = "RevertedToManual";
        this.note(handoff, caller, "RevertedToManual", body.reason ?? "");
        return;
      case "signature":
        this.need(handoff, caller, "Sign");
        if (body.textDigest !== viewOf(handoff, caller).textDigest)
          refuse(
            409,
            "text-changed",
            "The text changed while you were looking",
            "Look at it again before you sign.",
          );
        this.seal(handoff, caller);
        return;
      case "outcomes":
        this.need(handoff, caller, "RecordOutcome");
        handoff.outcomes.push({
          ...(body as OutcomeReport),
          at: new Date().toISOString(),
          by: caller,
          byApplication: false,
        });
        this.note(handoff, caller, "OutcomeRecorded", "Recorded how it was received");
        return;
      default:
        refuse(404, "not-found", "There is nothing here", "The address is unknown.");
    }
  }

  private async looked(handoff: StoredHandoff, caller: Person, request: Request) {
    const { activeMilliseconds, seen } = (await request.json()) as {
      activeMilliseconds: number;
      seen: string[];
    };
    const before = handoff.viewings.get(caller.id) ?? { seconds: 0, seen: [] };
    handoff.viewings.set(caller.id, {
      seconds: before.seconds + activeMilliseconds / 1000,
      seen: [...new Set([...before.seen, ...seen])],
    });
    const { viewing } = viewOf(handoff, caller);
    if (!viewing) refuse(409, "action-not-possible", "Not possible now", "It is not in review.");
    return viewing;
  }

  private passOn(handoff: StoredHandoff, caller: Person, id: string, reason: string) {
    const to = personOf(id);
    if (to.id === handoff.author.id)
      refuse(422, "not-to-the-author", "This review can't be passed on so", "That is the author.");
    handoff.reviewers.splice(
      handoff.reviewers.findIndex((reviewer) => reviewer.id === caller.id),
      1,
      to,
    );
    for (const [item, ticks] of handoff.ticks)
      handoff.ticks.set(
        item,
        ticks.filter((tick) => tick.person.id !== caller.id),
      );
    handoff.delegations.push({
      from: caller,
      to,
      by: caller,
      at: new Date().toISOString(),
      reason,
    });
    this.note(handoff, caller, "Delegated", reason);
  }

  private seal(handoff: StoredHandoff, caller: Person) {
    const now = new Date();
    handoff.signatures.push({ person: caller, at: now.toISOString() });
    handoff.state = "Approved";
    handoff.seal = {
      ground: "Review",
      keyId: "local-1",
      contentDigest: "9f2c1a7be0d34458a1c07b6a5d2e9f1033c1de0a7f6b4c2d8e5f9a0b1c2d3e4f",
      fileDigest: "1b0e6c55f0a94d7c8c1de2f3a4b5c6d7e8f90123456789abcdef0123456789ab",
      reviewers: [caller],
      issuedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + 48 * 3_600_000).toISOString(),
      signature: "c2lnbmF0dXJl",
    };
    this.note(handoff, caller, "Approved", "Signed and sealed");
  }

  private async release(
    handoff: StoredHandoff,
    caller: Person,
    request: Request,
  ): Promise<Response> {
    const key = request.headers.get("Idempotency-Key");
    if (!key)
      refuse(400, "idempotency-key-missing", "The request has no key", "Send an Idempotency-Key.");
    if (handoff.releaseKey && handoff.releaseKey !== key)
      refuse(409, "already-released", "It was released already", "It can be released once.");
    this.need(handoff, caller, "Release");
    if (!handoff.releaseKey) {
      handoff.releaseKey = key;
      handoff.state = "Released";
      handoff.version++;
      handoff.release = {
        at: new Date().toISOString(),
        by: caller,
        fileName: "Kubernetes 1.31 status report.docx",
        fileDigest: handoff.seal?.fileDigest ?? "",
      };
      this.note(handoff, caller, "Released", "Downloaded the approved document");
    }
    const bytes = await buildDocx(viewOf(handoff, caller), handoff.workflow);
    return new Response(bytes.slice().buffer, {
      headers: {
        "Content-Disposition": `attachment; filename="Kubernetes 1.31 status report.docx"`,
      },
    });
  }
}

import type { HandoffView, Person, SeedResult, Workflow } from "../api/types";
import { buildDocx } from "./docx";
import { FakeAdministration } from "./fakeAdministration";
import { FakeJourneys } from "./fakeJourneys";
import { FakeTraining } from "./fakeTraining";
import { streamDraft } from "./fakeDrafting";
import { answerFiltering, pickFile } from "./fakeFiltering";
import { dueAtOf, note, viewOf, type StoredHandoff } from "./fakeHandoffs";
import { people, personOf, rulesOrigin } from "./fakePeople";
import { validateRecord } from "./fakeRecord";
import { release } from "./fakeReleasing";
import { act, looked } from "./fakeReviewing";
import { compareOpen, readSections, sealOpen, sectionsOf } from "./fakeSections";
import { compose, fakeKeys } from "./fakeComposing";
import { fakeLabels, highestLabel } from "./fakeLabels";
import { sendMail, type FakeMailbox } from "./fakeSending";
import { article, writeOwn } from "./fakeTogether";
import { json, Refusal, refuse } from "./refusal";
import { weeklyTopics } from "./topics";
import { workflows as drafted } from "./workflows";

const workflows = [...drafted, article, weeklyTopics];

/** The server of the wire contract, in memory, for tests and for working on the screens without one. */
export class FakeApi {
  private readonly handoffs = new Map<string, StoredHandoff>();
  readonly administration = new FakeAdministration(this.handoffs);
  readonly design = new FakeJourneys();
  readonly training = new FakeTraining();
  private next = 1;
  /** Milliseconds between two streamed sentences. */
  sentenceDelay = 0;
  /** The next draft fails, as an overloaded model would. */
  failNextDraft = false;
  /** The change that has a practice error in it, until somebody decides about it. */
  practiceIn: string | undefined;
  /** From the start of a handoff to the due time of its review; below 0 it is overdue at once. */
  reviewHours = 24;
  /** What starts has high stakes and two reviewers. */
  highStakes = false;
  /** Drafts change a text that stands, in a document with every kind of tracked change. */
  everyKind = false;
  /** How many sentences the next drafts have; as many as their record gives where it is undefined. */
  draftLength: number | undefined;
  /** Mails can be sent from a person's mailbox, and how it takes them. */
  mailbox: FakeMailbox | undefined;
  /** Milliseconds that a decision takes. */
  decisionDelay = 0;
  /** The change about which the next decision is refused. */
  refuseAbout: string | undefined;
  /** The sensitivity label of files that a list is filled from. */
  tableLabel: string | null = null;
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
        sendsMail: this.mailbox !== undefined,
      });
    if (stage === "local" && id === "people") return json(people);
    if (stage === "local") return json(await this.token(request));
    const caller = this.caller(request);
    const answered = await this.administration.answer(request, caller);
    if (answered !== undefined) return answered;
    const filtered = await answerFiltering(request, (key) => this.workflowOf(key), this.tableLabel);
    if (filtered !== undefined) return filtered;
    const designed = await this.design.answer(request, caller);
    if (designed !== undefined) return designed;
    const practised = await this.training.answer(request, caller);
    if (practised !== undefined) return practised;
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
          .filter((person) => role === null || person.roles.some((held) => held === role))
          .map((person) => personOf(person.id)),
      );
    }
    if (stage === "keys") return json(fakeKeys);
    if (stage === "sensitivity-labels") return json(fakeLabels);
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
            isPilot: false,
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
    const found =
      workflows.find((workflow) => workflow.key === key) ??
      refuse(404, "workflow-unknown", "This workflow does not exist", "It may have been retired.");
    return this.highStakes
      ? { ...found, stakes: "High", gate: { ...found.gate, reviewers: 2 } }
      : found;
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
    if (part === "picks") return pickFile(handoff);
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
    if (part === "sending") return sendMail(handoff, caller, request, item, this.mailbox);
    if (part === "sections")
      return request.method === "GET"
        ? sectionsOf(handoff, caller, new URL(request.url).searchParams.get("original") === "true")
        : readSections(handoff, caller, request);
    if (part === "open-document")
      return request.url.endsWith("/comparison")
        ? compareOpen(handoff, caller, request)
        : sealOpen(handoff, caller, request);
    if (part === "composition") return compose(handoff, caller, request);
    if (part === "release") return release(handoff, caller, request);
    if (part === "viewing") return json(await looked(handoff, caller, request));
    if (part === "changes") await this.hold(item);
    if (part === "own-sections") await writeOwn(handoff, caller, request);
    else if (part !== "document") await act(handoff, caller, request, part, item);
    handoff.version++;
    const seedResult = part === "changes" ? this.takeOutPractice(handoff) : undefined;
    return json({ ...viewOf(handoff, caller), ...(seedResult ? { seedResult } : {}) });
  }

  /** Takes its time about a decision, and refuses the one that is to be refused. */
  private async hold(item: string | undefined): Promise<void> {
    if (this.decisionDelay > 0)
      await new Promise((resolve) => setTimeout(resolve, this.decisionDelay));
    if (item === undefined || item !== this.refuseAbout) return;
    this.refuseAbout = undefined;
    refuse(409, "not-allowed-now", "That is not possible now", "Somebody has decided about it.");
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
            : view === "Overdue"
              ? handoff.state === "InReview" && Date.parse(dueAtOf(handoff)) <= Date.now()
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
          undecided: handoff.changes.filter(({ decision }) => decision === "Undecided").length,
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
      sensitivityLabels?: string[];
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
      label: highestLabel(body.sensitivityLabels),
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
    note(handoff, caller, "Started", "Handed the record over");
    return json(viewOf(handoff, caller), 201);
  }

  private draft(handoff: StoredHandoff, caller: Person): Response {
    const fails = this.failNextDraft;
    this.failNextDraft = false;
    return streamDraft(handoff, caller, {
      fails,
      sentenceDelay: this.sentenceDelay,
      everyKind: this.everyKind,
      length: this.draftLength,
      reduced: this.reduced,
    });
  }
}

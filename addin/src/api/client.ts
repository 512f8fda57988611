import { wordBody, type Answer } from "./call";
import { administration, type AdministrationApi } from "./administration";
import { design, type DesignApi } from "./design";
import { training, type TrainingApi } from "./training";
import { filtering, type FilteringApi } from "./filtering";
import { releasing, type ReleasingApi } from "./releasing";
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema";
import { ApiError, asApiError, toProblem } from "./problems";
import type { DraftEvent } from "./sse";
import type {
  ChangeDecision,
  Configuration,
  HandoffList,
  HandoffSummary,
  HandoffView,
  HistoryEntry,
  InputRecord,
  LocalPerson,
  LocalToken,
  Me,
  Meaning,
  OutcomeReport,
  Person,
  Role,
  SensitivityLabel,
  ValidationResult,
  Viewing,
  Workflow,
  WorkflowSummary,
} from "./types";

/** Gives the bearer token. Where it takes the person, a call waits for them; it fails with a `SignInError` where they do not want to. */
export interface TokenSource {
  /** `renew` asks for another one after the server refused the last. */
  token(renew: boolean): Promise<string | undefined>;
  /** Has the person prove who they are, just after they pressed something that says so. */
  signInAgain(): Promise<void>;
  /** Tells the person that they have to prove who they are, and waits until they have. */
  needSignInAgain(): Promise<void>;
}

export interface ApiOptions {
  readonly baseUrl?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly tokens: TokenSource;
}

/** Every call the pane makes. Throws `ApiError` and nothing else for what the server or the network refuses. */
export interface Api extends AdministrationApi, DesignApi, FilteringApi, ReleasingApi, TrainingApi {
  configuration(): Promise<Configuration>;
  localPeople(): Promise<LocalPerson[]>;
  localToken(personId: string): Promise<LocalToken>;
  me(): Promise<Me>;
  /** Who has a role; everybody where none is named. */
  people(role?: Role): Promise<Person[]>;
  workflows(): Promise<WorkflowSummary[]>;
  /** A version of a workflow; the one in force for the caller where none is named. */
  workflow(key: string, version?: number): Promise<Workflow>;
  validate(key: string, record: InputRecord, signal?: AbortSignal): Promise<ValidationResult>;
  handoffs(view: HandoffList): Promise<HandoffSummary[]>;
  handoff(id: string): Promise<HandoffView>;
  createHandoff(
    workflow: string,
    version: number,
    record: InputRecord,
    reviewers: string[],
    /** How long the form was in use: visible, in focus and not idle. */
    inputSeconds?: number,
    /** The ids of the sensitivity labels of what the record is made from. */
    labels?: readonly string[],
  ): Promise<HandoffView>;
  /** The organisation's sensitivity labels, the lowest first. */
  labels(): Promise<SensitivityLabel[]>;
  putDocument(id: string, file: Blob): Promise<HandoffView>;
  /** Keeps what the author writes of their own sections, and hands it in where they are done. */
  writeOwn(
    id: string,
    sections: Readonly<Record<string, string>>,
    activeSeconds: number,
    handIn: boolean,
  ): Promise<HandoffView>;
  document(id: string, signal?: AbortSignal): Promise<Blob>;
  draft(id: string, signal: AbortSignal): AsyncGenerator<DraftEvent, void>;
  /** Says how long, and what of it, the reviewer had in view since the last report. */
  reportViewing(
    id: string,
    draft: number,
    activeMilliseconds: number,
    seen: string[],
  ): Promise<Viewing>;
  /** Decides about a change of the draft on screen; where a newer one has taken its place, that is the answer. */
  decide(
    id: string,
    draft: number | undefined,
    changeId: string,
    decision: ChangeDecision,
    text?: string,
  ): Promise<HandoffView>;
  decideAll(
    id: string,
    draft: number | undefined,
    decision: "Accepted" | "Rejected",
  ): Promise<HandoffView>;
  confirm(
    id: string,
    draft: number | undefined,
    itemId: string,
    confirmed: boolean,
  ): Promise<HandoffView>;
  revise(id: string, comment: string): Promise<HandoffView>;
  passOn(id: string, to: string, reason: string): Promise<HandoffView>;
  reject(id: string, reason: string): Promise<HandoffView>;
  finishByHand(id: string, reason: string): Promise<HandoffView>;
  /** Has the person prove who they are again, and takes the new token from then on. */
  signInAgain(): Promise<void>;
  sign(
    id: string,
    draft: number | undefined,
    confirmation: string,
    textDigest: string,
    meaning: Meaning,
  ): Promise<HandoffView>;
  recordOutcome(id: string, report: OutcomeReport): Promise<HandoffView>;
  history(id: string): Promise<HistoryEntry[]>;
  /** Waits until what was asked for is answered, or for a few seconds: a server that is silent must not hold a page that goes. */
  settled(): Promise<void>;
}

/** The longest that a page which goes waits for answers, in milliseconds. */
const patience = 5000;

const wait = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds));

/** Whether only a sign-in of just now will do (RFC 9470): another token of the same sign-in would not. */
const wantsFreshSignIn = (response: Response) =>
  response.headers.get("WWW-Authenticate")?.includes("insufficient_user_authentication") === true;

export function createApi({ baseUrl = "", fetch = globalThis.fetch, tokens }: ApiOptions): Api {
  const client: Client<paths> = createClient<paths>({
    baseUrl,
    fetch: (request) => send(request),
  });

  async function send(request: Request): Promise<Response> {
    const retry = request.clone();
    const first = await fetch(await authorised(request, false));
    if (first.status !== 401) return first;
    // Either way once, and the second answer stands. A sign-in of just now is as young as any `max_age` asks for.
    const fresh = wantsFreshSignIn(first);
    if (fresh) await tokens.needSignInAgain();
    return fetch(await authorised(retry, !fresh));
  }

  async function authorised(request: Request, renew: boolean): Promise<Request> {
    const anonymous = /\/(configuration|local\/(people|token))$/.test(
      new URL(request.url).pathname,
    );
    const token = anonymous ? undefined : await tokens.token(renew);
    if (token) request.headers.set("Authorization", `Bearer ${token}`);
    return request;
  }

  const running = new Set<Promise<unknown>>();

  async function call<T>(run: () => Promise<Answer<T>>): Promise<T> {
    const asked = ask(run);
    running.add(asked);
    try {
      return await asked;
    } finally {
      running.delete(asked);
    }
  }

  async function ask<T>(run: () => Promise<Answer<T>>): Promise<T> {
    let answer: Answer<T>;
    try {
      answer = await run();
    } catch (error) {
      throw asApiError(error);
    }
    const { data, error, response } = answer;
    if (!response.ok || data === undefined)
      throw new ApiError("problem", toProblem(response.status, error));
    return data;
  }

  const path = (id: string) => ({ path: { id } });

  return {
    ...administration(client, call),
    ...design(client, call),
    ...training(client, call),
    ...filtering(client, call),
    ...releasing(client, call),
    configuration: () => call(() => client.GET("/api/v1/configuration")),
    localPeople: () => call(() => client.GET("/api/v1/local/people")),
    localToken: (personId) =>
      call(() => client.POST("/api/v1/local/token", { body: { personId } })),
    me: () => call(() => client.GET("/api/v1/me")),
    people: (role) => call(() => client.GET("/api/v1/people", { params: { query: { role } } })),
    workflows: () => call(() => client.GET("/api/v1/workflows")),
    workflow: (key, version) =>
      call(() =>
        client.GET("/api/v1/workflows/{key}", { params: { path: { key }, query: { version } } }),
      ),
    validate: (key, record, signal) =>
      call(() =>
        client.POST("/api/v1/workflows/{key}/validation", {
          params: { path: { key } },
          body: { record },
          signal,
        }),
      ),
    handoffs: async (view) =>
      (await call(() => client.GET("/api/v1/handoffs", { params: { query: { view } } }))).items,
    handoff: (id) => call(() => client.GET("/api/v1/handoffs/{id}", { params: path(id) })),
    createHandoff: (workflow, version, record, reviewers, inputSeconds, labels = []) =>
      call(() =>
        client.POST("/api/v1/handoffs", {
          body: {
            workflow,
            version,
            record,
            reviewers,
            inputSeconds: inputSeconds ?? null,
            sensitivityLabels: [...labels],
          },
        }),
      ),
    labels: () => call(() => client.GET("/api/v1/sensitivity-labels")),
    putDocument: (id, file) =>
      call(() =>
        client.PUT("/api/v1/handoffs/{id}/document", {
          params: path(id),
          ...wordBody(file),
        }),
      ),
    writeOwn: (id, sections, activeSeconds, handIn) =>
      call(() =>
        client.PUT("/api/v1/handoffs/{id}/own-sections", {
          params: path(id),
          body: {
            sections: Object.entries(sections).map(([key, text]) => ({ key, text })),
            activeSeconds,
            handIn,
          },
        }),
      ),
    document: (id, signal) =>
      call<Blob>(() =>
        client.GET("/api/v1/handoffs/{id}/document", {
          params: path(id),
          parseAs: "blob",
          signal,
        }),
      ),
    draft: (id, signal) => draftStream(id, signal),
    decide: (id, draft, changeId, decision, text) =>
      call(() =>
        client.PUT("/api/v1/handoffs/{id}/changes/{changeId}", {
          params: { path: { id, changeId } },
          body: { decision, draft, ...(text === undefined ? {} : { text }) },
        }),
      ),
    decideAll: (id, draft, decision) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/changes", {
          params: path(id),
          body: { accept: decision === "Accepted", draft },
        }),
      ),
    confirm: (id, draft, itemId, confirmed) =>
      call(() =>
        client.PUT("/api/v1/handoffs/{id}/checklist/{itemId}", {
          params: { path: { id, itemId } },
          body: { confirmed, draft },
        }),
      ),
    revise: (id, comment) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/revision", {
          params: path(id),
          body: { reason: comment },
        }),
      ),
    passOn: (id, to, reason) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/delegation", {
          params: path(id),
          body: { to, reason },
        }),
      ),
    reject: (id, reason) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/rejection", { params: path(id), body: { reason } }),
      ),
    finishByHand: (id, reason) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/manual", { params: path(id), body: { reason } }),
      ),
    reportViewing: (id, draft, activeMilliseconds, seen) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/viewing", {
          params: path(id),
          body: { draft, activeMilliseconds, seen },
          keepalive: true,
        }),
      ),
    signInAgain: async () => {
      try {
        await tokens.signInAgain();
      } catch (error) {
        throw asApiError(error);
      }
    },
    sign: (id, draft, confirmation, textDigest, meaning) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/signature", {
          params: path(id),
          body: { confirmation, textDigest, meaning, draft },
        }),
      ),
    recordOutcome: (id, report) =>
      call(() => client.POST("/api/v1/handoffs/{id}/outcomes", { params: path(id), body: report })),
    history: (id) => call(() => client.GET("/api/v1/handoffs/{id}/history", { params: path(id) })),
    async settled() {
      const silent = wait(patience);
      // What goes on screen just now asks by the end of this turn, and an answer may be followed by the next question.
      do await Promise.race([Promise.allSettled(running), silent]);
      while (await Promise.race([wait(0).then(() => running.size > 0), silent]));
    },
  };

  async function* draftStream(id: string, signal: AbortSignal): AsyncGenerator<DraftEvent, void> {
    try {
      // Before the server begins to write: without it nothing could read what comes.
      const { readDraftEvents } = await import("./sse");
      const body = await call<ReadableStream<Uint8Array> | null>(() =>
        client.POST("/api/v1/handoffs/{id}/draft", {
          params: path(id),
          parseAs: "stream",
          signal,
          headers: { Accept: "text/event-stream" },
        }),
      );
      if (body) yield* readDraftEvents(body);
    } catch (error) {
      throw asApiError(error);
    }
  }
}

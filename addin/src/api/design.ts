import type { Client } from "openapi-fetch";
import type { Call } from "./call";
import type { paths } from "./schema";
import type {
  AdjustmentReport,
  JournalEntry,
  JournalNote,
  Journey,
  JourneySummary,
  LibraryWorkflow,
  Measures,
  Opportunity,
  ProcessMap,
  SuitabilityAnswers,
  TestResult,
  Trust,
  Workflow,
  WorkflowChange,
  WorkflowPreview,
} from "./types";

/**
 * What designers do. A change carries the revision of the journey that the designer saw, so that nobody writes over
 * somebody else's; without one it takes any.
 */
export interface DesignApi {
  journeys(): Promise<JourneySummary[]>;
  journey(key: string): Promise<Journey>;
  beginJourney(key: string, name: string): Promise<Journey>;
  drawMap(key: string, map: ProcessMap, revision?: number): Promise<Journey>;
  judge(key: string, answers: SuitabilityAnswers, revision?: number): Promise<Journey>;
  compareOptions(key: string, options: readonly Opportunity[], revision?: number): Promise<Journey>;
  choose(key: string, optionId: string, reason: string, revision?: number): Promise<Journey>;
  allowHighStakes(key: string, reason: string): Promise<Journey>;
  /** Keeps the version that is being written, as JSON text; empty takes it away. */
  keepDraft(key: string, draft: string, revision?: number): Promise<Journey>;
  previewWorkflow(workflow: Workflow, signal?: AbortSignal): Promise<WorkflowPreview>;
  addVersion(key: string, workflow: Workflow, adjustment?: AdjustmentReport): Promise<Journey>;
  differences(key: string, from: number, to: number): Promise<WorkflowChange[]>;
  tryExamples(key: string, version: number): Promise<TestResult>;
  test(key: string, testId: string): Promise<TestResult>;
  startPilot(key: string, version: number, personId: string, days: number): Promise<Journey>;
  endPilot(key: string, reason?: string): Promise<Journey>;
  goLive(key: string, version: number): Promise<Journey>;
  goLiveAnyway(key: string, version: number, reason: string): Promise<Journey>;
  retire(key: string, version: number, reason: string): Promise<Journey>;
  journal(key: string): Promise<JournalEntry[]>;
  noteInJournal(key: string, note: JournalNote): Promise<JournalEntry>;
  trust(key: string): Promise<Trust>;
  /** What a workflow brings, by its runs. */
  measures(key: string): Promise<Measures>;
  /** The ready workflows to start from. */
  library(): Promise<LibraryWorkflow[]>;
  libraryWorkflow(key: string): Promise<Workflow>;
}

const at = (key: string) => ({ path: { key } });
const atVersion = (key: string, version: number) => ({ path: { key, version } });

/** The calls of the client that lead a workflow from the map of today's work to its retirement. */
export const design = (client: Client<paths>, call: Call): DesignApi => ({
  journeys: () => call(() => client.GET("/api/v1/journeys")),
  journey: (key) => call(() => client.GET("/api/v1/journeys/{key}", { params: at(key) })),
  beginJourney: (key, name) => call(() => client.POST("/api/v1/journeys", { body: { key, name } })),
  drawMap: (key, map, revision) =>
    call(() =>
      client.PUT("/api/v1/journeys/{key}/map", { params: at(key), body: { map, revision } }),
    ),
  judge: (key, answers, revision) =>
    call(() =>
      client.PUT("/api/v1/journeys/{key}/suitability", {
        params: at(key),
        body: { answers, revision },
      }),
    ),
  compareOptions: (key, options, revision) =>
    call(() =>
      client.PUT("/api/v1/journeys/{key}/options", {
        params: at(key),
        body: { options: [...options], revision },
      }),
    ),
  choose: (key, optionId, reason, revision) =>
    call(() =>
      client.PUT("/api/v1/journeys/{key}/choice", {
        params: at(key),
        body: { optionId, reason, revision },
      }),
    ),
  allowHighStakes: (key, reason) =>
    call(() =>
      client.PUT("/api/v1/journeys/{key}/stakes-override", { params: at(key), body: { reason } }),
    ),
  keepDraft: (key, draft, revision) =>
    call(() =>
      client.PUT("/api/v1/journeys/{key}/draft", { params: at(key), body: { draft, revision } }),
    ),
  previewWorkflow: (workflow, signal) =>
    call(() => client.POST("/api/v1/workflows/preview", { body: { ...workflow }, signal })),
  addVersion: (key, workflow, adjustment) =>
    call(() =>
      client.POST("/api/v1/journeys/{key}/versions", {
        params: at(key),
        body: { workflow: { ...workflow }, adjustment },
      }),
    ),
  differences: (key, from, to) =>
    call(() =>
      client.GET("/api/v1/journeys/{key}/differences", {
        params: { ...at(key), query: { from, to } },
      }),
    ),
  tryExamples: (key, version) =>
    call(() =>
      client.POST("/api/v1/journeys/{key}/versions/{version}/tests", {
        params: atVersion(key, version),
      }),
    ),
  test: (key, testId) =>
    call(() =>
      client.GET("/api/v1/journeys/{key}/tests/{testId}", { params: { path: { key, testId } } }),
    ),
  startPilot: (key, version, personId, days) =>
    call(() =>
      client.POST("/api/v1/journeys/{key}/versions/{version}/pilot", {
        params: atVersion(key, version),
        body: { personId, days },
      }),
    ),
  endPilot: (key, reason) =>
    call(() =>
      client.POST("/api/v1/journeys/{key}/pilot/end", { params: at(key), body: { reason } }),
    ),
  goLive: (key, version) =>
    call(() =>
      client.POST("/api/v1/journeys/{key}/versions/{version}/live", {
        params: atVersion(key, version),
      }),
    ),
  goLiveAnyway: (key, version, reason) =>
    call(() =>
      client.POST("/api/v1/journeys/{key}/versions/{version}/live/override", {
        params: atVersion(key, version),
        body: { reason },
      }),
    ),
  retire: (key, version, reason) =>
    call(() =>
      client.POST("/api/v1/journeys/{key}/versions/{version}/retirement", {
        params: atVersion(key, version),
        body: { reason },
      }),
    ),
  journal: (key) => call(() => client.GET("/api/v1/workflows/{key}/journal", { params: at(key) })),
  noteInJournal: (key, note) =>
    call(() =>
      client.POST("/api/v1/workflows/{key}/journal", {
        params: at(key),
        body: note,
        keepalive: true,
      }),
    ),
  trust: (key) => call(() => client.GET("/api/v1/workflows/{key}/trust", { params: at(key) })),
  measures: (key) =>
    call(() => client.GET("/api/v1/workflows/{key}/measures", { params: at(key) })),
  library: () => call(() => client.GET("/api/v1/library")),
  libraryWorkflow: (key) => call(() => client.GET("/api/v1/library/{key}", { params: at(key) })),
});
